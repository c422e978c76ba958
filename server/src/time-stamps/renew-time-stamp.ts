import { type Bytes, parseSdJwt } from '@daricheh/shared/credential';
import { isSameBytes, type Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  appendArchiveTimeStamp,
  encodeArchived,
  hashRestOfEnvelope,
  type LongTermProof,
  preserveEvidence,
  readComponents,
  submissionHeader,
  type UnsignedHeader,
  unsignedHeader,
  verifyLongTerm,
} from '@daricheh/shared/submission';
import { askForTimeStamp } from './ask-authority.ts';
import type { DueSignature, Found, LookPorts } from './due-signature.ts';
import { findEnd, findNextLook, renewBeforeMs } from './next-look.ts';

type Proven = Extract<LongTermProof, { kind: 'proven' }>;

/**
 * The header with a newer time stamp around all of it, once the newest that it has would not hold for ninety days more:
 * its authority's certificate ends, or the trust list says that it is not to be believed for longer. A signature that
 * cannot be proven any more is left as it is, and the case says so. One that would last no longer by the authority's answer
 * is left for now: it has the same certificate still.
 * @throws AppError `unavailable` where the authority cannot be asked
 */
export async function renewTimeStamp(due: DueSignature, stored: Json, ports: LookPorts): Promise<Found> {
  const { authority: _authority, ...evidence } = due;
  const header = unsignedHeader.parse(stored);
  const now = ports.now();
  const prove = (each: UnsignedHeader, at: Date) => verifyLongTerm({ ...evidence, header: each }, ports, at);
  const held = await prove(header, now);
  if (held.kind !== 'proven') return { dueAt: null, happened: 'time-stamp-unprovable' };
  const soon = new Date(now.getTime() + renewBeforeMs);
  const isLasting = (await prove(header, soon)).kind === 'proven';
  if (isLasting) return { dueAt: findNextLook(now, newest(held)) };
  const longer = await extend(due, header, held, ports);
  const proof = await prove(longer, ports.now());
  if (proof.kind !== 'proven') throw new AppError('unavailable', { what: 'time_stamp', reason: proof.reason });
  const gainsTime = findEnd(newest(proof)) > findEnd(newest(held)) || (await prove(longer, soon)).kind === 'proven';
  if (!gainsTime) return { dueAt: findNextLook(now, newest(held)) };
  return { header: longer, dueAt: findNextLook(now, newest(proof)), happened: 'time-stamp-renewed' };
}

function newest({ stamps }: Proven) {
  return stamps.at(-1) ?? stamps[0];
}

async function extend(
  { envelope, statusToken, mandateStatusToken, authority }: DueSignature,
  header: UnsignedHeader,
  held: Proven,
  ports: LookPorts,
): Promise<UnsignedHeader> {
  const kept = { anchors: await listAnchors(envelope, held, ports), statusToken, mandateStatusToken };
  const preserved = preserveEvidence(header, { ...kept, envelopeHash: await hashRestOfEnvelope(envelope, ports) });
  const texts = readComponents(preserved).map(({ text }) => text);
  return appendArchiveTimeStamp(preserved, await askForTimeStamp(authority, encodeArchived(envelope.jws, texts), ports));
}

/** Each once: those of the signer's chain, of the mandate's and of the time stamps'. The status tokens hang under those of their issuers. */
async function listAnchors(
  { jws, mandate }: DueSignature['envelope'],
  { at, stamps }: Proven,
  { verifyChain }: LookPorts,
): Promise<Bytes[]> {
  const { x5c } = submissionHeader.parse(JSON.parse(Buffer.from(jws.protected, 'base64url').toString()));
  const issued = mandate === undefined ? [] : [(await verifyChain(parseSdJwt(mandate).jws.header['x5c'], { at })).path];
  const paths = [(await verifyChain(x5c, { at })).path, ...issued, ...stamps.map(({ path }) => path)];
  const anchors = paths.flatMap((path) => path.slice(-1).map(({ der }) => der));
  return anchors.filter((der, index) => anchors.findIndex((other) => isSameBytes(other, der)) === index);
}
