import type { DocumentType } from './document-type.ts';
import { documentTypes } from './document-types.ts';
import { type FieldId, isFieldId } from './fields.ts';

export type DocumentTypeId = keyof typeof documentTypes;

/** Every id, in the order in which a person is shown their documents. */
export const documentTypeIds: readonly DocumentTypeId[] = Object.keys(documentTypes).filter(isDocumentTypeId);

/** True when `value` is the id of a type of document. */
export function isDocumentTypeId(value: unknown): value is DocumentTypeId {
  return typeof value === 'string' && Object.hasOwn(documentTypes, value);
}

/** The entry of a type of document. */
export function getDocumentType(id: DocumentTypeId): DocumentType {
  return documentTypes[id];
}

/** The id of the type that a credential names, by the vct of an SD-JWT VC or the docType of an mdoc; undefined for types that the vocabulary lacks. */
export function findDocumentTypeId(type: string): DocumentTypeId | undefined {
  return documentTypeIds.find((id) => getDocumentType(id).vct === type || isDocTypeOf(id, type));
}

function isDocTypeOf(id: DocumentTypeId, type: string): boolean {
  return getDocumentType(id).mdoc?.docType === type;
}

export type DocumentClaim = { readonly datum: FieldId; readonly path: readonly string[] };

/** The claims of a type of document, in the order in which they are shown. */
export function listDocumentClaims(id: DocumentTypeId): readonly DocumentClaim[] {
  return claimsOf[id];
}

/** The claims of the credentials of a type, by its vct or docType, in the order in which they are shown; an mdoc's stand at name space and element. */
export function listCredentialClaims(type: string): readonly DocumentClaim[] {
  const id = findDocumentTypeId(type);
  if (!id) return [];
  const mdoc = isDocTypeOf(id, type) ? getDocumentType(id).mdoc : undefined;
  if (!mdoc) return claimsOf[id];
  return claimsOf[id].flatMap(({ datum }) => {
    const element = mdoc.elements[datum];
    return element === undefined ? [] : [{ datum, path: [mdoc.namespace, element] }];
  });
}

/** The datum that stands at exactly this path in credentials of this type (vct or docType); undefined where the vocabulary has none. */
export function findDatumOfClaim(type: string, path: readonly (string | number | null)[]): FieldId | undefined {
  return listCredentialClaims(type).find((claim) => isSamePath(claim.path, path))?.datum;
}

/** The id of the type that an mdoc names; undefined for types that the vocabulary lacks. */
export function findMdocTypeId(docType: string): DocumentTypeId | undefined {
  return documentTypeIds.find((id) => getDocumentType(id).mdoc?.docType === docType);
}

/** The path of a datum in mdocs of this type, as DCQL writes it: namespace, element. Undefined where it has none. */
export function findElementPath(id: DocumentTypeId, datum: FieldId): readonly [string, string] | undefined {
  const { mdoc } = getDocumentType(id);
  const element = mdoc?.elements[datum];
  return mdoc === undefined || element === undefined ? undefined : [mdoc.namespace, element];
}

/** The datum that stands at this path in mdocs of this type; undefined where the vocabulary has none. */
export function findDatumOfElement(docType: string, path: readonly (string | number | null)[]): FieldId | undefined {
  const id = findMdocTypeId(docType);
  return (
    id &&
    Object.keys(getDocumentType(id).mdoc?.elements ?? {})
      .filter(isFieldId)
      .find((datum) => isSamePath(findElementPath(id, datum) ?? [], path))
  );
}

/** The types of document that state a datum: those drawn from its own record first, then those that repeat it. */
export function listDocumentTypesOf(datum: FieldId): readonly DocumentTypeId[] {
  const stating = documentTypeIds.filter((id) => claimsOf[id].some((claim) => claim.datum === datum));
  const isRepeated = (id: DocumentTypeId): boolean => getDocumentType(id).repeated.includes(datum);
  return [...stating.filter((id) => !isRepeated(id)), ...stating.filter(isRepeated)];
}

const claimsOf = Object.fromEntries(documentTypeIds.map((id) => [id, listClaims(getDocumentType(id))])) as Readonly<
  Record<DocumentTypeId, readonly DocumentClaim[]>
>;

function listClaims({ claims }: DocumentType): readonly DocumentClaim[] {
  return Object.entries(claims).flatMap(([datum, path]) => (isFieldId(datum) ? [{ datum, path }] : []));
}

function isSamePath(a: readonly string[], b: readonly (string | number | null)[]): boolean {
  return a.length === b.length && a.every((part, place) => part === b[place]);
}
