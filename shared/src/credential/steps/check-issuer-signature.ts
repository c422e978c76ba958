import { AppError } from '../../errors/index.ts';
import type { Certificate, VerifiedChain } from '../../x509/index.ts';
import { type Awaitable, after } from '../awaitable.ts';
import { isJwsSignedBy } from '../jws.ts';
import { checkIssuerRegistered } from '../registered-issuer.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/**
 * V2. The chain in `x5c` leads to an anchor, its leaf's key signed the credential, `iss` is a URI of that leaf, and the
 * trust list names that issuer for this type, now and with a certificate of this chain. A leaf whose purposes are restricted
 * to others than this is refused. A key named in any other way (`jwk`, `jku`, `x5u`) is refused, not ignored.
 * @throws AppError `credential_malformed`, `credential_signature_invalid`, `issuer_not_trusted`, and those of the chain verifier
 * @see SD-JWT VC draft-19, section 2.5; RFC 7515, section 4.1.6
 */
export function checkIssuerSignature(context: CredentialContext): Awaitable<void> {
  const { sdJwt, expected, ports } = context;
  const { header } = sdJwt.jws;
  if (['jwk', 'jku', 'x5u'].some((hint) => header[hint] !== undefined)) throw malformedCredential('key_hint');
  return after(ports.verifyChain(header['x5c'], { at: expected.at }), (chain) => {
    checkIsForAnyPurpose(chain.leaf);
    return after(isJwsSignedBy(sdJwt.jws, chain.leaf.publicKey, ports.verifyP256), (isSigned) => {
      if (!isSigned) throw new AppError('credential_signature_invalid');
      context.chain = chain;
      return checkIssuer(context, chain);
    });
  });
}

function checkIssuer({ sdJwt, expected, ports }: CredentialContext, { leaf, path }: VerifiedChain): Awaitable<void> {
  const { iss, vct } = sdJwt.payload;
  if (typeof iss !== 'string') throw malformedCredential('iss');
  if (!leaf.extensions.subjectAltName?.uris.includes(iss)) throw new AppError('issuer_not_trusted', { what: 'iss' });
  if (typeof vct !== 'string') throw new AppError('issuer_not_trusted', { what: 'trust_list' });
  return checkIssuerRegistered(expected.issuers, { issuer: iss, type: { vct }, path, at: expected.at }, ports.sha256);
}

/** Certificates for other work hang under the same root: of web servers, trust lists, citizens, mobile documents. @see RFC 5280, section 4.2.1.12 */
function checkIsForAnyPurpose({ extensions: { extendedKeyUsage } }: Certificate): void {
  if (extendedKeyUsage && !extendedKeyUsage.includes(anyExtendedKeyUsage))
    throw new AppError('certificate_usage_invalid', { what: 'extended_key_usage' });
}

const anyExtendedKeyUsage = '2.5.29.37.0';
