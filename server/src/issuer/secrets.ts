import type { RandomBytes, Sha256 } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';

/** A secret to hand out: 256 bits, base64url. */
export function createSecret(randomBytes: RandomBytes): string {
  return encodeBase64Url(randomBytes(32));
}

/** What a secret is found again by: kept in its place, so that a copy of the database redeems nothing. */
export async function hashSecret(secret: string, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(secret)));
}
