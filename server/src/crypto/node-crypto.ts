import { createPublicKey, hash, type KeyObject, randomBytes as nodeRandomBytes, sign, verify } from 'node:crypto';
import type { Bytes, P256PublicJwk, RandomBytes, SignP256, VerifyP256 } from '@daricheh/shared/credential';
import type { VerifyRs256 } from '@daricheh/shared/submission';

const maxKeys = 1000;

/** SHA-256 by node:crypto: the port `Sha256`, synchronously. */
export function sha256(data: Bytes): Bytes {
  return copy(hash('sha256', data, 'buffer'));
}

/** Bytes from the system's generator. */
export const randomBytes: RandomBytes = (length) => copy(nodeRandomBytes(length));

/**
 * A verifier that keeps the keys it imported last, since importing one costs about as much as one verification.
 * Synchronous: that is twice as fast as WebCrypto awaited one by one.
 */
export function createVerifyP256(): VerifyP256 {
  const keys = new Map<string, KeyObject | null>();
  return ({ publicKey, data, signature }) => {
    const key = importKey(keys, publicKey);
    return key !== null && signature.length === 64 && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
  };
}

/** RSA signatures of passkeys. They are few, so no key is kept. */
export const verifyRs256: VerifyRs256 = ({ publicKey, data, signature }) => {
  try {
    return verify('sha256', data, createPublicKey({ key: { ...publicKey }, format: 'jwk' }), signature);
  } catch {
    // Not a key: the port's contract asks for a plain "no".
    return false;
  }
};

/** Signs with `privateKey`, which is on P-256. */
export function createSignP256(privateKey: KeyObject): SignP256 {
  return (data) => copy(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
}

function importKey(keys: Map<string, KeyObject | null>, jwk: P256PublicJwk): KeyObject | null {
  const name = `${jwk.x}.${jwk.y}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = readKey(jwk);
  if (keys.size >= maxKeys) keys.delete(keys.keys().next().value ?? '');
  keys.set(name, key);
  return key;
}

function readKey(jwk: P256PublicJwk): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    // Not a point on the curve: the port's contract asks for a plain "no".
    return null;
  }
}

function copy(buffer: Buffer): Bytes {
  return new Uint8Array(buffer);
}
