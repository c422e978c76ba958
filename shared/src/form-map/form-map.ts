import * as z from 'zod/mini';
import { type FieldId, getField, isOwnDatum, otherPeople } from '../vocabulary/index.ts';

/** Most that a map may hold; `chars` is its length as it is served, `days` how long it may count. */
export const formMapLimits = { chars: 65_536, days: 400, forms: 50, paths: 20, marks: 10, fields: 200, control: 100 } as const;

/** `name` of a control in the page; of a control without one, its `id`. */
const control = z.string().check(z.minLength(1), z.maxLength(formMapLimits.control));

/** A path as the browser writes it, without query and fragment. */
const path = z.string().check(
  z.maxLength(300),
  z.refine((value) => value.startsWith('/') && URL.canParse(value, 'https://a.example') && isPlainPath(value)),
);

function isPlainPath(value: string): boolean {
  const url = new URL(value, 'https://a.example');
  return url.origin === 'https://a.example' && url.pathname === value;
}

/** True for data that a control of a form can take: all of one's own but pictures. */
function canStandInForm(datum: unknown): datum is FieldId {
  return isOwnDatum(datum) && getField(datum).kind !== 'image';
}

function isEachOnce<Entry>(nameOf: (entry: Entry) => unknown) {
  return z.refine<readonly Entry[]>((entries) => new Set(entries.map(nameOf)).size === entries.length);
}

/**
 * What one control asks for: a datum of the vocabulary, or null where a wallet leaves it empty. `whose`: left out where it is about the person who fills the
 * form.
 */
export const mappedField = z
  .strictObject({ control, datum: z.nullable(z.custom<FieldId>(canStandInForm)), whose: z.optional(z.enum(otherPeople)) })
  .check(z.refine(({ datum, whose }) => datum !== null || whose === undefined));
export type MappedField = z.infer<typeof mappedField>;

/** One form: at one of these paths, the one in which all of `marks` stand. Controls that `fields` does not name are left to the wallet. */
export const mappedForm = z.strictObject({
  paths: z.array(path).check(z.minLength(1), z.maxLength(formMapLimits.paths), isEachOnce(String)),
  marks: z.array(control).check(z.minLength(1), z.maxLength(formMapLimits.marks), isEachOnce(String)),
  fields: z.array(mappedField).check(
    z.minLength(1),
    z.maxLength(formMapLimits.fields),
    isEachOnce(({ control: name }) => name),
  ),
});
export type MappedForm = z.infer<typeof mappedForm>;

/** What an agency writes: `version` grows with each change; `days` is how long each signed copy counts, 30 where it is left out. */
export const formMapContent = z.strictObject({
  version: z.number().check(z.int(), z.gte(1)),
  days: z.optional(z.number().check(z.int(), z.gte(2), z.lte(formMapLimits.days))),
  forms: z.array(mappedForm).check(z.minLength(1), z.maxLength(formMapLimits.forms)),
});
export type FormMapContent = z.infer<typeof formMapContent>;

/**
 * What the fields of an agency's forms ask for, in the agency's own word. Published as a compact JWS (`typ` daricheh-form-map+jws) under the agency's
 * seal, for one origin; nobody goes back to a smaller `version`.
 */
export const formMap = z
  .strictObject({
    type: z.literal('daricheh.form-map.v1'),
    origin: z.string(),
    version: formMapContent.shape.version,
    issuedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    forms: formMapContent.shape.forms,
  })
  .check(z.refine(({ issuedAt, expiresAt }) => isWithin(Date.parse(expiresAt) - Date.parse(issuedAt))));
export type FormMap = z.infer<typeof formMap>;

function isWithin(lifetimeMs: number): boolean {
  return lifetimeMs > 0 && lifetimeMs <= formMapLimits.days * 86_400_000;
}
