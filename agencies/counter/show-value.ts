import { type FieldId, formatJalaliWords, getField, toPersianDigits } from '@daricheh/shared/vocabulary';
import type { Language } from '../front/language.ts';
import { counterText } from './text.ts';

/** A value of a record as people read it: dates and digits in the reader's calendar and script, choices and countries in words. */
export function showValue(datum: FieldId, value: string | boolean, language: Language): string {
  const text = counterText(language);
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  const { kind, choices } = getField(datum);
  if (choices) return choices[value]?.[language] ?? value;
  if (kind === 'date') return showDate(value, language);
  if (kind === 'country') return new Intl.DisplayNames(language, { type: 'region' }).of(value) ?? value;
  // A number with Latin letters in it is a foreign word, and stays as it is.
  return language === 'fa' && !/[A-Za-z]/.test(value) ? toPersianDigits(value) : value;
}

/** A day of an ISO date or time. */
export function showDate(iso: string, language: Language): string {
  const day = iso.slice(0, 10);
  if (language === 'fa') return formatJalaliWords(day) ?? day;
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(day));
}
