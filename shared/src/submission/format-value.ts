import { decodeBase64Url } from '../encoding/index.ts';
import { dropUnseen, formatJalaliWords, gregorianMonthNames, parseIsoDate, toPersianDigits } from '../vocabulary/index.ts';
import { viewWords } from './view-words.ts';

type Locale = 'fa' | 'en';

/** Iran keeps +03:30 the whole year since 2022; part of daricheh.view.v1, whatever the law says later. */
const iranOffsetMs = 210 * 60_000;

/** Text that others wrote, as it may be shown: nothing unseen in it, line ends as spaces. */
export function cleanText(text: string): string {
  return dropUnseen(text).replace(/\s+/g, ' ').trim();
}

/** Digits as the language writes them. */
export function formatDigits(text: string, locale: Locale): string {
  return locale === 'fa' ? toPersianDigits(text) : text;
}

/** A whole number with its thousands parted. */
export function formatInteger(value: string, locale: Locale): string {
  const [, sign = '', digits = value] = /^(-?)(\d+)$/.exec(value) ?? [];
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, locale === 'fa' ? '٬' : ',');
  return formatDigits(sign === '-' ? `\u2212${grouped}` : grouped, locale);
}

/** An ISO date in words: Jalali in Persian; in English Gregorian, with the Jalali day behind it. Any other text as it is. */
export function formatDate(iso: string, locale: Locale): string {
  const date = parseIsoDate(iso);
  const jalali = formatJalaliWords(iso, locale);
  if (date === undefined || jalali === undefined) return iso;
  if (locale === 'fa') return jalali;
  return `${date.day} ${gregorianMonthNames.en[date.month - 1] ?? ''} ${date.year} (${jalali})`;
}

/** An instant in words, on Iran's clock. */
export function formatInstant(iso: string, locale: Locale): string {
  const local = new Date(Date.parse(iso) + iranOffsetMs).toISOString();
  const words = viewWords[locale];
  return `${formatDate(local.slice(0, 10), locale)}${locale === 'fa' ? '،' : ','} ${words.clock} ${formatDigits(local.slice(11, 16), locale)} (${words.zone})`;
}

/** `true` and `false` as words. */
export function formatBoolean(value: string, locale: Locale): string {
  return value === 'true' ? viewWords[locale].yes : viewWords[locale].no;
}

/** The first eight bytes of a hash (base64url) in hexadecimal, as `sha256sum` and its kin write them, and a sign that there is more. */
export function formatHash(hash: string): string {
  const digits = Array.from(decodeBase64Url(hash).slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${digits}…`;
}
