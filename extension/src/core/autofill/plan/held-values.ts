import { type FieldId, getField, isFieldId, splitPhone } from '@daricheh/shared/vocabulary';
import type { HeldValue } from './fill-plan.ts';

const latinTwins: Readonly<Partial<Record<FieldId, FieldId>>> = {
  'given-name': 'given-name-latin',
  'family-name': 'family-name-latin',
  name: 'name-latin',
  'father-name': 'father-name-latin',
};

/** The datum in the letters that a field wants, where the wallet holds it in both. */
export function chooseTwin(datum: FieldId, script: 'persian' | 'latin', held: readonly HeldValue[]): FieldId {
  const twin = latinTwins[datum];
  const has = (id: FieldId) => held.some((value) => value.datum === id);
  if (twin && script === 'latin' && has(twin)) return twin;
  return datum;
}

/**
 * The value that the wallet holds for a datum, or computes from another: a part of the birth date, the first line of the address. The issued value stands
 * before the declared one.
 */
export function findHeldValue(datum: FieldId, held: readonly HeldValue[]): HeldValue | undefined {
  const own = held.find((value) => value.datum === datum);
  if (own) return own;
  const base = (getField(datum).from ?? []).filter(isFieldId).map((id) => held.find((value) => value.datum === id))[0];
  if (!base) return undefined;
  const value = derive(datum, base.value);
  return value === undefined ? undefined : { datum, value, source: base.source };
}

/** Dates come as a whole, their parts are taken where the calendar is known. */
function derive(datum: FieldId, value: string): string | undefined {
  switch (datum) {
    case 'address-line1':
      return value.split('\n')[0];
    case 'address-line2':
      return value.split('\n')[1];
    case 'address-line3':
      return value.split('\n')[2];
    case 'tel-country-code':
      return `+${splitPhone(value).countryCode}`;
    case 'tel-national':
      return splitPhone(value).national;
    case 'tel-area-code':
      return splitPhone(value).areaCode || undefined;
    case 'tel-local':
      return splitPhone(value).areaCode === '' ? undefined : splitPhone(value).local;
    default:
      return value;
  }
}
