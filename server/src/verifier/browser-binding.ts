import { timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { hashToken } from '../crypto/hash-token.ts';
import { sha256 } from '../crypto/node-crypto.ts';

/** The secret that tells one browser from another while it signs in: 256 bits, base64url. */
export function createBrowserSecret(randomBytes: RandomBytes): string {
  return encodeBase64Url(randomBytes(32));
}

/** What is kept of the secret. */
export function hashBrowserSecret(secret: string): string {
  return hashToken(secret);
}

/** True when `secret` is the one whose hash was kept; takes as long for any answer. */
export function isSameBrowser(secret: string | undefined, hash: string): boolean {
  return secret !== undefined && timingSafeEqual(sha256(encodeUtf8(hashBrowserSecret(secret))), sha256(encodeUtf8(hash)));
}
