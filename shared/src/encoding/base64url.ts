import { AppError } from '../errors/index.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digits = Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));
/** For each byte the six bits that it stands for; 64 for one that stands for none. */
const sextets = new Uint8Array(256).fill(64);
digits.forEach((code, value) => {
  sextets[code] = value;
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

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
  return decoder.decode(codes.subarray(0, Math.ceil((bytes.length * 4) / 3)));
}

/**
 * The bytes that `text`, or its UTF-8, stands for. Strict: no padding, no white space, no other alphabet, and unused
 * trailing bits must be zero, so that exactly one text stands for each byte string.
 * @throws AppError `malformed_request` when `text` is not canonical base64url.
 * @see RFC 4648, sections 3.2, 3.5 and 5
 */
export function decodeBase64Url(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const codes = typeof text === 'string' ? encoder.encode(text) : text;
  const rest = codes.length % 4;
  const whole = codes.length - rest;
  const bytes = new Uint8Array((codes.length * 3) >> 2);
  let end = 0;
  let seen = 0;
  for (let at = 0; at < whole; at += 4) {
    const [a, b, c, d] = [sextetAt(codes, at), sextetAt(codes, at + 1), sextetAt(codes, at + 2), sextetAt(codes, at + 3)];
    seen |= a | b | c | d;
    bytes[end++] = (a << 2) | (b >> 4);
    bytes[end++] = (b << 4) | (c >> 2);
    bytes[end++] = (c << 6) | d;
  }
  // One look at the end tells whether any was no digit.
  if (rest === 1 || seen > 63) throw notCanonical();
  if (rest > 0) decodeTail(codes.subarray(whole), bytes.subarray(end));
  return bytes;
}

/** Two digits for one byte, or three for two. */
function decodeTail(codes: Uint8Array, into: Uint8Array): void {
  const [a, b, c] = [sextetAt(codes, 0), sextetAt(codes, 1), codes.length === 3 ? sextetAt(codes, 2) : 0];
  const unused = codes.length === 3 ? c & 3 : b & 15;
  if ((a | b | c) > 63 || unused !== 0) throw notCanonical();
  into[0] = (a << 2) | (b >> 4);
  if (codes.length === 3) into[1] = (b << 4) | (c >> 2);
}

function sextetAt(codes: Uint8Array, at: number): number {
  return sextets[codes[at] ?? 0] ?? 64;
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
