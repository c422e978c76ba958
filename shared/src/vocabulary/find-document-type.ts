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

/** The id of the type that a credential names; undefined for types that the vocabulary lacks. */
export function findDocumentTypeId(vct: string): DocumentTypeId | undefined {
  return documentTypeIds.find((id) => documentTypes[id].vct === vct);
}

export type DocumentClaim = { readonly datum: FieldId; readonly path: readonly string[] };

/** The claims of a type of document, in the order in which they are shown. */
export function listDocumentClaims(id: DocumentTypeId): readonly DocumentClaim[] {
  return claimsOf[id];
}

/** The datum that stands at exactly this path in credentials of this type; undefined where the vocabulary has none. */
export function findDatumOfClaim(vct: string, path: readonly (string | number | null)[]): FieldId | undefined {
  const id = findDocumentTypeId(vct);
  return id && claimsOf[id].find((claim) => isSamePath(claim.path, path))?.datum;
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
