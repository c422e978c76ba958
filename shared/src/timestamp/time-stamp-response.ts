import type { Bytes } from '../credential/crypto-ports.ts';
import { AppError } from '../errors/index.ts';
import { DerReader, derTags, malformed } from '../x509/der-reader.ts';
import { decodeSmallInteger } from '../x509/der-values.ts';
import { writeDer, writeInteger } from './der-writer.ts';
import { failureBits, type TimeStampFailure } from './failures.ts';
import { maxTokenLength } from './verify-time-stamp.ts';

export const timeStampReplyType = 'application/timestamp-reply';

/** What a response may measure: a token and a few words. */
export const maxResponseLength = maxTokenLength + 1024;

const granted = 0;
const grantedWithMods = 1;
const rejection = 2;

/** DER of the answer that hands over a token. @see RFC 3161, section 2.4.2 */
export function grantTimeStamp(token: Bytes): Bytes {
  return writeDer(derTags.sequence, writeDer(derTags.sequence, writeInteger(granted)), token);
}

/** DER of the answer that gives none, and why. @see RFC 3161, section 2.4.2 */
export function refuseTimeStamp(failure: TimeStampFailure): Bytes {
  return writeDer(
    derTags.sequence,
    writeDer(derTags.sequence, writeInteger(rejection), writeDer(derTags.bitString, writeFailure(failureBits[failure]))),
  );
}

/** A named-bit list of one bit: as short as it can be. @see X.690, section 11.2 */
function writeFailure(bit: number): Bytes {
  const bits = new Uint8Array(2 + (bit >> 3));
  bits[0] = 7 - (bit & 7);
  bits[bits.length - 1] = 0x80 >> (bit & 7);
  return bits;
}

/**
 * The token that an authority's answer hands over; it is not verified here.
 * @throws AppError `time_stamp_invalid` where the answer is no response, `unavailable` where the authority gave none
 */
export function parseTimeStampResponse(der: Bytes): Bytes {
  try {
    if (der.length > maxResponseLength) throw malformed('size');
    const outer = new DerReader(der);
    const response = outer.enter(derTags.sequence);
    outer.finish();
    const status = decodeSmallInteger(response.enter(derTags.sequence).read(derTags.integer));
    if (status !== granted && status !== grantedWithMods) throw new AppError('unavailable', { what: 'time_stamp', status });
    const token = response.readWhole(derTags.sequence);
    response.finish();
    return token;
  } catch (error) {
    if (error instanceof AppError && error.code === 'certificate_malformed') throw new AppError('time_stamp_invalid', error.facts);
    throw error;
  }
}
