import { isSameP256Key, type P256PublicJwk } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { verifyKeyProof } from '@daricheh/shared/issuance';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';

/**
 * The keys that the proofs prove, no key twice, and the one nonce that they all answer. The nonce is not used up.
 * @throws AppError `invalid_proof`
 * @see OpenID4VCI 1.0, appendix F.4
 */
export async function verifyProofs(
  { now, verifyP256 }: Pick<Deps, 'now' | 'verifyP256'>,
  agency: Agency,
  proofs: readonly string[],
): Promise<{ keys: readonly P256PublicJwk[]; nonce: string }> {
  const keys: P256PublicJwk[] = [];
  const nonces = new Set<string>();
  for (const proof of proofs) {
    const { publicKey, nonce } = await verifyKeyProof(proof, { issuer: agency.origin, at: now() }, verifyP256);
    if (keys.some((key) => isSameP256Key(key, publicKey))) throw new AppError('invalid_proof', { what: 'key_twice' });
    keys.push(publicKey);
    nonces.add(nonce);
  }
  const [nonce, ...others] = nonces;
  if (nonce === undefined || others.length > 0) throw new AppError('invalid_proof', { what: 'nonce' });
  return { keys, nonce };
}
