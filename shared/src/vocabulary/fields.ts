import { companyFields } from './company-fields.ts';
import { documentFields } from './document-fields.ts';
import type { FieldEntry } from './field-entry.ts';
import { householdFields } from './household-fields.ts';
import { mandateFields } from './mandate-fields.ts';
import { personFields } from './person-fields.ts';
import { placeFields } from './place-fields.ts';
import { propertyFields } from './property-fields.ts';
import { vehicleFields } from './vehicle-fields.ts';
import { workFields } from './work-fields.ts';

/**
 * The citizen's data: one id for each datum. Where HTML's autocomplete has a token for it, that token is the id; code,
 * messages and stored records use the id alone. Which documents state it, and at which path, says
 * `documentTypes`; a datum that none states is declared by the citizen, or computed (`from`).
 */
export const fields = {
  ...personFields,
  ...householdFields,
  ...placeFields,
  ...documentFields,
  ...workFields,
  ...companyFields,
  ...propertyFields,
  ...vehicleFields,
  ...mandateFields,
} as const satisfies Record<string, FieldEntry>;

export type FieldId = keyof typeof fields;

/** True when `value` is the id of a datum. */
export function isFieldId(value: unknown): value is FieldId {
  return typeof value === 'string' && Object.hasOwn(fields, value);
}

/** The entry of a datum. */
export function getField(id: FieldId): FieldEntry {
  return fields[id];
}

/** True for a datum of the person who holds it; false for what a mandate says of somebody else. */
export function isOwnDatum(value: unknown): value is FieldId {
  return isFieldId(value) && getField(value).group !== 'mandate';
}

/** The id of every own datum, in the order in which a person is shown their data. */
export const fieldIds: readonly FieldId[] = Object.keys(fields).filter(isOwnDatum);
