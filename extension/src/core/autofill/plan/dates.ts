import {
  type CalendarDate,
  type FieldId,
  foldForMatching,
  formatCalendarDate,
  gregorianMonthNames,
  jalaliMonthNames,
  parseIsoDate,
  toJalali,
  toLatinDigits,
} from '@daricheh/shared/vocabulary';
import { monthWords } from '../lexicon/option-words.ts';
import type { PageField } from '../snapshot.ts';
import { readHints } from './field-texts.ts';

export type Calendar = 'jalali' | 'gregorian';

/** Fields of one date, each with the datum that it asks for. */
export type DateField = { readonly field: PageField; readonly datum: FieldId };

const jalaliMonths: ReadonlySet<string> = new Set([...jalaliMonthNames.fa, ...jalaliMonthNames.en].map(foldForMatching));

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
  if (/(شمسی|جلالی|jalali|solar hijri|persian calendar)/.test(hints)) return 'jalali';
  if (/(jalali|persian-?date|pdatepicker|pwt-|jdp)/i.test(field.classes)) return 'jalali';
  return (
    readOptionCalendar(field) ?? readYearCalendar(toLatinDigits(field.placeholder)) ?? readYearCalendar(toLatinDigits(field.description))
  );
}

function readOptionCalendar(field: PageField): Calendar | undefined {
  const texts = field.options.map((option) => foldForMatching(option.text));
  if (texts.filter((text) => [...jalaliMonths].some((month) => text.includes(month))).length >= 6) return 'jalali';
  if (texts.filter((text) => text.split(/[^\p{L}]+/u).some((word) => monthWords.has(word))).length >= 6) return 'gregorian';
  return readYearCalendar(texts.find((text) => /^\d{4}$/.test(text)) ?? '');
}

function readYearCalendar(text: string): Calendar | undefined {
  if (/(?<!\d)1[234]\d\d(?!\d)/.test(text)) return 'jalali';
  return /(?<!\d)(19|20)\d\d(?!\d)/.test(text) ? 'gregorian' : undefined;
}

/** The day of an ISO date in a calendar; undefined where the text is no date. */
export function toCalendar(iso: string, calendar: Calendar): CalendarDate | undefined {
  const date = parseIsoDate(iso);
  return date && calendar === 'jalali' ? toJalali(date) : date;
}

/** How a whole date may be written into a text box, the likeliest first: in the order and with the separator that its example shows. */
export function writeWholeDate(date: CalendarDate, calendar: Calendar, field: PageField): string[] {
  const { order, separator } = readDateShape(field, calendar);
  const year = String(date.year);
  const month = String(date.month).padStart(2, '0');
  const day = String(date.day).padStart(2, '0');
  const parts = { y: year, m: month, d: day };
  const first = [...order].map((part) => parts[part as keyof typeof parts]).join(separator);
  const plain = formatCalendarDate(date, calendar === 'jalali' ? '/' : '-');
  return [...new Set([first, plain, formatCalendarDate(date, '-'), formatCalendarDate(date, '/'), formatCalendarDate(date, '')])];
}

type DateShape = { readonly order: 'ymd' | 'dmy' | 'mdy'; readonly separator: string };

function readDateShape(field: PageField, calendar: Calendar): DateShape {
  const example = toLatinDigits(`${field.placeholder} ${field.description} ${field.after} ${field.title} ${field.box}`).toLowerCase();
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(example);
    if (match) return { order, separator: match[1] ?? '' };
  }
  return calendar === 'jalali' ? { order: 'ymd', separator: '/' } : { order: 'ymd', separator: '-' };
}

const shapes = [
  { order: 'ymd', pattern: /(?:yyyy|jjjj|aaaa|سال)\s?([-/.])\s?(?:mm|ماه)\s?\1\s?(?:dd|روز)/ },
  { order: 'dmy', pattern: /(?:dd|tt|jj|gg|روز)\s?([-/.])\s?(?:mm|aa|ماه)\s?\1\s?(?:yyyy|jjjj|aaaa|سال)/ },
  { order: 'mdy', pattern: /mm\s?([-/.])\s?dd\s?\1\s?yyyy/ },
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
  if (part !== 'month') return [number, number.padStart(2, '0')];
  const names = calendar === 'jalali' ? jalaliMonthNames : gregorianMonthNames;
  const english = names.en[date.month - 1] ?? '';
  const short = calendar === 'gregorian' ? [english.slice(0, 3)] : [];
  return [
    names.fa[date.month - 1] ?? '',
    english,
    ...short,
    ...(moreMonthNames[calendar][date.month - 1] ?? []),
    number,
    number.padStart(2, '0'),
  ];
}

const split = (text: string) => text.split(' ').map((names) => names.split('|'));
/** In Turkish, German, French, Arabic and Spanish; the Afghan names of the Jalali months. */
const moreMonthNames: Readonly<Record<Calendar, readonly (readonly string[])[]>> = {
  gregorian: split(
    'ocak|januar|janvier|يناير|enero subat|februar|fevrier|فبراير|febrero mart|marz|mars|مارس|marzo nisan|april|avril|ابريل|abril mayis|mai|مايو|mayo haziran|juni|juin|يونيو|junio temmuz|juli|juillet|يوليو|julio agustos|august|aout|اغسطس|agosto eylul|september|septembre|سبتمبر|septiembre ekim|oktober|octobre|اكتوبر|octubre kasim|november|novembre|نوفمبر|noviembre aralik|dezember|decembre|ديسمبر|diciembre',
  ),
  jalali: split('حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'),
};
