import type { Bytes } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeUtf8, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  decodeManifest,
  isClockOfAnother,
  type Manifest,
  type Receipt,
  type SubmissionEnvelope,
  type SubmissionEvidence,
  submissionEnvelope,
  submissionEvidence,
  verifySignatureTimeStamp,
} from '@daricheh/shared/submission';
import type { VerifiedTimeStamp } from '@daricheh/shared/timestamp';
import type { Agency } from '../agencies/agency.ts';
import { viewSubmission } from '../caseworker/case-view.ts';
import type { Deps } from '../deps.ts';
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
  readonly files: Readonly<Record<'submission' | 'receipt' | 'evidence', Bytes>>;
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
  const envelope = submissionEnvelope.parse(parseStrictJson(submission.body));
  const evidence = submissionEvidence.parse((await ports.store.evidence.read(name)) ?? { header: null, statusToken: null });
  return {
    record: file.case,
    manifest: decodeManifest(decodeBase64Url(envelope.jws.payload)),
    signer: view.signer,
    receipt: view.receipt,
    stamp: await readStamp(agency, envelope, evidence, ports),
    files: writeFiles(envelope, submission.receipt, evidence),
  };
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
 * The three files, as they are embedded:
 * - `submission.json`: the envelope as it was taken (`submissionEnvelope`), the JWS in it with its unprotected header where
 *   there is one, as RFC 7515, section 7.2.2, has it. Without `jws.header` it is the envelope again.
 * - `receipt.jws`: the receipt, a compact JWS, and nothing behind it.
 * - `evidence.json`: what `/evidence` answers (`submissionEvidence`).
 */
function writeFiles(envelope: SubmissionEnvelope, receipt: string, evidence: SubmissionEvidence): StoredReceipt['files'] {
  const { header } = evidence;
  const stamped = { ...envelope, jws: { ...envelope.jws, ...(header !== null && { header }) } };
  return {
    submission: encodeUtf8(JSON.stringify(stamped)),
    receipt: encodeUtf8(receipt),
    evidence: encodeUtf8(JSON.stringify(evidence)),
  };
}
