import type { Bytes } from '../credential/index.ts';
import { decodeBase64Url, encodeUtf8, joinBytes } from '../encoding/index.ts';

/**
 * What one form's leaf holds in the tree that a gesture agrees to: the hash of its manifest, 32 bytes, and behind it the
 * nonce of the request that it answers. One gesture serves several agencies, each with a nonce of its own, so the nonces
 * stand in the leaves and not in the challenge; and a leaf answers no other request than its own.
 * @param manifestHash base64url
 */
export function encodeBatchLeaf(manifestHash: string, nonce: string): Bytes {
  return joinBytes(decodeBase64Url(manifestHash), encodeUtf8(nonce));
}
