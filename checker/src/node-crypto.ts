import { createPublicKey, hash, verify } from 'node:crypto';
import type { Sha256, VerifyP256 } from '@daricheh/shared/credential';
import type { VerifyRs256 } from '@daricheh/shared/submission';
import { createWidePorts } from '@daricheh/shared/x509';

/** SHA-256 by node:crypto, synchronously: a log has many entries. */
export const sha256: Sha256 = (data) => new Uint8Array(hash('sha256', data, 'buffer'));

/** The port over node:crypto. */
export const verifyP256: VerifyP256 = ({ publicKey, data, signature }) => {
  if (signature.length !== 64) return false;
  try {
    return verify('sha256', data, { key: createPublicKey({ key: { ...publicKey }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    // Not a point on the curve: the port's contract asks for a plain "no".
    return false;
  }
};

/** The port over node:crypto. */
export const verifyRs256: VerifyRs256 = ({ publicKey, data, signature }) => {
  try {
    return verify('sha256', data, createPublicKey({ key: { ...publicKey }, format: 'jwk' }), signature);
  } catch {
    // Not a modulus that a key can have.
    return false;
  }
};

/** The ports of time-stamp authorities, of which there are few, over WebCrypto. */
export const { digest, verifySignature } = createWidePorts(crypto.subtle);
