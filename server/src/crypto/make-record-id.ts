import type { RandomBytes } from '@daricheh/shared/credential';
import { encodeBase64Url, joinBytes } from '@daricheh/shared/encoding';

/**
 * An id of a record that opens nothing, whose time of making is no secret: six bytes of that time in milliseconds, and ten random ones, base64url.
 * What is made at one time stands together in the index of a table, so that to write it changes few of its pages, however many rows there are.
 */
export function makeRecordId(randomBytes: RandomBytes, at: Date): string {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at.getTime()));
  return encodeBase64Url(joinBytes(time.subarray(2), randomBytes(10)));
}
