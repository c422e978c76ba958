import { toLatinDigits } from './digits.ts';

/**
 * The کد ملی as ten Latin digits: Persian and Arabic digits, spaces and hyphens are taken; eight or nine digits get their leading zeros back, which
 * spreadsheets drop. Undefined where it is no کد ملی: wrong length, ten equal digits, or a check digit that does not fit. The place prefix is not judged.
 */
export function normalizeNationalId(text: string): string | undefined {
  const digits = toLatinDigits(text).replace(/[\s\u200C\u200E\u200F-]/g, '');
  if (!/^\d{8,10}$/.test(digits)) return undefined;
  const id = digits.padStart(10, '0');
  return !/^(\d)\1{9}$/.test(id) && hasCheckDigit(id) ? id : undefined;
}

/** True when `text`, as written, is a valid کد ملی in any digits. */
export function isNationalId(text: string): boolean {
  return normalizeNationalId(text) !== undefined;
}

/** The tenth digit: the sum of the first nine weighted 10…2, modulo 11; the remainder itself below 2, else 11 minus it. */
export function computeNationalIdCheckDigit(firstNine: string): number {
  const sum = [...firstNine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const remainder = sum % 11;
  return remainder < 2 ? remainder : 11 - remainder;
}

function hasCheckDigit(id: string): boolean {
  return computeNationalIdCheckDigit(id.slice(0, 9)) === Number(id[9]);
}
