import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import type { P256PublicJwk, Sha256 } from './crypto-ports.ts';

/** The SHA-256 thumbprint of a key, base64url. @see RFC 7638, section 3 */
export async function thumbprintKey({ kty, crv, x, y }: P256PublicJwk, sha256: Sha256): Promise<string> {
  // The required members alone, in the order of their names.
  return encodeBase64Url(await sha256(encodeUtf8(JSON.stringify({ crv, kty, x, y }))));
}
