import type { Bytes } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type TimeStampPorts, type VerifiedTimeStamp, verifyTimeStamp } from '../timestamp/index.ts';
import type { VerifyChain } from '../x509/index.ts';
import { decodeBase64, encodeBase64 } from '../x509/x5c.ts';
import { maxSkewSeconds } from './steps/check-time.ts';
import type { FlattenedJws } from './submission.ts';
import { decodeSubmissionHeader } from './submission-header.ts';
import { readComponents, type UnsignedComponent, type UnsignedHeader, writeComponent } from './unsigned-header.ts';

/** With the verifier of the signer's own chain, which is another than the clock's. */
export type SignatureTimeStampPorts = TimeStampPorts & { readonly verifyChain: VerifyChain };

/** The header that holds that token (DER). */
export function buildUnsignedHeader(token: Bytes): UnsignedHeader {
  return { etsiU: [writeComponent({ sigTst: { tstTokens: [{ val: encodeBase64(token) }] } })] };
}

/** What a time stamp of a signature is over: the signature in base64url, as ASCII. @see JAdES, section 5.3.4 */
export function encodeStampedSignature(signature: string): Bytes {
  return encodeUtf8(signature);
}

/**
 * The time stamp in `header`, once it holds for the signature of `jws`: nobody signed later than it says, and the signer's
 * certificate was valid then, under its chain. So it stays, whatever becomes of the signer's certificate afterwards, for as
 * long as the authority's own is valid; from then on see `verifyLongTerm`.
 *
 * Not checked: the signature itself (see `verifySubmission`), and whether anything was revoked at that time.
 * @param judgedAt when the authority must still be believed; absent: as of the time stamp itself
 * @throws AppError `time_stamp_invalid`; its facts say `what`: `signer` where the signer's certificate was not valid then
 * @see ETSI EN 319 102-1, section 5.5
 */
export async function verifySignatureTimeStamp(
  jws: FlattenedJws,
  header: UnsignedHeader,
  ports: SignatureTimeStampPorts,
  judgedAt?: Date,
): Promise<VerifiedTimeStamp> {
  const imprint = await ports.digest('SHA-256', encodeStampedSignature(jws.signature));
  const stamp = await verifyTimeStamp(readSignatureToken(header), { imprint, ...(judgedAt && { judgedAt }) }, ports);
  const { iat, x5c } = decodeSubmissionHeader(jws.protected);
  if (iat * 1000 > stamp.at.getTime() + maxSkewSeconds * 1000) throw new AppError('time_stamp_invalid', { what: 'iat' });
  await checkSigner(x5c, stamp.at, ports);
  return stamp;
}

/** The token (DER) over the signature itself, which stands first in every header. @throws AppError `time_stamp_invalid` */
export function readSignatureToken(header: UnsignedHeader): Bytes {
  const [{ component }] = readComponents(header);
  if (!('sigTst' in component)) throw new AppError('time_stamp_invalid', { what: 'components' });
  return readToken(component.sigTst);
}

/** The token (DER) that a component of time stamps holds. @throws AppError `time_stamp_invalid` */
export function readToken({ tstTokens: [token] }: Extract<UnsignedComponent, { sigTst: unknown }>['sigTst']): Bytes {
  try {
    return decodeBase64(token?.val ?? '');
  } catch {
    throw new AppError('time_stamp_invalid', { what: 'base64' });
  }
}

async function checkSigner(x5c: readonly string[], at: Date, { verifyChain }: SignatureTimeStampPorts): Promise<void> {
  try {
    await verifyChain(x5c, { at });
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('time_stamp_invalid', { what: 'signer', reason: cause.code }, { cause });
  }
}

/** True when the clock is not the agency's own: its authority's certificate does not name the agency's origin. */
export function isClockOfAnother({ path: [authority] }: VerifiedTimeStamp, origin: string): boolean {
  return !authority.extensions.subjectAltName?.uris.includes(origin);
}
