import type { Awaitable } from '../credential/awaitable.ts';
import type { Bytes } from '../credential/crypto-ports.ts';
import { AppError } from '../errors/index.ts';
import type { HashName, WideAlgorithm } from './algorithm-identifier.ts';
import { decodeEcdsaSignature } from './parse-certificate.ts';
import type { WideKey, WidePublicJwk } from './wide-key.ts';

/**
 * True when `signature` (r‖s on a curve, the integer of the modulus's length for RSA) over `data` is by `publicKey` under
 * `algorithm`, which goes with the key. Trusted to answer false, and not to throw, for what is no key or no signature.
 */
export type VerifySignature = (args: {
  readonly publicKey: WidePublicJwk;
  readonly algorithm: WideAlgorithm;
  readonly data: Bytes;
  readonly signature: Bytes;
}) => Awaitable<boolean>;

/** The hash of `data`. */
export type Digest = (hash: HashName, data: Bytes) => Awaitable<Bytes>;

/** A signature as certificates and CMS carry it: in DER on a curve. */
export type WideSigned = { readonly data: Bytes; readonly algorithm: WideAlgorithm; readonly signature: Bytes };

/** True when the key made the signature, by an algorithm that it may be used with. */
export async function isSignedByWideKey(
  { jwk, pss }: WideKey,
  { data, algorithm, signature }: WideSigned,
  verifySignature: VerifySignature,
): Promise<boolean> {
  if ((jwk.kty === 'EC') !== (algorithm.name === 'ECDSA')) return false;
  if (pss !== null && algorithm.name !== 'RSA-PSS') return false;
  if (
    pss !== null &&
    pss !== 'any' &&
    algorithm.name === 'RSA-PSS' &&
    (pss.hash !== algorithm.hash || algorithm.saltLength < pss.saltLength)
  )
    return false;
  const plain = jwk.kty === 'EC' ? decodeOnCurve(signature, jwk.crv) : signature;
  return plain !== null && verifySignature({ publicKey: jwk, algorithm, data, signature: plain });
}

/** r‖s; null where it is none on that curve: which curve it is on is known only once the signer is. */
function decodeOnCurve(der: Bytes, crv: 'P-256' | 'P-384'): Bytes | null {
  try {
    return decodeEcdsaSignature(der, crv === 'P-256' ? 32 : 48);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
