import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url, type Json, parseStrictJson } from '@daricheh/shared/encoding';

const ivBytes = 12;
const tagBytes = 16;

/** What a sealed value opens by: a secret that is handed out and not kept, and what it is the secret of. */
export type SealKey = { readonly secret: string; readonly purpose: string };

/**
 * The value under AES-256-GCM, by a key that follows from the secret (HKDF-SHA-256): base64url of nonce, text and tag.
 * The secret must have 128 bits or more, or be joined to one that has: the sealed text can be tried at leisure.
 * @see NIST SP 800-38D; RFC 5869
 */
export function sealJson(value: Json, key: SealKey): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(key), iv);
  const parts = [iv, cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return encodeBase64Url(new Uint8Array(Buffer.concat(parts)));
}

/** The value that was sealed by this key; null when it was sealed by another, or has been changed. */
export function openJson(sealed: string, key: SealKey): Json | null {
  try {
    const bytes = decodeBase64Url(sealed);
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(key), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return parseStrictJson(Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]));
  } catch {
    // The tag does not fit: the caller's secret is not the one. Node says no more than that.
    return null;
  }
}

function deriveKey({ secret, purpose }: SealKey): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `daricheh/${purpose}`, 32));
}
