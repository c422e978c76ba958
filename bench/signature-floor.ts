import { createPublicKey, verify } from 'node:crypto';
import { writeEcdsaDer } from '@daricheh/server/crypto';
import type { Bytes, P256PublicJwk } from '@daricheh/shared/credential';

/** What one verification needs: the bytes that were signed, the signature as it travels (r‖s, 64 bytes), and whose it is. */
export type SignedBytes = { readonly data: Bytes; readonly signature: Bytes; readonly publicKey: P256PublicJwk };

/**
 * The floors that a verifier of these signatures is held against, with the keys at hand. `bare` is the least that Node can
 * do: key and DER made before, and nothing to convert. `asTravels` verifies r‖s as node:crypto offers it (`dsaEncoding`),
 * which is what a program without a reason to look closer does; Node 24 is slower by half there.
 */
export function createFloors(signed: readonly SignedBytes[]): { readonly bare: () => boolean; readonly asTravels: () => boolean } {
  const checks = signed.map(({ data, signature, publicKey }) => {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return { data, signature, key, der: writeEcdsaDer(signature) };
  });
  return {
    bare: () => checks.every(({ data, key, der }) => verify('sha256', data, key, der)),
    asTravels: () => checks.every(({ data, key, signature }) => verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)),
  };
}
