import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { parseRequestRecord, type RequestRecord, requestLifetimeMs } from './request-record.ts';
import type { AtAgency, VerifierPorts } from './verifier-ports.ts';

type BookPorts = Pick<VerifierPorts, 'store' | 'now'>;
type Named = AtAgency<{ readonly id: string }>;

const openKind = 'presentation-request';
/** Remembers that a request was answered, so that a second answer is told from one to a request that never was. */
const answeredKind = 'presentation-request-answered';

/** Keeps a request until it is answered or five minutes have passed. */
export async function putRequest(
  { agency, id, record }: Named & { readonly record: RequestRecord },
  { store, now }: BookPorts,
): Promise<void> {
  const at = now();
  // A record is JSON by its type's members; the query alone came from a schema that lets unknown members stand.
  const value: Json = JSON.parse(JSON.stringify(record));
  await store.oneTime.put({ agency: agency.id, kind: openKind, key: id, value, expiresAt: expiryAfter(at) }, at);
}

/** The request, which stays. @throws AppError `session_reused` when it was answered; `unknown_state` when it never was, is another agency's, or has expired */
export async function readRequest({ agency, id }: Named, { store, now }: BookPorts): Promise<RequestRecord> {
  const stored = await store.oneTime.read({ agency: agency.id, kind: openKind, key: id }, now());
  if (stored !== null) return parseRequestRecord(stored);
  const answered = await store.oneTime.read({ agency: agency.id, kind: answeredKind, key: id }, now());
  throw new AppError(answered === null ? 'unknown_state' : 'session_reused');
}

/**
 * V27. Takes the request out of the book: of any number of answers at once, one gets past this line.
 * @throws AppError `session_reused` for the others
 */
export async function closeRequest({ agency, id }: Named, { store, now }: BookPorts): Promise<void> {
  const at = now();
  await store.oneTime.put({ agency: agency.id, kind: answeredKind, key: id, value: true, expiresAt: expiryAfter(at) }, at);
  const taken = await store.oneTime.take({ agency: agency.id, kind: openKind, key: id }, at);
  if (taken === null) throw new AppError('session_reused');
}

function expiryAfter(at: Date): Date {
  return new Date(at.getTime() + requestLifetimeMs);
}
