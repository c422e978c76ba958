import { toLatinDigits } from './digits.ts';
import type { FieldId } from './fields.ts';
import { parseIsoDate } from './jalali-date.ts';
import { splitPhone } from './phone.ts';

/**
 * A datum that is made of others (`from`), by the values of those that are there, in their order. Undefined where it cannot be made of them. Parts of dates come as
 * the whole date: which calendar they are parts of, says the form. An age needs the day on which it is asked: `computeAge`.
 */
export function deriveFieldValue(id: FieldId, [value, ...more]: readonly string[]): string | undefined {
  if (value === undefined || id === 'age') return undefined;
  const rule = rules[id];
  const derived = rule === undefined ? value : rule(value, more);
  return derived === '' ? undefined : derived;
}

type Rule = (value: string, more: readonly string[]) => string | undefined;
const joinWords: Rule = (value, more) => [value, ...more].join(' ');
const line =
  (place: number): Rule =>
  (value) =>
    value.split('\n')[place];

const rules: Readonly<Partial<Record<FieldId, Rule>>> = {
  name: joinWords,
  'name-latin': joinWords,
  'address-line1': line(0),
  'address-line2': line(1),
  'address-line3': line(2),
  'tel-country-code': (value) => `+${splitPhone(value).countryCode}`,
  'tel-national': (value) => splitPhone(value).national,
  'tel-area-code': (value) => splitPhone(value).areaCode,
  'tel-local': (value) => (splitPhone(value).areaCode === '' ? undefined : splitPhone(value).local),
  'vehicle-plate-first': (value) => splitPlate(value)?.first,
  'vehicle-plate-letter': (value) => splitPlate(value)?.letter,
  'vehicle-plate-number': (value) => splitPlate(value)?.number,
  'vehicle-plate-region': (value) => splitPlate(value)?.region,
  'property-plate-main': (value) => splitCadastralPlate(value)?.main,
  'property-plate-sub': (value) => splitCadastralPlate(value)?.sub,
  'property-plate-part': (value) => splitCadastralPlate(value)?.part,
};

/** Whole years from the day of birth to `today`, both ISO dates; undefined where one of them is none, or the birth lies ahead. */
export function computeAge(bday: string, today: string): number | undefined {
  const born = parseIsoDate(bday);
  const now = parseIsoDate(today);
  if (!born || !now) return undefined;
  const isBefore = now.month < born.month || (now.month === born.month && now.day < born.day);
  const years = now.year - born.year - (isBefore ? 1 : 0);
  return years < 0 ? undefined : years;
}

/** The parts of an Iranian number plate, written `12 ب 345 ایران 67`: two digits, letter, three digits, region. Undefined for any other plate. */
export function splitPlate(
  plate: string,
): { readonly first: string; readonly letter: string; readonly number: string; readonly region: string } | undefined {
  const match = /^(\d{2}) ?(\p{L}{1,6}) ?(\d{3}) ?-? ?(?:ایران|Iran|IR)? ?(\d{2})$/u.exec(toLatinDigits(plate).trim());
  if (!match) return undefined;
  const [, first = '', letter = '', number = '', region = ''] = match;
  return { first, letter, number, region };
}

/** The parts of a cadastral plate, written `main/sub` or `main/sub/part` in any digits. Undefined for anything else. */
export function splitCadastralPlate(plate: string): { readonly main: string; readonly sub: string; readonly part: string } | undefined {
  const match = /^(\d{1,8})(?:\/(\d{1,8}))?(?:\/(\d{1,8}))?$/.exec(toLatinDigits(plate).replace(/\s/g, ''));
  if (!match) return undefined;
  const [, main = '', sub = '', part = ''] = match;
  return { main, sub, part };
}
