import { isJsonObject, type JsonObject } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { type FieldId, fields, getField } from '@daricheh/shared/vocabulary';

/** The claims about one person, nested by claim path, each one known to the vocabulary. */
export type Subject = { readonly claims: JsonObject; readonly isFictitious: boolean };

const maxTextLength = 500;
/** A portrait of 10 KiB as a data URL. */
const maxImageLength = 14_000;

const fieldByPath = new Map(
  (Object.keys(fields) as FieldId[]).flatMap((id): [string, FieldId][] => {
    const { claim } = getField(id);
    return claim ? [[claim.join('.'), id]] : [];
  }),
);

/**
 * The person that the agency's back end describes: only claims of the vocabulary, at their paths, as text that is not
 * empty, or true or false where that is what the vocabulary says. `fictitious: true` may stand beside them.
 * @throws AppError `malformed_request` naming the path, never the value
 */
export function readSubject(document: JsonObject): Subject {
  const { fictitious = false, ...claims } = document;
  if (typeof fictitious !== 'boolean') throw malformed('fictitious');
  checkMembers(claims, []);
  return { claims, isFictitious: fictitious };
}

/** The citizen's national id, which a signing credential states. @throws AppError `malformed_request` when it is not there */
export function readNationalId({ claims }: Subject): string {
  const { national_id: id } = claims;
  if (typeof id !== 'string') throw malformed('national_id');
  return id;
}

function checkMembers(object: JsonObject, path: readonly string[]): void {
  for (const [name, value] of Object.entries(object)) {
    const here = [...path, name];
    if (isJsonObject(value) && path.length === 0) checkMembers(value, here);
    else checkValue(value, here.join('.'));
  }
}

function checkValue(value: Json, path: string): void {
  const id = fieldByPath.get(path);
  if (id === undefined) throw malformed('unknown_claim');
  const { kind } = getField(id);
  const limit = kind === 'image' ? maxImageLength : maxTextLength;
  const isSound = kind === 'boolean' ? typeof value === 'boolean' : typeof value === 'string' && value.length > 0 && value.length <= limit;
  if (!isSound) throw malformed(path);
}

function malformed(field: string): AppError {
  return new AppError('malformed_request', { field });
}
