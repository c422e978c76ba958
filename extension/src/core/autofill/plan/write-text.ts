import { type FieldId, formatCalendarDate, getField, splitPhone, toArabicDigits, toPersianDigits } from '@daricheh/shared/vocabulary';
import type { PageField } from '../snapshot.ts';
import { listFolds } from './choose-option.ts';
import { nameCountry } from './countries.ts';
import { type Calendar, findDatePart, toCalendar, writeDatePart, writeWholeDate } from './dates.ts';
import { findScript, readHints, wantsPersianDigits } from './field-texts.ts';
import { nameProvince } from './provinces.ts';
import { listSpellings } from './spellings.ts';

/** What is known of the page beside the field. */
export type WritingContext = { readonly calendar: Calendar };

/**
 * The texts by which a value may be written into a text box, the likeliest first; what the page's own rules refuse is passed over when it is written. Empty
 * where the value cannot be written as text.
 */
export function listTexts(datum: FieldId, value: string, field: PageField, context: WritingContext): string[] {
  const plain = listPlainTexts(datum, value, field, context).filter((text) => text !== '');
  const texts = numeric.has(getField(datum).kind) ? listSpellings(plain, field) : plain;
  const fitting = field.maxLength > 0 ? texts.filter((text) => text.length <= field.maxLength) : texts;
  return addDigitScripts(fitting, datum, field);
}

function listPlainTexts(datum: FieldId, value: string, field: PageField, { calendar }: WritingContext): string[] {
  const { kind, choices } = getField(datum);
  const part = findDatePart(datum);
  if (part || kind === 'date') return listDateTexts(value, field, calendar, part);
  if (kind === 'phone') return listPhoneTexts(value, field);
  if (kind === 'iban') return listIbanTexts(value, field);
  if (kind === 'country')
    return [nameCountry(value, findScript(field) === 'persian' ? 'fa' : 'en', datum === 'nationality' ? 'people' : 'country') ?? value];
  if (kind === 'address' && field.type !== 'textarea') return [value.replace(/\s*\n\s*/g, findScript(field) === 'persian' ? '، ' : ', ')];
  if (datum === 'address-level1' && findScript(field) === 'persian') return [nameProvince(value, 'fa', listFolds.place) ?? value];
  const words = choices?.[value];
  if (words) return [findScript(field) === 'persian' ? words.fa : words.en];
  return kind === 'image' ? [] : [value];
}

function listDateTexts(iso: string, field: PageField, calendar: Calendar, part: 'day' | 'month' | 'year' | undefined): string[] {
  const date = toCalendar(iso, field.type === 'date' || field.type === 'month' ? 'gregorian' : calendar);
  if (!date) return [];
  if (field.type === 'date') return [formatCalendarDate(date, '-')];
  if (field.type === 'month') return part ? [] : [formatCalendarDate(date, '-').slice(0, 7)];
  return part ? writeDatePart(part, date, field) : writeWholeDate(date, calendar, field);
}

/** National where the example shows it or no more fits, else with the country's code. */
function listPhoneTexts(e164: string, field: PageField): string[] {
  const { national, countryCode } = splitPhone(e164);
  const hints = `${field.placeholder} ${field.description} ${field.after} ${field.title} ${field.box}`;
  const isIranian = countryCode === '98';
  const bare = national.replace(/^0/, '');
  if (isIranian && /(?<![\d۰-۹+])(0|۰)(9|۹)/.test(hints)) return [national, bare, e164];
  if (isIranian && /(?<![\d۰-۹+])[9۹][\d۰-۹xX*]{5}/.test(hints)) return [bare, national, e164];
  if (/^\+?\d{1,3}$/.test(field.placeholder.trim())) return [e164, national];
  return [e164, e164.replace('+', '00'), national, bare];
}

function listIbanTexts(iban: string, field: PageField): string[] {
  const digits = iban.replace(/^IR/, '');
  const hasNoRoom = field.maxLength > 0 && field.maxLength < iban.length;
  const standsOutside = /(^|\s)IR(\s|-|$)/.test(readHints(field)) && !/IR/.test(field.placeholder) && hasNoRoom;
  const wantsDigits = /^\^?\(?(\\d|\[0-9\])/.test(field.pattern) || field.inputMode === 'numeric';
  const saysWithout = /(بدون|without|no) ?['"«]?IR\b/i.test(readHints(field));
  return standsOutside || wantsDigits || saysWithout ? [digits, iban] : [iban, digits];
}

/** Numbers in the digits of the example; what is written by hand (an address) keeps its own. */
function addDigitScripts(texts: readonly string[], datum: FieldId, field: PageField): string[] {
  if (!numeric.has(getField(datum).kind)) return texts.slice(0, 8);
  const persian = texts.map(toPersianDigits);
  if (wantsPersianDigits(field)) return [...new Set([...persian, ...texts])].slice(0, 8);
  return [...new Set([...texts.slice(0, 4), ...persian.slice(0, 2), ...texts.slice(0, 2).map(toArabicDigits)])].slice(0, 8);
}

const numeric: ReadonlySet<string> = new Set(['digits', 'date', 'phone', 'iban']);
