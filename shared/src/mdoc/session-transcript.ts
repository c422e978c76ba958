import { type Cbor, writeCbor } from '../cbor/index.ts';
import type { Bytes, Sha256 } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';

/** What a device signs so that its answer counts in one exchange alone: the bytes of a SessionTranscript. */
export type SessionTranscript = Bytes;

/** The members of the verifier's encryption key that its thumbprint covers. */
export type ThumbprintKey = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/**
 * The transcript of a request that is answered by post.
 * @param exchange.clientId the whole client id, with its prefix
 * @param exchange.encryptionKey the key that the answer is encrypted to; null when it is not
 * @see OpenID4VP 1.0, appendix B.2.6.1
 */
export function buildPostTranscript(
  exchange: { clientId: string; nonce: string; encryptionKey: ThumbprintKey | null; responseUri: string },
  sha256: Sha256,
): Promise<SessionTranscript> {
  const { clientId, nonce, encryptionKey, responseUri } = exchange;
  return buildTranscript('OpenID4VPHandover', encryptionKey, (thumbprint) => [clientId, nonce, thumbprint, responseUri], sha256);
}

/**
 * W14. The transcript of a request over the Digital Credentials API: the origin stands bare, without `origin:`.
 * @see OpenID4VP 1.0, appendix B.2.6.2
 */
export function buildApiTranscript(
  exchange: { origin: string; nonce: string; encryptionKey: ThumbprintKey | null },
  sha256: Sha256,
): Promise<SessionTranscript> {
  const { origin, nonce, encryptionKey } = exchange;
  return buildTranscript('OpenID4VPDCAPIHandover', encryptionKey, (thumbprint) => [origin, nonce, thumbprint], sha256);
}

async function buildTranscript(
  type: string,
  key: ThumbprintKey | null,
  describe: (thumbprint: Bytes | null) => Cbor,
  sha256: Sha256,
): Promise<SessionTranscript> {
  const info = describe(key && (await hashKey(key, sha256)));
  return writeCbor([null, null, [type, await sha256(writeCbor(info))]]);
}

/** The key's thumbprint. @see RFC 7638, section 3 */
async function hashKey({ crv, kty, x, y }: ThumbprintKey, sha256: Sha256): Promise<Bytes> {
  return sha256(encodeUtf8(JSON.stringify({ crv, kty, x, y })));
}
