import { decodeX5c, readAuthorityKeyIds } from '../x509/index.ts';
import type { P256PublicJwk, Sha256 } from './crypto-ports.ts';
import { indexDisclosures } from './disclosure-index.ts';
import type { JsonObject } from './jws.ts';
import { revealClaims } from './reveal-claims.ts';
import { parseSdJwt } from './sd-jwt.ts';
import { readStatusReference, type StatusReference } from './status/status-reference.ts';
import { readHolderKey } from './steps/require-key-binding.ts';

/** A credential as its holder reads it. */
export type OpenedCredential = {
  /** Every claim, those that can be withheld included. */
  readonly claims: JsonObject;
  readonly holderKey: P256PublicJwk | null;
  readonly status: StatusReference | null;
  /** Of the keys that certified its issuer, as the certificates in it say (base64url). */
  readonly authorityKeyIds: readonly string[];
};

/**
 * What a credential says in full, for its holder: to show it and to match it with a query. Nothing is verified: it was
 * when it was received (`verifyCredential`), and the vault kept it whole.
 * @throws AppError `credential_malformed`, `certificate_malformed`
 */
export async function openCredential(text: string, sha256: Sha256): Promise<OpenedCredential> {
  const sdJwt = parseSdJwt(text);
  const claims = revealClaims(sdJwt.payload, await indexDisclosures(sdJwt, sha256));
  const { x5c } = sdJwt.jws.header;
  return {
    claims,
    holderKey: readHolderKey(sdJwt.payload['cnf']),
    status: readStatusReference(sdJwt.payload['status']),
    authorityKeyIds: x5c === undefined ? [] : readAuthorityKeyIds(decodeX5c(x5c)),
  };
}
