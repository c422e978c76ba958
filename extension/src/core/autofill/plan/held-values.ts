import { type FieldId, getField, hasArabicScript, isFieldId, splitPhone } from '@daricheh/shared/vocabulary';
import type { PageField } from '../snapshot.ts';
import { findNameOrder, findScript, insistsOnLatin } from './field-texts.ts';
import type { HeldValue } from './fill-plan.ts';

const latinTwins: Readonly<Partial<Record<FieldId, FieldId>>> = {
  'given-name': 'given-name-latin',
  'family-name': 'family-name-latin',
  name: 'name-latin',
  'father-name': 'father-name-latin',
};

/**
 * The value for a field, in the letters and the order that it wants. Undefined where the wallet holds none, or none in the letters that the field insists on:
 * names are not transliterated, since a passport has one spelling.
 */
export function findValueFor(datum: FieldId, field: PageField, held: readonly HeldValue[]): HeldValue | undefined {
  const twin = latinTwins[datum];
  const latin = twin !== undefined && findScript(field) === 'latin' ? findName(twin, field, held) : undefined;
  const found = latin ?? findName(datum, field, held);
  const isWords = getField(datum).kind === 'text' || getField(datum).kind === 'address';
  return found && isWords && insistsOnLatin(field) && hasArabicScript(found.value) ? undefined : found;
}

/** A full name as the page orders it; every other datum as it is. */
function findName(datum: FieldId, field: PageField, held: readonly HeldValue[]): HeldValue | undefined {
  const whole = findHeldValue(datum, held);
  if (datum !== 'name' && datum !== 'name-latin') return whole;
  const order = findNameOrder(field);
  const parts = (getField(datum).from ?? []).filter(isFieldId).map((id) => held.find((value) => value.datum === id)?.value);
  const [given, family] = parts;
  if (!whole || order === undefined || given === undefined || family === undefined) return whole;
  return { ...whole, value: `${family}${order === 'family-comma-given' ? ', ' : ' '}${given}` };
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
