import { AppError } from '@daricheh/shared/errors';
import {
  buildUnsignedHeader,
  encodeStampedSignature,
  type LongTermProof,
  readPresentedStatus,
  type UnsignedHeader,
  verifyLongTerm,
} from '@daricheh/shared/submission';
import { hashStatusToken } from '../crypto/hash-token.ts';
import { askForTimeStamp } from './ask-authority.ts';
import type { DueSignature, Found, LookPorts } from './due-signature.ts';
import { findNextLook } from './next-look.ts';

/**
 * The first time stamp of a signature that came when the authority was away. It proves something only where the signer's
 * certificate was still valid by then and the credential not revoked; the list that was kept may be out of force by now, and
 * then the one of today is kept in its place. Where the stamp would prove nothing it is not kept, and the case says so.
 * @throws AppError `unavailable` where authority or status list cannot be asked
 */
export async function stampLate({ envelope, statusToken, authority }: DueSignature, ports: LookPorts): Promise<Found> {
  const header = buildUnsignedHeader(await askForTimeStamp(authority, encodeStampedSignature(envelope.jws.signature), ports));
  const proof = await verifyLongTerm({ envelope, header, statusToken }, ports, ports.now());
  if (proof.kind === 'proven') return keep(header, proof, ports);
  if (proof.link === 'time-stamp') throw new AppError('unavailable', { what: 'time_stamp', reason: proof.reason });
  if (proof.link !== 'status' || proof.reason !== 'status_list_invalid') return { dueAt: null, happened: 'time-stamp-unprovable' };
  const token = await fetchStatusToken(envelope.presentation, ports);
  const renewed = await verifyLongTerm({ envelope, header, statusToken: token }, ports, ports.now());
  if (renewed.kind !== 'proven') return { dueAt: null, happened: 'time-stamp-unprovable' };
  return { ...keep(header, renewed, ports), statusToken: { hash: hashStatusToken(token), text: token } };
}

function keep(header: UnsignedHeader, { stamps }: Extract<LongTermProof, { kind: 'proven' }>, { now }: LookPorts): Found {
  return { header, dueAt: findNextLook(now(), stamps[0]), happened: 'time-stamped' };
}

/** The list as it is now, whatever it says of the signer. @throws AppError `unavailable` */
async function fetchStatusToken(presentation: string, { lookUpStatus }: LookPorts): Promise<string> {
  const { issuer, ...reference } = readPresentedStatus(presentation);
  try {
    return (await lookUpStatus(reference, { issuer, whenUnreachable: 'refuse' })).token;
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('unavailable', { what: 'status_list', reason: cause.code }, { cause });
  }
}
