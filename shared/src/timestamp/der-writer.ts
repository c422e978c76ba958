import type { Bytes } from '../credential/crypto-ports.ts';
import { derTags } from '../x509/der-reader.ts';

/** One element in DER, its content the parts one after the other. @see X.690, sections 8.1 and 10.1 */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | toBytes(length).length, ...toBytes(length)];
  const element = new Uint8Array(head.length + length);
  element.set(head);
  let at = head.length;
  for (const part of parts) {
    element.set(part, at);
    at += part.length;
  }
  return element;
}

/** A SET OF: in DER its elements stand in ascending order. @see X.690, section 11.6 */
export function writeSet(tag: number, elements: readonly Bytes[]): Bytes {
  return writeDer(tag, ...elements.toSorted(compareBytes));
}

/** Negative when `a` stands before `b` in the order of a SET OF. */
export function compareBytes(a: Bytes, b: Bytes): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0);
  return a.length - b.length;
}

/** @see X.690, section 8.19 */
export function writeOid(oid: string): Bytes {
  const [root = 0, second = 0, ...arcs] = oid.split('.').map(Number);
  return writeDer(derTags.objectIdentifier, Uint8Array.from([root * 40 + second, ...arcs].flatMap(toArcBytes)));
}

/** The integer of that magnitude, not negative. @see X.690, section 8.3 */
export function writeUnsigned(magnitude: Uint8Array): Bytes {
  const first = magnitude.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : magnitude.subarray(first);
  return (digits[0] ?? 0) > 0x7f ? writeDer(derTags.integer, Uint8Array.of(0), digits) : writeDer(derTags.integer, digits);
}

/** A small integer, not negative. */
export function writeInteger(value: number): Bytes {
  return writeUnsigned(Uint8Array.from(toBytes(value)));
}

/** `YYYYMMDDhhmmss[.f]Z`, to the millisecond and without trailing zeros. @see X.690, section 11.7; RFC 3161, section 2.4.2 */
export function writeGeneralizedTime(at: Date): Bytes {
  const seconds = at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
  const [, fraction = ''] = String(at.getUTCMilliseconds() / 1000).split('.');
  return writeDer(derTags.generalizedTime, writeAscii(`${seconds}${fraction === '' ? '' : `.${fraction}`}Z`));
}

/** An AlgorithmIdentifier without parameters: so are SHA-256 (RFC 5754, section 2) and ECDSA with it. */
export function writeAlgorithm(oid: string): Bytes {
  return writeDer(derTags.sequence, writeOid(oid));
}

function writeAscii(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Big-endian, one byte at least. */
function toBytes(value: number): number[] {
  return value < 0x100 ? [value] : [...toBytes(Math.floor(value / 0x100)), value % 0x100];
}

function toArcBytes(arc: number): number[] {
  const bytes = [arc % 0x80];
  for (let rest = Math.floor(arc / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) bytes.unshift(0x80 | (rest % 0x80));
  return bytes;
}
