import { AppError } from '../errors/index.ts';
import { encodeUtf8 } from './utf8.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The two digits for each twelve bits: half the steps, and no decoder is asked. Made once somebody encodes: most pages into which this is put never do. */
const pairs: string[] = [];
/** For each byte the six bits that it stands for; -1, which is all bits, for one that stands for none. */
const sextets = /* @__PURE__ */ listSextets();

/** The bytes as base64url without padding (RFC 4648, section 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  if (pairs.length === 0) for (const first of digits) for (const second of digits) pairs.push(first + second);
  const rest = bytes.length % 3;
  const whole = bytes.length - rest;
  let text = '';
  for (let at = 0; at < whole; at += 3) {
    const group = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    text += pairOf(group >> 12) + pairOf(group);
  }
  if (rest === 1) return text + pairOf(byteAt(bytes, whole) << 4);
  // Of the four digits for two bytes the last would say nothing.
  return rest === 2
    ? text + pairOf((byteAt(bytes, whole) << 4) | (byteAt(bytes, whole + 1) >> 4)) + digitOf(byteAt(bytes, whole + 1) << 2)
    : text;
}

/**
 * The bytes that `text`, or its UTF-8, stands for. Strict: no padding, no white space, no other alphabet, and unused
 * trailing bits must be zero, so that exactly one text stands for each byte string.
 * @throws AppError `malformed_request` when `text` is not canonical base64url.
 * @see RFC 4648, sections 3.2, 3.5 and 5
 */
export function decodeBase64Url(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const codes = typeof text === 'string' ? encodeUtf8(text) : text;
  const rest = codes.length % 4;
  const whole = codes.length - rest;
  const bytes = new Uint8Array((codes.length * 3) >> 2);
  let end = 0;
  let seen = 0;
  for (let at = 0; at < whole; at += 4) {
    const group = (sextetAt(codes, at) << 18) | (sextetAt(codes, at + 1) << 12) | (sextetAt(codes, at + 2) << 6) | sextetAt(codes, at + 3);
    seen |= group;
    bytes[end++] = group >> 16;
    bytes[end++] = group >> 8;
    bytes[end++] = group;
  }
  // One look at the end tells whether any was no digit: the sign of a group is that of its parts.
  if (rest === 1 || seen < 0) throw notCanonical();
  if (rest > 0) decodeTail(codes.subarray(whole), bytes.subarray(end));
  return bytes;
}

/** Two digits for one byte, or three for two. */
function decodeTail(codes: Uint8Array, into: Uint8Array): void {
  const [a, b, c] = [sextetAt(codes, 0), sextetAt(codes, 1), codes.length === 3 ? sextetAt(codes, 2) : 0];
  const unused = codes.length === 3 ? c & 3 : b & 15;
  if ((a | b | c) < 0 || unused !== 0) throw notCanonical();
  into[0] = (a << 2) | (b >> 4);
  if (codes.length === 3) into[1] = (b << 4) | (c >> 2);
}

function listSextets(): Int8Array {
  const all = new Int8Array(256).fill(-1);
  for (let value = 0; value < digits.length; value += 1) all[digits.charCodeAt(value)] = value;
  return all;
}

function sextetAt(codes: Uint8Array, at: number): number {
  return sextets[codes[at] ?? 0] ?? -1;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Of the lowest six bits. */
function digitOf(value: number): string {
  return digits[value & 63] ?? '';
}

/** Of the lowest twelve bits. */
function pairOf(value: number): string {
  return pairs[value & 4095] ?? '';
}

function notCanonical(): AppError {
  return new AppError('malformed_request', { what: 'base64url' });
}
