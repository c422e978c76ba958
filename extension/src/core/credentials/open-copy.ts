import { type JsonObject, openCredential, type StatusReference } from '@daricheh/shared/credential';
import { openMdoc, readElement } from '@daricheh/shared/mdoc';
import { selectClaims } from '@daricheh/shared/presentation';
import { findDocumentTypeId, getDocumentType, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { readableInstance, type StoredCredential } from './stored-credential.ts';
import { sha256 } from './wallet-crypto.ts';

/** A copy of a document, opened. */
export type OpenedCopy = {
  /**
   * Everything that it says, as a query asks for it: of an mdoc its elements by name space. In either format `exp` and
   * `status` stand beside them where it has an end and a status.
   */
  readonly claims: JsonObject;
  /** Where its status stands; null where its issuer keeps none. */
  readonly status: StatusReference | null;
  /** Of the keys that certified its issuer (base64url). */
  readonly authorityKeyIds: readonly string[];
};

/** @throws AppError `credential_malformed`, `mdoc_invalid`, `certificate_malformed` */
export async function openCopy(format: StoredCredential['format'], credential: string): Promise<OpenedCopy> {
  if (format === 'dc+sd-jwt') return openCredential(credential, sha256);
  const { claims, validity, status, authorityKeyIds } = openMdoc(credential);
  const stated = status && { status: { status_list: { idx: status.index, uri: status.uri } } };
  return { claims: { ...claims, exp: Math.floor(validity.validUntil.getTime() / 1000), ...stated }, status, authorityKeyIds };
}

/** A document, opened by one of its copies: all say the same. */
export function openStored(stored: StoredCredential): Promise<OpenedCopy> {
  return openCopy(stored.format, readableInstance(stored).credential);
}

/** What an opened document says, each datum at the path and in the form that its type gives it, whatever the format. */
export function viewClaims({ format, vct }: Pick<StoredCredential, 'format' | 'vct'>, claims: JsonObject): JsonObject {
  const type = format === 'mso_mdoc' ? findDocumentTypeId(vct) : undefined;
  const mdoc = type && getDocumentType(type).mdoc;
  if (!type || !mdoc) return claims;
  const { exp, status } = claims;
  const view: Record<string, JsonObject[string]> = { ...(exp === undefined ? {} : { exp }), ...(status === undefined ? {} : { status }) };
  for (const { datum, path } of listDocumentClaims(type)) {
    const element = mdoc.elements[datum];
    const [found] = element === undefined ? [] : selectClaims(claims, [mdoc.namespace, element]);
    const [name] = path;
    // No document that has an mdoc form nests its claims.
    if (found && name !== undefined) view[name] = readElement(datum, found.value);
  }
  return view;
}
