import {
  type CredentialPorts,
  isSameP256Key,
  type P256PublicJwk,
  type RegisteredIssuer,
  type VerifiedCredential,
  verifyCredential,
} from '../credential/index.ts';
import { AppError } from '../errors/index.ts';

export type IssuedExpectations = {
  readonly issuer: string;
  readonly vct: string;
  /** Keys that were proven in the request. */
  readonly keys: readonly P256PublicJwk[];
  /** Who may issue what, by the trust list. */
  readonly issuers: readonly RegisteredIssuer[];
  readonly at: Date;
};

/**
 * The credential keeps every rule of `verifyCredential` but key binding, and is what was offered: by that issuer, of
 * that type, bound to one of our keys.
 * @throws AppError `credential_not_as_offered`, and those of `verifyCredential`
 * @see OpenID4VCI 1.0, section 8.3
 */
export async function verifyIssuedCredential(
  text: string,
  expected: IssuedExpectations,
  ports: CredentialPorts,
): Promise<VerifiedCredential> {
  const { issuer, vct, keys, issuers, at } = expected;
  const verified = await verifyCredential(text, { vctValues: [vct], issuers, at, keyBinding: null }, ports);
  if (verified.issuer !== issuer) throw new AppError('credential_not_as_offered', { what: 'issuer' });
  const { holderKey } = verified;
  if (!holderKey || !keys.some((key) => isSameP256Key(key, holderKey))) throw new AppError('credential_not_as_offered', { what: 'cnf' });
  return verified;
}
