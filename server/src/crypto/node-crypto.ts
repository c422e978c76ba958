import {
  constants,
  createHmac,
  createPublicKey,
  hash,
  type KeyObject,
  randomBytes as nodeRandomBytes,
  randomFillSync,
  sign,
  verify,
} from 'node:crypto';
import type { Bytes, P256PublicJwk, RandomBytes, SignP256, VerifyP256 } from '@daricheh/shared/credential';
import { readDerSignature, type VerifyRs256 } from '@daricheh/shared/submission';
import type { HmacSha256 } from '@daricheh/shared/webhook';
import type { Digest, VerifySignature } from '@daricheh/shared/x509';
import { writeEcdsaDer } from './ecdsa-der.ts';

export { writeEcdsaDer };

const maxKeys = 1000;

/** SHA-256 by node:crypto: the port `Sha256`, synchronously. */
export function sha256(data: Bytes): Bytes {
  return copy(hash('sha256', data, 'buffer'));
}

/** HMAC-SHA256 by node:crypto, synchronously. */
export const hmacSha256 = ((key, data) => copy(createHmac('sha256', key).update(data).digest())) satisfies HmacSha256;

/** Bytes from the system's generator, which is asked for many at once: to ask takes longer than to draw. None is given twice, and none that was given is kept. */
export const randomBytes: RandomBytes = (length) => {
  if (length > mostFromStock) return copy(nodeRandomBytes(length));
  if (drawn + length > stock.length) {
    randomFillSync(stock);
    drawn = 0;
  }
  const bytes = stock.slice(drawn, drawn + length);
  stock.fill(0, drawn, drawn + length);
  drawn += length;
  return bytes;
};

const mostFromStock = 256;
const stock = new Uint8Array(4096);
let drawn = stock.length;

/**
 * A verifier that keeps the keys it imported last, since importing one costs about as much as one verification.
 * Synchronous: that is twice as fast as WebCrypto awaited one by one. Node is handed the bare key and DER: to be told of
 * `ieee-p1363` it wants an object around the key, which it takes for a key and for another kind of key first, and two
 * caught exceptions cost half as much as the verification (seen with 24.21).
 */
export function createVerifyP256(): VerifyP256 {
  const keys = new Map<string, KeyObject | null>();
  return ({ publicKey, data, signature }) => {
    const key = importKey(keys, publicKey);
    return key !== null && signature.length === 64 && verify('sha256', data, key, writeEcdsaDer(signature));
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

/** Hashes of time-stamp authorities. */
export const digest: Digest = (name, data) => copy(hash(name, data, 'buffer'));

/** Signatures of time-stamp authorities. They are few, so no key is kept. */
export const verifySignature: VerifySignature = ({ publicKey, algorithm, data, signature }) => {
  const padding = algorithm.name === 'RSA-PSS' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength } : {};
  try {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return verify(algorithm.hash, data, { key, dsaEncoding: 'ieee-p1363', ...padding }, signature);
  } catch {
    // Not a key: the port's contract asks for a plain "no".
    return false;
  }
};

/** Signs with `privateKey`, which is on P-256. Node is handed the bare key, for the reason that `createVerifyP256` gives. */
export function createSignP256(privateKey: KeyObject): SignP256 {
  return (data) => {
    const signature = readDerSignature(copy(sign('sha256', data, privateKey)));
    if (signature === undefined) throw new Error('The key is not on P-256.');
    return signature;
  };
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

function readKey({ x, y }: P256PublicJwk): KeyObject | null {
  const [xBytes, yBytes] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  if (xBytes.length !== 32 || yBytes.length !== 32) return null;
  try {
    return createPublicKey(`${pemStart}${Buffer.concat([xBytes, yBytes]).toString('base64')}${pemEnd}`);
  } catch {
    // Not a point on the curve: the port's contract asks for a plain "no".
    return null;
  }
}

/** A public key on P-256 up to its point, 04‖x‖y. Of the forms that Node reads, text takes a third of the time. @see RFC 5480, section 2 */
const pemStart = '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
const pemEnd = '\n-----END PUBLIC KEY-----\n';

function copy(buffer: Buffer): Bytes {
  return new Uint8Array(buffer);
}
