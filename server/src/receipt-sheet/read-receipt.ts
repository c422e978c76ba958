import { decodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  decodeManifest,
  decodeSubmissionHeader,
  isClockOfAnother,
  type Manifest,
  openForm,
  type Receipt,
  type SheetFiles,
  type SignaturePart,
  type SignedEnvelope,
  type SubmissionEnvelope,
  type SubmissionEvidence,
  signedEnvelope,
  splitSignatures,
  submissionEvidence,
  type UnsignedHeader,
  verifySignatureTimeStamp,
  writeSheetFiles,
} from '@daricheh/shared/submission';
import type { VerifiedTimeStamp } from '@daricheh/shared/timestamp';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { Agency } from '../agencies/agency.ts';
import { viewSubmission } from '../caseworker/case-view.ts';
import { addEvidence } from '../co-signing/read-evidence.ts';
import type { Deps } from '../deps.ts';
import type { SignatureEvidence } from '../storage/evidence.ts';
import type { CaseRecord } from '../storage/store.ts';
import { readSigner } from '../submissions/read-signer.ts';
import type { Trust } from '../trust/trust.ts';

/** Whose clock stamped the citizen's signature, and when. */
export type SignatureStamp = { readonly at: Date; readonly authority: string | null; readonly isIndependent: boolean };

/** One signature under the form: of whom, by national id, and as what, where several signed. */
export type StoredSignature = { readonly role: LocalizedText | null; readonly signer: string; readonly stamp: SignatureStamp | null };

/** What a receipt's sheet is made from. */
export type StoredReceipt = {
  readonly record: CaseRecord;
  readonly manifest: Manifest;
  /** In the order in which they came. */
  readonly signatures: readonly StoredSignature[];
  readonly receipt: Receipt;
  readonly files: SheetFiles;
};

export type ReadPorts = Pick<Deps, 'store' | 'sha256' | 'verifyP256' | 'verifySignature' | 'digest'> &
  Pick<Trust, 'verifyChain' | 'verifyTimeStampChain'>;

/**
 * The receipt of a case with what it is about, its seal and the signature's time stamp checked anew.
 * @throws AppError `not_found` where the case is unknown, or nobody signed; `internal_error` where the stored seal no longer holds
 */
export async function readStoredReceipt(agency: Agency, caseNumber: string, ports: ReadPorts): Promise<StoredReceipt> {
  const name = { agency: agency.id, caseNumber };
  const file = await ports.store.cases.read(name);
  const submission = file?.submissions.find(({ receipt, manifestHash }) => receipt !== null && manifestHash !== null);
  if (file === null || submission?.receipt == null) throw new AppError('not_found');
  const view = await viewSubmission({ agency, language: 'fa' }, submission, ports);
  if (view.kind !== 'signed' || view.receipt === null) throw new AppError('internal_error', { what: 'receipt_seal' });
  const { envelope, parts, evidence } = addKept(
    signedEnvelope.parse(parseStrictJson(submission.body)),
    await ports.store.evidence.list(name),
  );
  const manifest = decodeManifest(decodeBase64Url(envelope.jws.payload));
  const form = await findSignedForm(agency, manifest, ports);
  return {
    ...{ record: file.case, manifest, receipt: view.receipt },
    signatures: await Promise.all(parts.map((part) => describeSignature(agency, manifest, part, ports))),
    files: writeSheetFiles({ envelope, evidence, receipt: submission.receipt, form }),
  };
}

const noEvidence = { signature: '', header: null, statusToken: null };

/** What was signed, and each signature with what proves it; where two people signed, it stands at each signature. */
function addKept(
  signed: SignedEnvelope,
  kept: readonly SignatureEvidence[],
): { envelope: SignedEnvelope; parts: readonly SignaturePart[]; evidence: SubmissionEvidence } {
  if (signed.type === 'daricheh.co-submission.v1') {
    const envelope = addEvidence(signed, kept);
    return { envelope, parts: splitSignatures(envelope), evidence: { header: null, statusToken: null } };
  }
  const { signature: _signature, ...own } = kept.find(({ signature }) => signature === signed.jws.signature) ?? noEvidence;
  const evidence = submissionEvidence.parse(own);
  const { header, statusToken } = evidence;
  return { envelope: signed, parts: [{ envelope: signed, header, statusToken }], evidence };
}

async function describeSignature(
  agency: Agency,
  { signers = [] }: Manifest,
  { envelope, header }: SignaturePart,
  ports: ReadPorts,
): Promise<StoredSignature> {
  const { signer_role: signedAs } = decodeSubmissionHeader(envelope.jws.protected);
  const role = signers.find(({ id }) => id === signedAs)?.label ?? null;
  return { role, signer: readSigner(envelope.presentation), stamp: await readStamp(agency, envelope, header, ports) };
}

/** Null where there is none, or the one that was kept does not hold. */
async function readStamp(
  { origin }: Agency,
  { jws }: SubmissionEnvelope,
  header: UnsignedHeader | null,
  ports: ReadPorts,
): Promise<SignatureStamp | null> {
  if (header === null) return null;
  try {
    const stamp = await verifySignatureTimeStamp(jws, header, ports);
    return { at: stamp.at, authority: nameAuthority(stamp), isIndependent: isClockOfAnother(stamp, origin) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'time_stamp_invalid') return null;
    throw error;
  }
}

function nameAuthority({ path: [authority] }: VerifiedTimeStamp): string | null {
  const [uri] = authority.extensions.subjectAltName?.uris ?? [];
  return uri !== undefined && URL.canParse(uri) ? new URL(uri).host : null;
}

/**
 * The form's definition as others can judge it: the very one that was signed, under a seal that counted then. Null where the agency
 * publishes another by now, or has another seal.
 */
async function findSignedForm(agency: Agency, { form, createdAt }: Manifest, ports: ReadPorts): Promise<string | null> {
  const published = agency.forms.find(({ hash }) => hash === form.hash);
  if (published === undefined) return null;
  try {
    await openForm(published.jws, { origin: agency.origin, certificateHashes: null, at: new Date(createdAt) }, ports);
    return published.jws;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
