import type { Bytes, RandomBytes } from '../credential/crypto-ports.ts';
import { AppError } from '../errors/index.ts';
import { buildTimeStampRequest, nameNonce } from './time-stamp-request.ts';
import { parseTimeStampResponse } from './time-stamp-response.ts';
import { type TimeStampPorts, verifyTimeStamp } from './verify-time-stamp.ts';

/** How far the authority's clock may be from ours. */
const maxSkewMs = 300_000;
const nonceBytes = 16;

/** Carries a query (DER, `application/timestamp-query`) to an authority, and gives the body of its reply. Throws AppError where there is none. */
export type CarryQuery = (query: Bytes) => Promise<Bytes>;

export type ObtainPorts = TimeStampPorts & { readonly randomBytes: RandomBytes; readonly now: () => Date };

/**
 * A time stamp over `data`: DER of a token that was verified, answers this very query, and whose clock goes with ours. The authority learns a hash.
 * @throws AppError `time_stamp_invalid` (`what`: `skew` where only the clocks differ), and what `carry` throws
 * @see RFC 3161, section 2.2
 */
export async function obtainTimeStamp(data: Bytes, carry: CarryQuery, ports: ObtainPorts): Promise<Bytes> {
  const imprint = await ports.digest('SHA-256', data);
  const nonce = ports.randomBytes(nonceBytes);
  const token = parseTimeStampResponse(await carry(buildTimeStampRequest(imprint, nonce)));
  const { at } = await verifyTimeStamp(token, { imprint, nonce: nameNonce(nonce) }, ports);
  if (Math.abs(at.getTime() - ports.now().getTime()) > maxSkewMs) throw new AppError('time_stamp_invalid', { what: 'skew' });
  return token;
}
