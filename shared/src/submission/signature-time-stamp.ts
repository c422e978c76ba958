import type { Bytes } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type TimeStampPorts, type VerifiedTimeStamp, verifyTimeStamp } from '../timestamp/index.ts';
import { decodeBase64, encodeBase64 } from '../x509/x5c.ts';
import { maxSkewSeconds } from './steps/check-time.ts';
import type { FlattenedJws } from './submission.ts';
import { decodeSubmissionHeader } from './submission-header.ts';
import type { UnsignedHeader } from './unsigned-header.ts';

/** The header that holds that token (DER). */
export function buildUnsignedHeader(token: Bytes): UnsignedHeader {
  return { etsiU: [{ sigTst: { tstTokens: [{ val: encodeBase64(token) }] } }] };
}

/** What a time stamp of a signature is over: the signature in base64url, as ASCII. @see JAdES, section 5.3.4 */
export function encodeStampedSignature(signature: string): Bytes {
  return encodeUtf8(signature);
}

/**
 * The time stamp in `header`, once it holds for the signature of `jws`: nobody signed later than it says, and the signer's
 * certificate was valid then, under its chain. So it stays, whatever becomes of the certificate afterwards.
 *
 * Not checked: the signature itself (see `verifySubmission`), and whether anything was revoked at that time.
 * @throws AppError `time_stamp_invalid`
 * @see ETSI EN 319 102-1, section 5.5
 */
export async function verifySignatureTimeStamp(
  jws: FlattenedJws,
  header: UnsignedHeader,
  ports: TimeStampPorts,
): Promise<VerifiedTimeStamp> {
  const imprint = await ports.sha256(encodeStampedSignature(jws.signature));
  const stamp = await verifyTimeStamp(readToken(header), { imprint }, ports);
  const { iat, x5c } = decodeSubmissionHeader(jws.protected);
  if (iat * 1000 > stamp.at.getTime() + maxSkewSeconds * 1000) throw new AppError('time_stamp_invalid', { what: 'iat' });
  await checkSigner(x5c, stamp.at, ports);
  return stamp;
}

function readToken({ etsiU }: UnsignedHeader): Bytes {
  const val = etsiU[0]?.sigTst.tstTokens[0]?.val ?? '';
  try {
    return decodeBase64(val);
  } catch {
    throw new AppError('time_stamp_invalid', { what: 'base64' });
  }
}

async function checkSigner(x5c: readonly string[], at: Date, { verifyChain }: TimeStampPorts): Promise<void> {
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
