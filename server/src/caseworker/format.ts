import { formatJalaliWords, gregorianMonthNames, parseIsoDate, toPersianDigits } from '@daricheh/shared/vocabulary';
import { type Language, text } from './text.ts';

/** Iran keeps +03:30 the whole year. */
const iranOffsetMs = 210 * 60_000;
const dayMs = 86_400_000;

/** Digits as the language writes them. */
export function formatNumber(value: number | string, language: Language): string {
  return language === 'fa' ? toPersianDigits(String(value)) : String(value);
}

/** The day on Iran's calendar and clock: Jalali in Persian, Gregorian in English. */
export function formatDay(date: Date, language: Language): string {
  const iso = toIranTime(date).slice(0, 10);
  const { year, month, day } = parseIsoDate(iso) ?? { year: 0, month: 1, day: 0 };
  return language === 'fa' ? (formatJalaliWords(iso) ?? iso) : `${day} ${gregorianMonthNames.en[month - 1] ?? ''} ${year}`;
}

/** Day and time. */
export function formatInstant(date: Date, language: Language): string {
  return `${formatDay(date, language)}${language === 'fa' ? '، ' : ', '}${formatNumber(toIranTime(date).slice(11, 16), language)}`;
}

/** How far a deadline is, in whole days of Iran's calendar. */
export function formatDistance(due: Date, now: Date, language: Language): string {
  const days = countDays(due) - countDays(now);
  if (days === 0) return text[language].today;
  const count = formatNumber(Math.abs(days), language);
  return days > 0 ? text[language].daysLeft(count) : text[language].daysLate(count);
}

function toIranTime(date: Date): string {
  return new Date(date.getTime() + iranOffsetMs).toISOString();
}

function countDays(date: Date): number {
  return Math.floor((date.getTime() + iranOffsetMs) / dayMs);
}
