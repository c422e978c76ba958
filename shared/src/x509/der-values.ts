import type { Bytes } from '../credential/crypto-ports.ts';
import { malformed } from './der-reader.ts';

/** Dotted form of an object identifier's content. @see X.690, section 8.19 */
export function decodeOid(content: Bytes): string {
  const arcs: number[] = [];
  let arc = 0;
  let isStart = true;
  for (const byte of content) {
    if ((isStart && byte === 0x80) || arc > 0x1ff_ffff) throw malformed('oid');
    arc = arc * 128 + (byte & 0x7f);
    isStart = byte < 0x80;
    if (!isStart) continue;
    arcs.push(arc);
    arc = 0;
  }
  const first = arcs[0];
  if (first === undefined || !isStart) throw malformed('oid');
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** Value of a boolean's content: DER knows 00 and FF alone. */
export function decodeBoolean(content: Bytes): boolean {
  const byte = content[0];
  if (content.length !== 1 || (byte !== 0 && byte !== 0xff)) throw malformed('boolean');
  return byte === 0xff;
}

/** Magnitude of a non-negative integer's content, without its leading zero; one byte at least. */
export function decodeUnsigned(content: Bytes): Bytes {
  const [first, second = 0] = content;
  if (first === undefined || first >= 0x80) throw malformed('integer');
  if (first === 0 && content.length > 1 && second < 0x80) throw malformed('integer');
  return first === 0 && content.length > 1 ? content.subarray(1) : content;
}

/** A non-negative integer of any length, hexadecimal in lower case, two digits to a byte. */
export function decodeHexInteger(content: Bytes): string {
  let text = '';
  for (const byte of decodeUnsigned(content)) text += `${byte < 16 ? '0' : ''}${byte.toString(16)}`;
  return text;
}

/** A small non-negative integer, up to 127. */
export function decodeSmallInteger(content: Bytes): number {
  const magnitude = decodeUnsigned(content);
  const [value = 0] = magnitude;
  if (magnitude.length !== 1 || value > 127) throw malformed('integer');
  return value;
}

/** The bytes of a bit string that fills them whole. */
export function decodeOctetBits(content: Bytes): Bytes {
  if (content[0] !== 0) throw malformed('bit_string');
  return content.subarray(1);
}

/** Bits of a named-bit list, the first being bit 0; at most 16. DER drops trailing zero bits. @see X.690, section 11.2 */
export function decodeNamedBits(content: Bytes): ReadonlySet<number> {
  const [unused = 8, ...bytes] = content;
  const last = bytes.at(-1) ?? 0;
  const isShortest = bytes.length === 0 ? unused === 0 : unused < 8 && (last & ((1 << unused) - 1)) === 0 && ((last >> unused) & 1) === 1;
  if (bytes.length > 2 || !isShortest) throw malformed('bit_string');
  const bits = new Set<number>();
  bytes.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) bits.add(index * 8 + bit);
  });
  return bits;
}

/** Text in printable ASCII. */
export function decodeAscii(content: Bytes): string {
  if (content.some((byte) => byte < 0x21 || byte > 0x7e)) throw malformed('text');
  return String.fromCharCode(...content);
}

/** `YYMMDDhhmmssZ` or `YYYYMMDDhhmmssZ`, as RFC 5280, section 4.1.2.5, allows them. */
export function decodeTime(content: Bytes, kind: 'utc' | 'generalized'): Date {
  const text = decodeAscii(content);
  const [, yearText = '', month, day, hour, minute, second] =
    (kind === 'utc' ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/).exec(text) ?? [];
  const year = kind === 'utc' ? (yearText < '50' ? `20${yearText}` : `19${yearText}`) : yearText;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const date = new Date(iso);
  // A day that the month lacks rolls over when it is read; written again it then differs.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw malformed('time');
  return date;
}
