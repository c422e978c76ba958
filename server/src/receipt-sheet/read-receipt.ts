import { decodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  decodeManifest,
  isClockOfAnother,
  type Manifest,
  openForm,
  type Receipt,
  type SheetFiles,
  type SignedEnvelope,
  type SubmissionEnvelope,
  type SubmissionEvidence,
  signedEnvelope,
  splitSignatures,
  submissionEvidence,
  verifySignatureTimeStamp,
  writeSheetFiles,
} from '@daricheh/shared/submission';
import type { VerifiedTimeStamp } from '@daricheh/shared/timestamp';
import type { Agency } from '../agencies/agency.ts';
import { viewSubmission } from '../caseworker/case-view.ts';
import { addEvidence } from '../co-signing/read-evidence.ts';
import type { Deps } from '../deps.ts';
import type { SignatureEvidence } from '../storage/evidence.ts';
import type { CaseRecord } from '../storage/store.ts';
import type { Trust } from '../trust/trust.ts';

/** Whose clock stamped the citizen's signature, and when. */
export type SignatureStamp = { readonly at: Date; readonly authority: string | null; readonly isIndependent: boolean };

/** What a receipt's sheet is made from. */
export type StoredReceipt = {
  readonly record: CaseRecord;
  readonly manifest: Manifest;
  readonly signer: string;
  readonly receipt: Receipt;
  readonly stamp: SignatureStamp | null;
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
  const signed = signedEnvelope.parse(parseStrictJson(submission.body));
  const kept = await ports.store.evidence.list(name);
  const whole = signed.type === 'daricheh.submission.v1' ? null : addEvidence(signed, kept);
  const { envelope, evidence } = findLast(whole ?? signed, kept);
  const manifest = decodeManifest(decodeBase64Url(envelope.jws.payload));
  const form = await findSignedForm(agency, manifest, ports);
  // Where two people signed, what was added stands at each signature.
  const carried = whole === null ? { envelope, evidence } : { envelope: whole, evidence: { header: null, statusToken: null } };
  return {
    record: file.case,
    manifest,
    signer: view.signer,
    receipt: view.receipt,
    stamp: await readStamp(agency, envelope, evidence, ports),
    files: writeSheetFiles({ ...carried, receipt: submission.receipt, form }),
  };
}

/** The signature with which the form was whole, and what proves that. */
function findLast(
  signed: SignedEnvelope,
  kept: readonly SignatureEvidence[],
): { envelope: SubmissionEnvelope; evidence: SubmissionEvidence } {
  const envelope = splitSignatures(signed).at(-1)?.envelope;
  if (envelope === undefined) throw new AppError('internal_error', { what: 'signatures' });
  const { header = null, statusToken = null } = kept.find(({ signature }) => signature === envelope.jws.signature) ?? {};
  return { envelope, evidence: submissionEvidence.parse({ header, statusToken }) };
}

/** Null where there is none, or the one that was kept does not hold. */
async function readStamp(
  { origin }: Agency,
  { jws }: SubmissionEnvelope,
  { header }: SubmissionEvidence,
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
