import type { RandomBytes } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';

/** Crockford's digits: none is mistaken for another when a case number is read out. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A case number: twelve random characters (60 bits) in groups of four. It opens nothing by itself. */
export function makeCaseNumber(randomBytes: RandomBytes): string {
  const text = Array.from(randomBytes(12), (byte) => digits.charAt(byte & 31)).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** An id or a token of `length` random bytes, base64url. */
export function makeRandomName(randomBytes: RandomBytes, length: number): string {
  return encodeBase64Url(randomBytes(length));
}
