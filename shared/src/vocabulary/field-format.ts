import { toLatinDigits } from './digits.ts';
import type { FieldKind } from './field-kind.ts';
import { isNationalId, normalizeNationalId } from './national-id.ts';
import { normalizeOrgNationalId } from './org-national-id.ts';
import { normalizePostalCode } from './postal-code.ts';

/** What a datum looks like in its normal form: how many characters, and whether all of them are digits. */
export type FieldShape = { readonly least: number; readonly most: number; readonly signs: 'digits' | 'any' };

/** Forms that are narrower than a kind. `normalize` answers with the normal form, or undefined for what has not this form. */
type FormatRule = { readonly shape: FieldShape; readonly normalize: (text: string) => string | undefined };

const digits = (least: number, most = least): FieldShape => ({ least, most, signs: 'digits' });
const any = (least: number, most: number): FieldShape => ({ least, most, signs: 'any' });

/** Digits in any script, without what people part them by. */
function readDigits(text: string): string | undefined {
  const compact = toLatinDigits(text).replace(/[\s\u200C-]/g, '');
  return /^\d+$/.test(compact) ? compact : undefined;
}

function digitsWithin(least: number, most = least): FormatRule {
  return {
    shape: digits(least, most),
    normalize: (text) => {
      const read = readDigits(text);
      return read !== undefined && read.length >= least && read.length <= most ? read : undefined;
    },
  };
}

/** A whole number between two; leading zeros go. */
function numberWithin(low: number, high: number): FormatRule {
  return {
    shape: digits(1, String(high).length),
    normalize: (text) => {
      const number = Number(readDigits(text) ?? Number.NaN);
      return number >= low && number <= high ? String(number) : undefined;
    },
  };
}

/** Signs that match once upper-cased and freed of spaces. */
function compactCode(pattern: RegExp, shape: FieldShape): FormatRule {
  return {
    shape,
    normalize: (text) => {
      const compact = toLatinDigits(text)
        .replace(/[\s\u200C-]/g, '')
        .toUpperCase();
      return pattern.test(compact) ? compact : undefined;
    },
  };
}

/** Iranian numbers have the lengths that the civil registry, the post, the land registry and the police print. */
export const fieldFormats = {
  'national-id': { shape: digits(10), normalize: (text) => (isNationalId(text) ? normalizeNationalId(text) : undefined) },
  'org-national-id': { shape: digits(11), normalize: normalizeOrgNationalId },
  'postal-code': { shape: any(4, 10), normalize: normalizePostalCode },
  /** ISO 3779: seventeen signs without I, O and Q. */
  vin: compactCode(/^[A-HJ-NPR-Z0-9]{17}$/, any(17, 17)),
  /** ISO 9362. */
  bic: compactCode(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/, any(8, 11)),
  day: numberWithin(1, 31),
  month: numberWithin(1, 12),
  year: numberWithin(1200, 2200),
  percent: numberWithin(0, 100),
  'human-years': numberWithin(0, 130),
  'body-measure': numberWithin(1, 300),
  count: numberWithin(0, 999_999),
  'birth-certificate-number': digitsWithin(1, 10),
  'birth-certificate-serial': digitsWithin(6),
  'two-digits': digitsWithin(2),
  'three-digits': digitsWithin(3),
  'land-number': digitsWithin(1, 8),
  'foreigner-id': digitsWithin(8, 14),
} as const satisfies Record<string, FormatRule>;

export type FieldFormat = keyof typeof fieldFormats;

/** The shape of a kind for data that have no narrower format. */
export const kindShapes: Readonly<Record<FieldKind, FieldShape>> = {
  text: any(1, 500),
  digits: digits(1, 40),
  integer: digits(1, 16),
  date: any(10, 10),
  choice: any(1, 40),
  phone: any(8, 16),
  email: any(6, 254),
  address: any(1, 500),
  iban: any(15, 34),
  country: any(2, 2),
  image: any(1, 100_000),
  boolean: any(4, 5),
};
