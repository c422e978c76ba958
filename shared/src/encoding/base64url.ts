import { AppError } from '../errors/index.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digits = Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));
/** For each ASCII code the six bits that it stands for; 64 for one that stands for none. */
const sextets = new Uint8Array(128).fill(64);
digits.forEach((code, value) => {
  sextets[code] = value;
});

const ascii = new TextDecoder();

/** The bytes as base64url without padding (RFC 4648, section 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let end = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    codes[end++] = digitOf(group >> 18);
    codes[end++] = digitOf(group >> 12);
    codes[end++] = digitOf(group >> 6);
    codes[end++] = digitOf(group);
  }
  // A last group of one byte takes two digits, of two bytes three.
  return ascii.decode(codes.subarray(0, Math.ceil((bytes.length * 4) / 3)));
}

/**
 * The bytes that `text` stands for. Strict: no padding, no white space, no other alphabet, and unused trailing bits
 * must be zero, so that exactly one text stands for each byte string.
 * @throws AppError `malformed_request` when `text` is not canonical base64url.
 * @see RFC 4648, sections 3.2, 3.5 and 5
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 4;
  if (rest === 1) throw notCanonical();
  const bytes = new Uint8Array((text.length * 3) >> 2);
  const whole = text.length - rest;
  let end = 0;
  let at = 0;
  for (; at < whole; at += 4) {
    const group = (sextetAt(text, at) << 18) | (sextetAt(text, at + 1) << 12) | (sextetAt(text, at + 2) << 6) | sextetAt(text, at + 3);
    bytes[end++] = group >> 16;
    bytes[end++] = group >> 8;
    bytes[end++] = group;
  }
  if (rest > 0) {
    const group = (sextetAt(text, at) << 18) | (sextetAt(text, at + 1) << 12) | (rest === 3 ? sextetAt(text, at + 2) << 6 : 0);
    if ((group & (rest === 2 ? 0xffff : 0xff)) !== 0) throw notCanonical();
    bytes[end++] = group >> 16;
    if (rest === 3) bytes[end] = group >> 8;
  }
  return bytes;
}

function sextetAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const sextet = code < 128 ? (sextets[code] ?? 64) : 64;
  if (sextet === 64) throw notCanonical();
  return sextet;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return at < bytes.length ? (bytes[at] ?? 0) : 0;
}

function digitOf(value: number): number {
  return digits[value & 63] ?? 0;
}

function notCanonical(): AppError {
  return new AppError('malformed_request', { what: 'base64url' });
}
