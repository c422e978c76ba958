import {
  type CalendarDate,
  type FieldId,
  foldForMatching,
  formatCalendarDate,
  gregorianMonthNames,
  hijriMonthNames,
  jalaliMonthNames,
  parseIsoDate,
  toHijri,
  toJalali,
  toLatinDigits,
} from '@daricheh/shared/vocabulary';
import type { PageField } from '../snapshot.ts';
import { readHints } from './field-texts.ts';
import { listMonthNames, monthNames } from './month-names.ts';

export type Calendar = 'jalali' | 'gregorian' | 'hijri';

/** Fields of one date, each with the datum that it asks for. */
export type DateField = { readonly field: PageField; readonly datum: FieldId };

/** Which part of a date a datum is; undefined for a whole date. */
export function findDatePart(datum: FieldId): 'day' | 'month' | 'year' | undefined {
  if (datum.endsWith('-day')) return 'day';
  if (datum.endsWith('-month')) return 'month';
  return datum.endsWith('-year') ? 'year' : undefined;
}

/**
 * The calendar that the fields of one date want, by what any of them says: the input type, words, names of months, years offered or shown as an example.
 * Where nothing says, a page in Persian means Jalali and any other Gregorian.
 */
export function findCalendar(fields: readonly PageField[], isPersianPage: boolean): Calendar {
  for (const field of fields) {
    const said = readCalendar(field);
    if (said) return said;
  }
  return isPersianPage ? 'jalali' : 'gregorian';
}

function readCalendar(field: PageField): Calendar | undefined {
  if (field.type === 'date' || field.type === 'month') return 'gregorian';
  const hints = toLatinDigits(foldForMatching(readHints(field)));
  if (/(میلادی|gregorian)/.test(hints)) return 'gregorian';
  if (/(شمسی|جلالی|jalali|shamsi|solar hijri|persian calendar)/.test(hints)) return 'jalali';
  if (/(قمری|الهجری|hijri|hegir|umm al-?qura|islamic calendar)/.test(hints)) return 'hijri';
  if (/(jalali|persian-?date|pdatepicker|pwt-|jdp)/i.test(field.classes)) return 'jalali';
  return (
    readOptionCalendar(field) ?? readYearCalendar(toLatinDigits(field.placeholder)) ?? readYearCalendar(toLatinDigits(field.description))
  );
}

function readOptionCalendar(field: PageField): Calendar | undefined {
  const texts = field.options.map((option) => foldForMatching(option.text));
  const named = (['jalali', 'hijri', 'gregorian'] as const).find((calendar) => countMonths(texts, calendar) >= 6);
  return named ?? readYearCalendar(texts.find((text) => /^\d{4}$/.test(text)) ?? '');
}

/** How many of the months are named by some text, among whatever else stands in it. */
function countMonths(texts: readonly string[], calendar: Calendar): number {
  const padded = texts.map((text) => ` ${text.replace(/[^\p{L}]+/gu, ' ')} `);
  return monthNames[calendar].filter((names) => names.some((name) => padded.some((text) => text.includes(` ${name} `)))).length;
}

function readYearCalendar(text: string): Calendar | undefined {
  if (/(?<!\d)1[234]\d\d(?!\d)/.test(text)) return 'jalali';
  return /(?<!\d)(19|20)\d\d(?!\d)/.test(text) ? 'gregorian' : undefined;
}

/** The day of an ISO date in a calendar; undefined where the text is no date. */
export function toCalendar(iso: string, calendar: Calendar): CalendarDate | undefined {
  const date = parseIsoDate(iso);
  if (!date || calendar === 'gregorian') return date;
  return calendar === 'jalali' ? toJalali(date) : toHijri(date);
}

/** How a whole date may be written into a text box, the likeliest first: in the order, with the separator and the words that its example shows. */
export function writeWholeDate(date: CalendarDate, calendar: Calendar, field: PageField): string[] {
  const { order, separator } = readDateShape(field, calendar);
  const parts = { y: String(date.year), m: String(date.month).padStart(2, '0'), d: String(date.day).padStart(2, '0') };
  const first = [...order].map((part) => parts[part as keyof typeof parts]).join(separator);
  const plain = formatCalendarDate(date, calendar === 'gregorian' ? '-' : '/');
  const worded = writeInWords(date, calendar, field);
  const all = [first, plain, formatCalendarDate(date, '-'), formatCalendarDate(date, '/'), formatCalendarDate(date, '')];
  return [...new Set([...(worded === undefined ? [] : [worded]), ...all])];
}

/** `5 Mehr 1364`, where the example names a month of the calendar; its language is the one that counts. */
function writeInWords({ day, month, year }: CalendarDate, calendar: Calendar, field: PageField): string | undefined {
  const example = foldForMatching(`${field.placeholder} ${field.description}`);
  const shape = /(?<!\d)\d{1,2} ([\p{L} ]{2,20}?) \d{4}(?!\d)/u.exec(example);
  const name = shape?.[1];
  if (name === undefined || !monthNames[calendar].some((names) => names.includes(name))) return undefined;
  const language = /[a-z]/.test(name) ? 'en' : 'fa';
  const word = monthTables[calendar][language][month - 1];
  return word === undefined ? undefined : `${day} ${word} ${year}`;
}

const monthTables = { jalali: jalaliMonthNames, gregorian: gregorianMonthNames, hijri: hijriMonthNames } as const;

/** The order in which boxes without words of their own ask for a date. */
export function readDateOrder(run: readonly PageField[]): DateShape['order'] {
  const [first] = run;
  return first ? readDateShape(first, 'gregorian').order : 'ymd';
}

type DateShape = { readonly order: 'ymd' | 'dmy' | 'mdy' | 'ydm'; readonly separator: string };

function readDateShape(field: PageField, calendar: Calendar): DateShape {
  const example = toLatinDigits(`${field.placeholder} ${field.description} ${field.after} ${field.title} ${field.box}`).toLowerCase();
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(example);
    if (match) return { order, separator: match[1] ?? '' };
  }
  return readPatternShape(field.pattern) ?? { order: 'ymd', separator: calendar === 'gregorian' ? '-' : '/' };
}

/** What a pattern as `\\d{4}/\\d{2}/\\d{2}` says; where the year stands last, the day before the month is the custom of most of the world, and the example of the rest. */
function readPatternShape(pattern: string): DateShape | undefined {
  const counts = pattern
    .replace(/\[[^\]]{1,12}\]|\\d/g, 'N')
    .replace(/N\{(\d)(?:,\d)?\}/g, (_all, count: string) => 'N'.repeat(Number(count)));
  const match = /^\^?\(?(N{1,4})\)?\\?([-/.])\(?N{1,2}\)?\\?\2\(?(N{1,4})\)?\$?$/.exec(counts);
  if (!match) return undefined;
  return { order: match[1]?.length === 4 ? 'ymd' : 'dmy', separator: match[2] ?? '' };
}

const shapes = [
  {
    order: 'ymd',
    pattern: /(?:yyyy|jjjj|aaaa|سال|السنة|سنة)\s?([-/.])\s?(?:mm|aa|ماه|الشهر|شهر)\s?\1\s?(?:dd|gg|jj|tt|روز|الیوم|اليوم|یوم|يوم)/,
  },
  { order: 'dmy', pattern: /(?:dd|tt|jj|gg|روز|اليوم|يوم)\s?([-/.])\s?(?:mm|aa|ماه|الشهر|شهر)\s?\1\s?(?:yyyy|jjjj|aaaa|سال|السنة|سنة)/ },
  { order: 'mdy', pattern: /mm\s?([-/.])\s?dd\s?\1\s?yyyy/ },
  { order: 'ydm', pattern: /yyyy\s?([-/.])\s?dd\s?\1\s?mm/ },
  { order: 'ymd', pattern: /yyyymmdd()/ },
  { order: 'dmy', pattern: /ddmmyyyy()/ },
  { order: 'mdy', pattern: /mmddyyyy()/ },
  { order: 'ymd', pattern: /(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/ },
  { order: 'dmy', pattern: /(?<!\d)(?:1[3-9]|2\d|3[01])([-/.])\d{1,2}\1\d{4}(?!\d)/ },
  { order: 'mdy', pattern: /(?<!\d)\d{1,2}([-/.])(?:1[3-9]|2\d|3[01])\1\d{4}(?!\d)/ },
  { order: 'dmy', pattern: /(?<!\d)\d{1,2}([-/.])\d{1,2}\1\d{4}(?!\d)/ },
] as const;

/** How one part may be written into a text box: as plain number, and padded where the example shows two digits. */
export function writeDatePart(part: 'day' | 'month' | 'year', date: CalendarDate, field: PageField): string[] {
  const number = String(date[part]);
  if (part === 'year') return field.maxLength === 2 ? [number.slice(-2)] : [number];
  const padded = number.padStart(2, '0');
  return /^(dd|mm|tt|jj|0\d)$/i.test(toLatinDigits(field.placeholder.trim())) ? [padded, number] : [number, padded];
}

/** The words by which an option may name a part of the date. */
export function listPartWords(part: 'day' | 'month' | 'year', date: CalendarDate, calendar: Calendar): string[] {
  const number = String(date[part]);
  const padded = number.padStart(2, '0');
  return part === 'month' ? [...listMonthNames(date.month, calendar), number, padded] : [number, padded];
}
