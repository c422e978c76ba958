import {
  type InflateZlib,
  parseSdJwt,
  readStatus,
  type StatusReference,
  statusValues,
  type VerifyP256,
  verifyStatusToken,
} from '../credential/index.ts';
import { readStatusReference } from '../credential/status/status-reference.ts';
import { AppError } from '../errors/index.ts';
import { type VerifiedTimeStamp, verifyTimeStamp } from '../timestamp/index.ts';
import { encodeArchived, hashRestOfEnvelope } from './archive-time-stamp.ts';
import { readToken, type SignatureTimeStampPorts, verifySignatureTimeStamp } from './signature-time-stamp.ts';
import type { SubmissionEnvelope } from './submission.ts';
import { findStatusTokens, type ReadComponent, readComponents, type UnsignedHeader } from './unsigned-header.ts';

export type LongTermPorts = SignatureTimeStampPorts & { readonly verifyP256: VerifyP256; readonly inflate: InflateZlib };

/** What is kept of a submission: the envelope as it was sent, the header that was added to its JWS, and the status tokens beside it where the header does not preserve any. */
export type LongTermEvidence = {
  readonly envelope: SubmissionEnvelope;
  readonly header: UnsignedHeader | null;
  readonly statusToken: string | null;
  /** Of the mandate; null or absent where there is none. */
  readonly mandateStatusToken?: string | null | undefined;
};

/** Where a proof ends: at a time stamp by its place (0 is that of the signature, then the renewals), at the signer's certificate, its credential's status or that of the mandate, or at what else was sent. */
export type BrokenLink =
  | { readonly link: 'time-stamp'; readonly place: number }
  | { readonly link: 'signer' | 'status' | 'mandate-status' | 'envelope' };

/**
 * `proven`: the signature existed at `at`, the signer's certificate was valid then and, unless `status` is `unknown` because
 * a status token was not kept, neither the signing credential was revoked nor the mandate under which it was signed. `stamps` are all time stamps in their order; the last is
 * by whose clock it holds now, the first by whose clock it was signed.
 * `cannot-be-proven`: it may have been so; nobody can show it. `reason` is an error's code, `what` the part that it is about.
 */
export type LongTermProof =
  | {
      readonly kind: 'proven';
      readonly at: Date;
      readonly stamps: readonly [VerifiedTimeStamp, ...VerifiedTimeStamp[]];
      readonly status: 'valid' | 'unknown';
    }
  | ({ readonly kind: 'cannot-be-proven'; readonly reason: string; readonly what: string | null } & BrokenLink);

/** A break, on its way up. */
class Break extends Error {
  readonly at: BrokenLink;
  readonly reason: string;
  readonly what: string | null;

  constructor(at: BrokenLink, cause: AppError) {
    super(cause.code, { cause });
    this.at = at;
    this.reason = String(cause.facts['reason'] ?? cause.code);
    this.what = cause.facts['what'] === undefined ? null : String(cause.facts['what']);
  }
}

/**
 * Whether the signature of a submission can be proven `now`, however long ago it was made. A time stamp proves something
 * for as long as its authority is believed; before that ends, a newer one takes the whole under its wings. So the newest
 * must be valid now, and each older one must have been valid at the time of the next. What is older than the first is the
 * signer's certificate, which must have been valid at that time, and the status of the credential, which must have been
 * said then not to be revoked: what was revoked after that changes nothing.
 *
 * Not checked: the signature and the submission in themselves (see `verifySubmission`, as of the first time stamp).
 * @param evidence the header preserves a status token once it has been renewed; that one then counts, and no other
 * @see ETSI EN 319 102-1, section 5.6; ETSI TS 119 182-1 (JAdES), section 5.3.6
 */
export async function verifyLongTerm(evidence: LongTermEvidence, ports: LongTermPorts, now: Date): Promise<LongTermProof> {
  try {
    return await prove(evidence, ports, now);
  } catch (error) {
    if (!(error instanceof Break)) throw error;
    return { kind: 'cannot-be-proven', ...error.at, reason: error.reason, what: error.what };
  }
}

async function prove({ envelope, header, ...beside }: LongTermEvidence, ports: LongTermPorts, now: Date): Promise<LongTermProof> {
  const components = await linkTo({ link: 'time-stamp', place: 0 }, () => readHeader(header));
  const renewals = await verifyRenewals(envelope, components, ports, now);
  const first = await verifyFirst(envelope, header, renewals[0]?.at ?? now, ports);
  await linkTo({ link: 'envelope' }, () => checkEnvelope(envelope, components, ports));
  const { presentation, mandate } = envelope;
  const { statusToken = null, mandateStatusToken = null } = findStatusTokens(components) ?? (components.length > 1 ? {} : beside);
  const isSignerShown = await checkStatusThen({ presentation, token: statusToken, link: 'status' }, first.at, ports);
  const isMandateShown =
    mandate === undefined ||
    (await checkStatusThen({ presentation: mandate, token: mandateStatusToken, link: 'mandate-status' }, first.at, ports));
  const status = isSignerShown && isMandateShown ? 'valid' : 'unknown';
  return { kind: 'proven', at: first.at, stamps: [first, ...renewals], status };
}

function readHeader(header: UnsignedHeader | null): readonly ReadComponent[] {
  if (header === null) throw new AppError('time_stamp_invalid', { what: 'none' });
  return readComponents(header);
}

/** From the newest to the oldest: when each is judged is known by the one after it. Answers in their own order. */
async function verifyRenewals(
  { jws }: LongTermEvidence['envelope'],
  components: readonly ReadComponent[],
  ports: LongTermPorts,
  now: Date,
): Promise<VerifiedTimeStamp[]> {
  const places = components.flatMap(({ component }, index) => ('arcTst' in component ? [index] : []));
  const stamps: VerifiedTimeStamp[] = [];
  for (const [earlier, index] of [...places.entries()].reverse()) {
    const { component } = components[index] ?? {};
    if (component === undefined || !('arcTst' in component)) continue;
    const archived = encodeArchived(
      jws,
      components.slice(0, index).map(({ text }) => text),
    );
    const stamp = await linkTo({ link: 'time-stamp', place: earlier + 1 }, async () => {
      const expected = { imprint: await ports.digest('SHA-256', archived), judgedAt: stamps[0]?.at ?? now };
      return checkOrder(await verifyTimeStamp(readToken(component.arcTst), expected, ports), expected.judgedAt);
    });
    stamps.unshift(stamp);
  }
  return stamps;
}

async function verifyFirst(
  { jws }: LongTermEvidence['envelope'],
  header: UnsignedHeader | null,
  judgedAt: Date,
  ports: LongTermPorts,
): Promise<VerifiedTimeStamp> {
  try {
    if (header === null) throw new AppError('time_stamp_invalid', { what: 'none' });
    return checkOrder(await verifySignatureTimeStamp(jws, header, ports, judgedAt), judgedAt);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Break(error.facts['what'] === 'signer' ? { link: 'signer' } : { link: 'time-stamp', place: 0 }, error);
  }
}

/** A time stamp is no younger than what it is judged by: not than the next, nor than now. Accuracies, in seconds, are passed over. */
function checkOrder(stamp: VerifiedTimeStamp, judgedAt: Date): VerifiedTimeStamp {
  if (stamp.at.getTime() > judgedAt.getTime() + maxDisorderMs) throw new AppError('time_stamp_invalid', { what: 'order' });
  return stamp;
}

/** Two authorities' clocks, or an authority's and ours, are not one. */
const maxDisorderMs = 300_000;

/** @throws AppError `time_stamp_invalid` */
async function checkEnvelope(envelope: SubmissionEnvelope, components: readonly ReadComponent[], ports: LongTermPorts): Promise<void> {
  const hash = await hashRestOfEnvelope(envelope, ports);
  for (const { component } of components)
    if ('envelopeHash' in component && component.envelopeHash !== hash) throw new AppError('time_stamp_invalid', { what: 'envelope' });
}

type KeptStatus = { readonly presentation: string; readonly token: string | null; readonly link: 'status' | 'mandate-status' };

/** The token was in force at that time, by the issuer of that credential, and said that it was valid; false where no token was kept. */
async function checkStatusThen({ presentation, token, link }: KeptStatus, at: Date, ports: LongTermPorts): Promise<boolean> {
  if (token === null) return false;
  await linkTo({ link }, async () => {
    const { uri, index, issuer } = readPresentedStatus(presentation);
    const { list, bits } = await verifyStatusToken(token, { uri, issuer, at }, ports);
    const status = readStatus(list, bits, index);
    if (status === undefined) throw new AppError('status_list_invalid', { what: 'index' });
    if (status !== statusValues.valid)
      throw new AppError(status === statusValues.suspended ? 'credential_suspended' : 'credential_revoked');
  });
  return true;
}

/** Where the status of a presented credential stands, and with whom. @throws AppError `credential_malformed` */
export function readPresentedStatus(presentation: string): StatusReference & { readonly issuer: string } {
  const { payload } = parseSdJwt(presentation);
  const reference = readStatusReference(payload['status']);
  const { iss } = payload;
  if (reference === null || typeof iss !== 'string') throw new AppError('credential_malformed', { what: 'status' });
  return { ...reference, issuer: iss };
}

async function linkTo<T>(link: BrokenLink, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Break(link, error);
  }
}
