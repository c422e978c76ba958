import { type Bytes, type P256PublicJwk, parseP256PublicJwk, type SignP256 } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import * as z from 'zod/mini';

/** A key of the wallet's: one that a credential is bound to, or its DPoP key at an issuer (stored shape, version 1). It lies in the vault alone, sealed like every item. */
export const holderKey = z.strictObject({
  id: z.string(),
  /** PKCS #8, base64url. */
  privateKey: z.string(),
  createdAtMs: z.number(),
});
export type HolderKey = z.infer<typeof holderKey>;

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A fresh P-256 key, and its public part. */
export async function createHolderKey(nowMs: number): Promise<{ readonly key: HolderKey; readonly publicKey: P256PublicJwk }> {
  const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const publicKey = parseP256PublicJwk(await crypto.subtle.exportKey('jwk', pair.publicKey));
  return { key: { id: crypto.randomUUID(), privateKey: encodeBase64Url(pkcs8), createdAtMs: nowMs }, publicKey };
}

/** Signs by this key, which from here on cannot be read out again. */
export async function openHolderKey(key: HolderKey): Promise<SignP256> {
  const opened = await crypto.subtle.importKey('pkcs8', decodeBase64Url(key.privateKey), p256, false, ['sign']);
  return async (data: Bytes) => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, opened, data));
}

/** The key with its public part. */
export async function openKeyPair(key: HolderKey): Promise<{ readonly publicKey: P256PublicJwk; readonly sign: SignP256 }> {
  const readable = await crypto.subtle.importKey('pkcs8', decodeBase64Url(key.privateKey), p256, true, ['sign']);
  const { d: _kept, key_ops: _signs, ...publicKey } = await crypto.subtle.exportKey('jwk', readable);
  return { publicKey: parseP256PublicJwk(publicKey), sign: await openHolderKey(key) };
}
