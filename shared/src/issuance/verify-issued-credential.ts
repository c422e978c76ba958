import {
  type CredentialPorts,
  isSameP256Key,
  type P256PublicJwk,
  type RegisteredIssuer,
  type VerifiedCredential,
  verifyCredential,
} from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { type MdocExpectations, maxPortraitBytes, type VerifiedMdoc, verifyIssuedMdoc } from '../mdoc/index.ts';

export type IssuedExpectations = {
  readonly issuer: string;
  readonly format: 'dc+sd-jwt' | 'mso_mdoc';
  /** Its type; of an mdoc the docType. */
  readonly vct: string;
  /** Keys that were proven in the request. */
  readonly keys: readonly P256PublicJwk[];
  /** Who may issue what, by the trust list. */
  readonly issuers: readonly RegisteredIssuer[];
  readonly at: Date;
};

/**
 * The credential keeps every rule of its format (`verifyCredential` without key binding, `verifyIssuedMdoc`), and is what
 * was offered: by that issuer, of that type, bound to one of our keys.
 * @throws AppError `credential_not_as_offered`, and those of the verifiers
 * @see OpenID4VCI 1.0, section 8.3
 */
export async function verifyIssuedCredential(
  text: string,
  expected: IssuedExpectations,
  ports: CredentialPorts,
): Promise<VerifiedCredential | VerifiedMdoc> {
  const verified = await verifyFormat(text, expected, ports);
  if (verified.issuer !== expected.issuer) throw new AppError('credential_not_as_offered', { what: 'issuer' });
  const { holderKey } = verified;
  if (!holderKey || !expected.keys.some((key) => isSameP256Key(key, holderKey))) {
    throw new AppError('credential_not_as_offered', { what: 'cnf' });
  }
  return verified;
}

function verifyFormat(
  text: string,
  { format, vct, issuers, at }: IssuedExpectations,
  ports: CredentialPorts,
): Promise<VerifiedCredential | VerifiedMdoc> {
  if (format === 'mso_mdoc') return verifyMdoc(text, { docTypes: [vct], issuers, at }, ports);
  return verifyCredential(text, { vctValues: [vct], issuers, at, keyBinding: null }, ports);
}

/** A portrait in it is no larger than one in an SD-JWT VC may be (V12): copies of it are kept by the dozen. */
async function verifyMdoc(text: string, expected: MdocExpectations, ports: CredentialPorts): Promise<VerifiedMdoc> {
  const mdoc = await verifyIssuedMdoc(text, expected, ports);
  const most = Math.ceil((maxPortraitBytes * 4) / 3);
  const isLarge = Object.values(mdoc.claims).some(({ portrait }) => typeof portrait === 'string' && portrait.length > most);
  if (isLarge) throw new AppError('mdoc_invalid', { what: 'portrait' });
  return mdoc;
}
