import {
  formatIsoDate,
  formatJalaliWords,
  getField,
  gregorianMonthNames,
  isFieldId,
  parseIsoDate,
  toJalali,
  toPersianDigits,
} from '@daricheh/shared/vocabulary';
import { useText } from '../text/text-context.tsx';
import type { Language } from '../text/translate.ts';
import { ValueText } from './value-text.tsx';

const leftToRight = new Set(['digits', 'phone', 'email', 'iban']);

/** A citizen's datum as its reader writes such a thing: dates by their calendar, choices and countries by their words, numbers in their digits. */
export function DatumValue({ datum, value }: { readonly datum: string | null; readonly value: string | boolean }) {
  const { language, t } = useText();
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>;
  const kind = isFieldId(datum) ? getField(datum).kind : 'text';
  return <ValueText dir={leftToRight.has(kind) ? 'ltr' : 'auto'}>{writeDatum(datum, value, language)}</ValueText>;
}

/** The text of a datum in one language; as it stands where the vocabulary says nothing of it. */
export function writeDatum(datum: string | null, value: string, language: Language): string {
  if (!isFieldId(datum)) return value;
  const { kind, choices } = getField(datum);
  const words = choices?.[value];
  if (words) return words[language];
  if (kind === 'date') return writeDate(value, language);
  if (kind === 'country') return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(value) ?? value;
  // A number with Latin letters in it is a foreign word, and stays as it is.
  return language === 'fa' && !/[A-Za-z]/.test(value) ? toPersianDigits(value) : value;
}

/** A kept value as one would type it to change it: in Persian a date is of the Jalali calendar, as the example beside its box. The same datum is read from it again. */
export function writeAsTyped(datum: string, value: string, language: Language): string {
  const date = isFieldId(datum) && getField(datum).kind === 'date' ? parseIsoDate(value) : undefined;
  return date && language === 'fa' ? toPersianDigits(formatIsoDate(toJalali(date)).replaceAll('-', '/')) : value;
}

function writeDate(iso: string, language: Language): string {
  if (language === 'fa') return formatJalaliWords(iso) ?? iso;
  const date = parseIsoDate(iso);
  return date ? `${date.day} ${gregorianMonthNames.en[date.month - 1] ?? ''} ${date.year}` : iso;
}
