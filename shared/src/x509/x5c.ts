import type { Bytes } from '../credential/crypto-ports.ts';
import { decodeBase64Url, encodeBase64Url, isSameBytes } from '../encoding/index.ts';
import { malformed } from './der-reader.ts';

/** Most certificates that a chain may carry, the leaf included and the anchor not. */
export const maxChainLength = 4;

/**
 * The DER of each certificate in an `x5c` value: an array of one to four strings in base64 with padding, leaf first.
 * @throws AppError `certificate_malformed`
 * @see RFC 7515, section 4.1.6
 */
export function decodeX5c(x5c: unknown): Bytes[] {
  if (!Array.isArray(x5c) || x5c.length === 0 || x5c.length > maxChainLength) throw malformed('x5c');
  return x5c.map((entry: unknown) => {
    if (typeof entry !== 'string') throw malformed('x5c');
    return decodeBase64(entry);
  });
}

/** The `x5c` value for certificates in DER, leaf first. @see RFC 7515, section 4.1.6 */
export function encodeX5c(certificates: readonly Bytes[]): string[] {
  return certificates.map(encodeCertificate);
}

/** The DER of each certificate in PEM text (RFC 7468, section 5), in order. @throws AppError `certificate_malformed` when there is none. */
export function decodePemCertificates(pem: string): Bytes[] {
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)];
  if (blocks.length === 0) throw malformed('pem');
  return blocks.map(([, base64 = '']) => decodeBase64(base64.replace(/\s/g, '')));
}

/** The certificates that were written last: every mdoc of one issuer carries the same, and to compare bytes is less work. */
const written: { readonly der: Bytes; readonly base64: string }[] = [];
const maxWritten = 16;

function encodeCertificate(der: Bytes): string {
  const known = written.find((each) => isSameBytes(each.der, der));
  if (known) return known.base64;
  const base64 = encodeBase64(der);
  if (written.length >= maxWritten) written.shift();
  // A copy: the bytes at hand may be a part of somebody's document, which must not be kept alive.
  written.push({ der: der.slice(), base64 });
  return base64;
}

/** Base64 with padding. @see RFC 4648, section 4 */
export function encodeBase64(bytes: Bytes): string {
  const text = encodeBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** The bytes of canonical base64 with padding. @throws AppError `certificate_malformed` */
export function decodeBase64(text: string): Bytes {
  const body = text.replace(/={1,2}$/, '');
  if (text.length % 4 !== 0 || /[-_]/.test(text)) throw malformed('base64');
  try {
    return decodeBase64Url(body.replaceAll('+', '-').replaceAll('/', '_'));
  } catch {
    throw malformed('base64');
  }
}
