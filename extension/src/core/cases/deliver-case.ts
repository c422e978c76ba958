import type { Sha256, VerifyP256 } from '@daricheh/shared/credential';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError, type ErrorCode, errorCodes } from '@daricheh/shared/errors';
import {
  awaitedSignature,
  type CoSubmissionEnvelope,
  checkReceiptEarlier,
  checkReceiptForm,
  coSubmissionAnswer,
  decodeManifest,
  hashManifest,
  openReceipt,
  type Receipt,
  type SignaturePart,
  splitSignatures,
} from '@daricheh/shared/submission';
import { findAgencyByOrigin } from '@daricheh/shared/trust';
import { readJson, type SendHttp } from '../http/http.ts';
import type { TimeTrust } from '../trust/wallet-trust.ts';
import type { CaseRecord, PendingCase, ReceivedCase } from './case-record.ts';
import { checkTimeStamp } from './check-time-stamp.ts';

export type DeliverPorts = {
  readonly trust: () => Promise<TimeTrust>;
  readonly send: SendHttp;
  readonly nowMs: () => number;
  readonly crypto: { readonly sha256: Sha256; readonly verifyP256: VerifyP256 };
};

/** The agency has it, and waits for another person's signature. */
export type AwaitingCase = PendingCase & { readonly awaits: NonNullable<PendingCase['awaits']> };

/** `awaiting`: as `AwaitingCase`. `received`: the agency's receipt holds. `kept`: it may not have arrived; send it again as it is. `refused`: the agency said no, for good. */
export type Delivery =
  | { readonly kind: 'received'; readonly record: ReceivedCase }
  | { readonly kind: 'awaiting'; readonly record: AwaitingCase }
  | { readonly kind: 'kept'; readonly code: ErrorCode }
  | { readonly kind: 'refused'; readonly record: PendingCase; readonly code: ErrorCode };

/** Answers after which the same submission may be sent again: nothing there says that it was not, or will not be, received. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unavailable',
  'internal_error',
  'storage_full',
  'too_many_requests',
  'idempotency_key_in_use',
  'status_list_unreachable',
  'receipt_invalid',
  'malformed_request',
  'not_found',
]);

/**
 * Sends a signed submission, always under its own idempotency key, and checks the receipt: the agency's seal, and that
 * it is for exactly these bytes. Never throws for what the agency or the network does.
 */
export async function deliverCase(pending: PendingCase, ports: DeliverPorts): Promise<Delivery> {
  try {
    return await post(pending, ports);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (passing.has(error.code) || errorCodes[error.code] >= 500) return { kind: 'kept', code: error.code };
    // What was taken in once and is refused now does not wait there any more, whatever is said of it.
    const code = pending.awaits === undefined ? error.code : 'co_signature_over';
    return { kind: 'refused', record: { ...pending, refusal: code }, code };
  }
}

/**
 * What the agency acknowledged, once its seal holds and it names this very manifest, and says of it what the manifest says.
 * @param at when the seal was set: its certificate must have been valid then
 * @throws AppError `receipt_invalid`
 */
export async function openCaseReceipt(
  receipt: string,
  about: Pick<CaseRecord, 'agency' | 'manifest'>,
  at: Date,
  { trust, crypto }: Pick<DeliverPorts, 'trust' | 'crypto'>,
): Promise<Receipt> {
  const { list, verifyChain } = await trust();
  const { origin } = about.agency;
  const bytes = decodeBase64Url(about.manifest);
  const [manifest, manifestHash] = [decodeManifest(bytes), await hashManifest(bytes, crypto.sha256)];
  const certificateHashes = findAgencyByOrigin(list, origin)?.certificateHashes ?? [];
  const opened = await openReceipt(receipt, { origin, certificateHashes, at, manifestHash }, { verifyChain, ...crypto });
  checkReceiptForm(manifest, opened);
  checkReceiptEarlier(manifest, opened);
  return opened;
}

async function post(pending: PendingCase, ports: DeliverPorts): Promise<Extract<Delivery, { kind: 'received' | 'awaiting' }>> {
  const answer = await ports.send({
    url: pending.submissionsUri,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': pending.idempotencyKey },
    body: JSON.stringify(pending.envelope),
  });
  const document = readJson(answer);
  const awaited = awaitedSignature.safeParse(document);
  if (awaited.success) return { kind: 'awaiting', record: awaitOther(pending, awaited.data.awaits) };
  return { kind: 'received', record: await readReceived(document, pending, ports) };
}

/** The link is shown to be given away: it leads to the agency itself. @throws AppError `receipt_invalid` */
function awaitOther(pending: PendingCase, { label, link, expiresAt }: AwaitingCase['awaits']): AwaitingCase {
  if (new URL(link).origin !== pending.agency.origin) throw new AppError('receipt_invalid', { what: 'link' });
  return { ...pending, awaits: { label, link, expiresAt } };
}

async function readReceived(document: unknown, pending: PendingCase, ports: DeliverPorts): Promise<ReceivedCase> {
  const parsed = coSubmissionAnswer.safeParse(document);
  if (!parsed.success || new URL(parsed.data.caseUri).origin !== pending.agency.origin)
    throw new AppError('receipt_invalid', { what: 'answer' });
  const { receipt, caseToken, caseUri, coSigned } = parsed.data;
  const own = coSigned === undefined ? null : findOwnSignature(coSigned, pending);
  const header = own === null ? parsed.data.header : (own.header ?? undefined);
  const { delivery: _delivery, refusal: _refusal, awaits: _awaits, ...common } = pending;
  const { caseNumber, receivedAt, dueAt, report, signers } = await openCaseReceipt(receipt, pending, new Date(ports.nowMs()), ports);
  // Of a form that two signed each keeps the whole, or nobody could check it.
  if ((signers === undefined) !== (coSigned === undefined)) throw new AppError('receipt_invalid', { what: 'signatures' });
  const isStamped = header !== undefined && (await checkTimeStamp(pending, header, new Date(ports.nowMs()), ports)) !== null;
  // An agency whose report says nothing of a time stamp has nobody to ask for one.
  const awaitsTimeStamp = !isStamped && report.some(({ step }) => step === 'time-stamp');
  return {
    ...{ ...common, delivery: 'received', caseNumber, caseUri, caseToken, receipt, receivedAt, dueAt, status: null, checkedAtMs: null },
    ...(isStamped && { header }),
    ...(own !== null && coSigned !== undefined && { coSigned, ...(own.statusToken !== null && { statusToken: own.statusToken }) }),
    ...(awaitsTimeStamp && { awaitsTimeStamp }),
  };
}

/** The citizen's own signature among those of the whole, which are over the same bytes. @throws AppError `receipt_invalid` */
export function findOwnSignature(coSigned: CoSubmissionEnvelope, { envelope: { jws } }: Pick<CaseRecord, 'envelope'>): SignaturePart {
  const isOwn = ({ envelope: { jws: each } }: SignaturePart) =>
    each.payload === jws.payload && each.protected === jws.protected && each.signature === jws.signature;
  const own = splitSignatures(coSigned).find(isOwn);
  if (own === undefined) throw new AppError('receipt_invalid', { what: 'signatures' });
  return own;
}

/** True while the agency has it and waits for another person's signature. */
export function isAwaiting(record: CaseRecord): record is AwaitingCase {
  return isSendable(record) && record.awaits !== undefined;
}

/** True while a submission waits to be received and may be sent again. */
export function isSendable(record: CaseRecord): record is PendingCase {
  return record.delivery === 'pending' && record.refusal === null;
}
