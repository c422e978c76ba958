import { AppError } from '../errors/index.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sextets = new Uint8Array(128).fill(255);
for (let index = 0; index < alphabet.length; index++) sextets[alphabet.charCodeAt(index)] = index;

/** The bytes as base64url without padding (RFC 4648, section 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += digit(group >> 18) + digit(group >> 12);
    if (left > 1) text += digit(group >> 6);
    if (left > 2) text += digit(group);
  }
  return text;
}

/**
 * The bytes that `text` stands for. Strict: no padding, no white space, no other alphabet, and unused trailing bits
 * must be zero, so that exactly one text stands for each byte string.
 * @throws AppError `malformed_request` when `text` is not canonical base64url.
 * @see RFC 4648, sections 3.2, 3.5 and 5
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 4;
  if (rest === 1) throw new AppError('malformed_request', { what: 'base64url' });
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const sextet = code < 128 ? (sextets[code] ?? 255) : 255;
    if (sextet === 255) throw new AppError('malformed_request', { what: 'base64url' });
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) throw new AppError('malformed_request', { what: 'base64url' });
  return bytes;
}

function digit(value: number): string {
  return alphabet.charAt(value & 63);
}
