import { type DocumentTypeId, type FieldId, listDocumentClaims } from '@daricheh/shared/vocabulary';
import type { PersonRecord } from '../people/record.ts';
import type { Person } from '../people.ts';

type Claims = { [name: string]: string | boolean | Claims };

/** What the server is asked to issue for one entry of the register: its claims at the paths of the document, with its holder's. */
export function describeSubject(person: Person, { type, data }: PersonRecord): Claims {
  const { given_name, family_name, given_name_latin, family_name_latin, national_id } = person.claims;
  const holder: Readonly<Partial<Record<FieldId, string | undefined>>> = {
    'given-name': given_name,
    'family-name': family_name,
    'given-name-latin': given_name_latin,
    'family-name-latin': family_name_latin,
    'national-id': national_id,
  };
  return { ...placeClaims(type, { ...holder, ...data }), fictitious: true };
}

function placeClaims(type: DocumentTypeId, data: Readonly<Partial<Record<FieldId, string | boolean | undefined>>>): Claims {
  return listDocumentClaims(type).reduce<Claims>((claims, { datum, path }) => {
    const value = data[datum];
    return value === undefined ? claims : putAt(claims, path, value);
  }, {});
}

function putAt(claims: Claims, [name = '', ...rest]: readonly string[], value: string | boolean): Claims {
  const inner = claims[name];
  return { ...claims, [name]: rest.length === 0 ? value : putAt(typeof inner === 'object' ? inner : {}, rest, value) };
}
