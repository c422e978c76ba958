import { constants, createHash, createPublicKey, generateKeyPairSync, randomBytes as nodeRandomBytes, sign, verify } from 'node:crypto';
import {
  type Bytes,
  type P256PublicJwk,
  parseP256PublicJwk,
  type RandomBytes,
  type Sha256,
  type SignP256,
  type VerifyP256,
} from '../credential/crypto-ports.ts';
import type { Digest, VerifySignature } from '../x509/index.ts';

export const sha256: Sha256 = (data) => copy(createHash('sha256').update(data).digest());

export const randomBytes: RandomBytes = (length) => copy(nodeRandomBytes(length));

export const verifyP256: VerifyP256 = ({ publicKey, data, signature }) => {
  try {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    // A point that is not on the curve: node refuses the key.
    return false;
  }
};

export const digest: Digest = (hash, data) => copy(createHash(hash).update(data).digest());

export const verifySignature: VerifySignature = ({ publicKey, algorithm, data, signature }) => {
  const padding = algorithm.name === 'RSA-PSS' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength } : {};
  try {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return verify(algorithm.hash, data, { key, dsaEncoding: 'ieee-p1363', ...padding }, signature);
  } catch {
    // As above.
    return false;
  }
};

/** A fresh key pair; the private part comes in the two forms that tests need. */
export type TestKey = { readonly publicKey: P256PublicJwk; readonly privateJwk: JsonWebKey; readonly sign: SignP256 };

export function createTestKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: parseP256PublicJwk(publicKey.export({ format: 'jwk' })),
    privateJwk: privateKey.export({ format: 'jwk' }) as JsonWebKey,
    sign: (data) => copy(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  };
}

function copy(bytes: Uint8Array): Bytes {
  return Uint8Array.from(bytes);
}
