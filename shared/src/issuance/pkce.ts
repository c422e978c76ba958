import type { Sha256 } from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';

/** The only method that is spoken here; `plain` would show the verifier to whoever sees the request. */
export const codeChallengeMethod = 'S256';

/** A challenge as S256 writes it: 32 bytes in base64url. */
export const codeChallengePattern = /^[\w-]{43}$/;
/** A verifier: 43 to 128 unreserved characters. @see RFC 7636, section 4.1 */
export const codeVerifierPattern = /^[\w.~-]{43,128}$/;

/** The challenge of a verifier, which is 32 random bytes in base64url or any other text of RFC 7636. @see RFC 7636, section 4.2 */
export async function deriveCodeChallenge(verifier: string, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(verifier)));
}
