import { cborLimits } from '../cbor/index.ts';
import type { Bytes, JsonObject, P256PublicJwk, StatusReference } from '../credential/index.ts';
import { decodeBase64Url } from '../encoding/index.ts';
import { readAuthorityKeyIds } from '../x509/index.ts';
import { readDocument } from './cbor-parts.ts';
import { gatherClaims, type IssuerSigned, parseIssuerSigned } from './issuer-signed.ts';
import { invalidMdoc } from './mdoc-error.ts';
import type { ValidityInfo } from './security-object.ts';

/** An mdoc as its holder reads it. */
export type OpenedMdoc = {
  readonly docType: string;
  /** Every element: by namespace, then by name. Bytes are base64url, dates `yyyy-mm-dd`. */
  readonly claims: { readonly [namespace: string]: JsonObject };
  readonly deviceKey: P256PublicJwk;
  readonly validity: ValidityInfo;
  readonly status: StatusReference | null;
  /** Of the keys that certified its issuer, as the certificates in it say (base64url). */
  readonly authorityKeyIds: readonly string[];
};

/** Most characters of an mdoc, or of a response that shows one, as it travels. */
const maxLength = Math.ceil((cborLimits.bytes * 4) / 3);

/**
 * What an issued mdoc says in full, for its holder: to show it and to match it with a query. Nothing is verified: it was
 * when it was received (`verifyIssuedMdoc`), and the vault kept it whole.
 * @throws AppError `mdoc_invalid`, `certificate_malformed`
 */
export function openMdoc(text: string): OpenedMdoc {
  const { items, issuerAuth, securityObject } = readIssuedMdoc(text);
  const { docType, deviceKey, validity, status } = securityObject;
  return { docType, claims: gatherClaims(items), deviceKey, validity, status, authorityKeyIds: readAuthorityKeyIds(issuerAuth.x5chain) };
}

/** The parts of an mdoc as it was issued. @throws AppError `mdoc_invalid` */
export function readIssuedMdoc(text: string): IssuerSigned {
  return parseIssuerSigned(readDocument(decodeMdoc(text), 'issuer_signed'));
}

/** The bytes of what travels as base64url; its length is looked at first. @throws AppError `mdoc_invalid` */
export function decodeMdoc(text: string): Bytes {
  if (text.length > maxLength) throw invalidMdoc('size');
  try {
    return decodeBase64Url(text);
  } catch (cause) {
    throw invalidMdoc('base64url', cause);
  }
}
