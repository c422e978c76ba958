import { isJsonObject, type JsonObject, sdJwtLimits } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { maxPortraitBytes } from '@daricheh/shared/mdoc';
import {
  type DocumentTypeId,
  type FieldId,
  type FieldKind,
  getDocumentType,
  getField,
  listDocumentClaims,
  normalizeAnswer,
} from '@daricheh/shared/vocabulary';

/** The claims about one person, nested by claim path, each one of a document that is to be issued. */
export type Subject = { readonly claims: JsonObject; readonly isFictitious: boolean };

const maxTextLength = 500;
/** Kinds whose normal form is the only form that is issued; text and addresses stay as the record has them. */
const normalKinds: ReadonlySet<FieldKind> = new Set(['digits', 'date', 'country', 'phone', 'iban']);

/**
 * The person that the agency's back end describes, for documents of these types: only their claims, at their paths, as
 * text that is not empty and in the normal form of its kind, or true or false where that is what the vocabulary says; and
 * each claim that one of the documents is never without. `fictitious: true` may stand beside them.
 * @throws AppError `malformed_request` naming the path, never the value
 */
export function readSubject(document: JsonObject, types: readonly DocumentTypeId[]): Subject {
  const { fictitious = false, ...claims } = document;
  if (typeof fictitious !== 'boolean') throw malformed('fictitious');
  checkMembers(claims, [], indexClaims(types));
  for (const type of types) checkRequired(claims, type);
  return { claims, isFictitious: fictitious };
}

/** The claims of the subject that belong in a document of this type. */
export function selectSubjectClaims({ claims }: Subject, type: DocumentTypeId): JsonObject {
  return listDocumentClaims(type).reduce<JsonObject>((selected, { path }) => {
    const value = readAt(claims, path);
    return value === undefined ? selected : putAt(selected, path, value);
  }, {});
}

/** The citizen's national id, which a signing credential states. @throws AppError `malformed_request` when it is not there */
export function readNationalId({ claims }: Subject): string {
  const { national_id: id } = claims;
  if (typeof id !== 'string') throw malformed('national_id');
  return id;
}

/** Each path, with the data that the documents mean by it. */
type ClaimIndex = ReadonlyMap<string, readonly FieldId[]>;

function indexClaims(types: readonly DocumentTypeId[]): ClaimIndex {
  const index = new Map<string, FieldId[]>();
  for (const { datum, path } of types.flatMap(listDocumentClaims)) {
    const key = path.join('.');
    index.set(key, [...(index.get(key) ?? []), datum]);
  }
  return index;
}

function checkMembers(object: JsonObject, path: readonly string[], index: ClaimIndex): void {
  for (const [name, value] of Object.entries(object)) {
    const here = [...path, name];
    if (isJsonObject(value) && path.length === 0) checkMembers(value, here, index);
    else checkValue(value, here.join('.'), index);
  }
}

function checkValue(value: Json, path: string, index: ClaimIndex): void {
  const data = index.get(path);
  if (data === undefined) throw malformed('unknown_claim');
  if (!data.every((datum) => isSound(value, datum))) throw malformed(path);
}

function isSound(value: Json, datum: FieldId): boolean {
  const { kind, choices } = getField(datum);
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'image') return typeof value === 'string' && isPicture(value);
  if (typeof value !== 'string' || value.length === 0 || value.length > maxTextLength) return false;
  if (choices) return Object.hasOwn(choices, value);
  return !normalKinds.has(kind) || isNormal(kind, value);
}

/** A picture in a data URL, small enough for a credential of either format. */
function isPicture(url: string): boolean {
  if (url.length > sdJwtLimits.portraitLength) return false;
  const [, base64] = /^data:image\/(?:jpeg|png|webp);base64,([A-Za-z0-9+/]+)={0,2}$/.exec(url) ?? [];
  return base64 !== undefined && Math.floor((base64.length * 3) / 4) <= maxPortraitBytes;
}

function isNormal(kind: FieldKind, value: string): boolean {
  const normal = normalizeAnswer(kind, value);
  return 'value' in normal && normal.value === value;
}

function checkRequired(claims: JsonObject, type: DocumentTypeId): void {
  const { required } = getDocumentType(type);
  for (const { datum, path } of listDocumentClaims(type)) {
    if (required.includes(datum) && readAt(claims, path) === undefined) throw malformed(path.join('.'));
  }
}

function readAt(claims: JsonObject, path: readonly string[]): Json | undefined {
  let at: Json | undefined = claims;
  for (const name of path) at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

function putAt(claims: JsonObject, [name = '', ...rest]: readonly string[], value: Json): JsonObject {
  const inner = claims[name];
  return { ...claims, [name]: rest.length === 0 ? value : putAt(isJsonObject(inner) ? inner : {}, rest, value) };
}

function malformed(field: string): AppError {
  return new AppError('malformed_request', { field });
}
