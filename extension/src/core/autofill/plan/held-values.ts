import { computeAge, deriveFieldValue, type FieldId, getField, hasArabicScript, isFieldId } from '@daricheh/shared/vocabulary';
import type { PageField } from '../snapshot.ts';
import { listFolds } from './choose-option.ts';
import { findNameOrder, findScript, insistsOnLatin } from './field-texts.ts';
import type { HeldValue } from './fill-plan.ts';
import { nameProvince } from './provinces.ts';

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
  if (!(found && isWords && insistsOnLatin(field) && hasArabicScript(found.value))) return found;
  // The one kind of word whose Latin spelling is known without being held: an address else stays in one script.
  const province = datum === 'address-level1' ? nameProvince(found.value, 'en', listFolds.place) : undefined;
  return province === undefined ? undefined : { ...found, value: province };
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
  const sources = (getField(datum).from ?? []).filter(isFieldId).flatMap((id) => held.find((value) => value.datum === id) ?? []);
  const [base] = sources;
  const value = deriveFieldValue(
    datum,
    sources.map((source) => source.value),
  );
  return base === undefined || value === undefined ? undefined : { ...base, datum, value };
}

/** What is held, with the landline in the place of the first phone number; as it is where there is none. */
export function putLandlineFirst(held: readonly HeldValue[]): readonly HeldValue[] {
  const home = held.find((value) => value.datum === 'tel-home');
  return home ? [{ ...home, datum: 'tel' }, ...held.filter((value) => value.datum !== 'tel')] : held;
}

/** What is held and, where the day of birth is, the age on the day of `nowMs` (UTC). */
export function addAge(held: readonly HeldValue[], nowMs: number): readonly HeldValue[] {
  const bday = held.find((value) => value.datum === 'bday');
  const age = bday && computeAge(bday.value, new Date(nowMs).toISOString().slice(0, 10));
  return bday === undefined || age === undefined ? held : [...held, { ...bday, datum: 'age', value: String(age) }];
}
