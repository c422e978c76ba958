import { toLatinDigits } from './digits.ts';

/** A day of some calendar; months and days count from 1. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

const jalaliEpoch = 1_948_320;
const gregorianCommonMonthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The years for which the 33-year arithmetic of this file agrees with the official Iranian calendar (1832 to 2122). */
export const jalaliYears = { first: 1211, last: 1500 } as const;

/** Persian month names, Farvardin first. */
export const jalaliMonthNames = {
  fa: ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'],
  en: ['Farvardin', 'Ordibehesht', 'Khordad', 'Tir', 'Mordad', 'Shahrivar', 'Mehr', 'Aban', 'Azar', 'Dey', 'Bahman', 'Esfand'],
} as const;

/** Gregorian month names, January first. */
export const gregorianMonthNames = {
  fa: ['ژانویه', 'فوریه', 'مارس', 'آوریل', 'مه', 'ژوئن', 'ژوئیه', 'اوت', 'سپتامبر', 'اکتبر', 'نوامبر', 'دسامبر'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

/** True when `year` of the Jalali calendar has 366 days, by the 33-year arithmetic. */
export function isJalaliLeapYear(year: number): boolean {
  return (25 * year + 11) % 33 < 8;
}

/** Days in a month of the Jalali calendar: 31 for the first six, 30 for the next five, 29 or 30 for Esfand. */
export function getJalaliMonthLength(year: number, month: number): number {
  if (month <= 6) return 31;
  if (month <= 11) return 30;
  return isJalaliLeapYear(year) ? 30 : 29;
}

/** Days in a month of the Gregorian calendar. */
export function getGregorianMonthLength(year: number, month: number): number {
  if (month === 2 && isGregorianLeapYear(year)) return 29;
  return gregorianCommonMonthLengths[month - 1] ?? 0;
}

/** True when the date exists in the Jalali calendar, within `jalaliYears`. */
export function isJalaliDate({ year, month, day }: CalendarDate): boolean {
  return (
    isWithin(year, jalaliYears.first, jalaliYears.last) && isWithin(month, 1, 12) && isWithin(day, 1, getJalaliMonthLength(year, month))
  );
}

/** True when the date exists in the Gregorian calendar, within years 1 to 9999. */
export function isGregorianDate({ year, month, day }: CalendarDate): boolean {
  return isWithin(year, 1, 9999) && isWithin(month, 1, 12) && isWithin(day, 1, getGregorianMonthLength(year, month));
}

/** The same day in the Jalali calendar. The given date must exist (`isGregorianDate`). */
export function toJalali(date: CalendarDate): CalendarDate {
  const julianDay = countGregorianDays(date);
  const daysSinceEpoch = julianDay - jalaliEpoch;
  const year = 1 + Math.floor((33 * daysSinceEpoch + 3) / 12_053);
  const dayOfYear = julianDay - startOfJalaliYear(year);
  const month = dayOfYear < 216 ? Math.floor(dayOfYear / 31) : Math.floor((dayOfYear - 6) / 30);
  return { year, month: month + 1, day: dayOfYear - startOfJalaliMonth(month + 1) + 1 };
}

/** The same day in the Gregorian calendar. The given date must exist (`isJalaliDate`). */
export function toGregorian({ year, month, day }: CalendarDate): CalendarDate {
  return readJulianDay(startOfJalaliYear(year) + startOfJalaliMonth(month) + day - 1);
}

/** The date written `yyyy-mm-dd` (ISO 8601 calendar date, Gregorian); undefined where the text is no such date. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isGregorianDate(date) ? date : undefined;
}

/** The date as `yyyy-mm-dd`, whatever its calendar. */
export function formatIsoDate(date: CalendarDate): string {
  return formatCalendarDate(date, '-');
}

/** Year (four digits), month and day (two digits each) with `separator` between them. Latin digits. */
export function formatCalendarDate({ year, month, day }: CalendarDate, separator: string): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(separator);
}

/** An ISO date as the Jalali day it is, written as people read it: `۵ مهر ۱۳۶۴` is `formatJalaliWords('1985-09-27')`. Undefined for no date. */
export function formatJalaliWords(iso: string, locale: 'fa' | 'en' = 'fa'): string | undefined {
  const date = parseIsoDate(iso);
  if (date === undefined) return undefined;
  const { year, month, day } = toJalali(date);
  const words = `${day} ${jalaliMonthNames[locale][month - 1] ?? ''} ${year}`;
  return locale === 'fa' ? words.replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit))) : words;
}

/**
 * The ISO date that a citizen's text means: `yyyy-mm-dd`, `yyyy/mm/dd` or `yyyy.mm.dd` in any digits, months and days with one digit or
 * two. A year of `jalaliYears` is Jalali, one from 1700 on is Gregorian. Undefined where the day does not exist or the text is something else.
 */
export function readDate(text: string): string | undefined {
  const match = /^(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})$/.exec(toLatinDigits(text).trim());
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (isJalaliDate(date)) return formatIsoDate(toGregorian(date));
  return date.year >= 1700 && isGregorianDate(date) ? formatIsoDate(date) : undefined;
}

function startOfJalaliYear(year: number): number {
  return jalaliEpoch + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
}

/** Days of the year before the month. */
function startOfJalaliMonth(month: number): number {
  return month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
}

function isGregorianLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Julian day number, by Fliegel and Van Flandern (1968). */
function countGregorianDays({ year, month, day }: CalendarDate): number {
  const shift = Math.trunc((month - 14) / 12);
  const wholeYears = Math.trunc((1461 * (year + 4800 + shift)) / 4);
  const wholeMonths = Math.trunc((367 * (month - 2 - 12 * shift)) / 12);
  const centuries = Math.trunc((3 * Math.trunc((year + 4900 + shift) / 100)) / 4);
  return wholeYears + wholeMonths - centuries + day - 32_075;
}

function readJulianDay(julianDay: number): CalendarDate {
  const sinceMarch = julianDay + 68_569;
  const century = Math.floor((4 * sinceMarch) / 146_097);
  const inCentury = sinceMarch - Math.floor((146_097 * century + 3) / 4);
  const yearOfCentury = Math.floor((4000 * (inCentury + 1)) / 1_461_001);
  const inYear = inCentury - Math.floor((1461 * yearOfCentury) / 4) + 31;
  const monthFromMarch = Math.floor((80 * inYear) / 2447);
  const carry = Math.floor(monthFromMarch / 11);
  return {
    year: 100 * (century - 49) + yearOfCentury + carry,
    month: monthFromMarch + 2 - 12 * carry,
    day: inYear - Math.floor((2447 * monthFromMarch) / 80),
  };
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
