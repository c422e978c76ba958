import type { Bytes } from '@daricheh/shared/credential';

const sequence = 0x30;
const integer = 0x02;

/** An ECDSA signature on P-256, r‖s in 64 bytes, as the DER of Ecdsa-Sig-Value. @see RFC 3279, section 2.2.3; X.690, section 8.3 */
export function writeEcdsaDer(signature: Bytes): Bytes {
  const [r, s] = [findInteger(signature, 0, 32), findInteger(signature, 32, 64)];
  const [rLength, sLength] = [lengthOf(r), lengthOf(s)];
  const der = new Uint8Array(6 + rLength + sLength);
  der.set([sequence, 4 + rLength + sLength, integer, rLength]);
  der.set(r, 4 + rLength - r.length);
  der.set([integer, sLength], 4 + rLength);
  der.set(s, der.length - s.length);
  return der;
}

/** The bytes from the first that is not zero on; the last one alone where all are. */
function findInteger(bytes: Bytes, start: number, end: number): Bytes {
  let first = start;
  while (bytes[first] === 0 && first < end - 1) first++;
  return bytes.subarray(first, end);
}

/** A zero goes before what would be read as negative. */
function lengthOf(bytes: Bytes): number {
  return (bytes[0] ?? 0) > 0x7f ? bytes.length + 1 : bytes.length;
}
