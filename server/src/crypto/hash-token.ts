import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { sha256 } from './node-crypto.ts';

/** SHA-256 of a token or another drawn secret, base64url. By it the store finds what the secret opens, and never holds the secret itself. */
export function hashToken(token: string): string {
  return encodeBase64Url(sha256(encodeUtf8(token)));
}

/** As many as there are lists in use at once, and their text is held by who fetched them. */
const maxKept = 16;
const kept = new Map<string, string>();

/** The same for a status token, of which one serves thousands and may be a megabyte long: the last are kept, each found by the whole of its text. */
export function hashStatusToken(token: string): string {
  const known = kept.get(token);
  if (known !== undefined) return known;
  const hash = hashToken(token);
  if (kept.size >= maxKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(token, hash);
  return hash;
}
