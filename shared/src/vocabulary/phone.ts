import { toLatinDigits } from './digits.ts';

/** Two-digit country calling codes (ITU-T E.164); 1 and 7 have one digit, all others three. */
const twoDigitCodes = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

/** Iranian codes of provinces: two digits after the 0. */
const iranianAreaCodes = new Set('11 13 17 21 23 24 25 26 28 31 34 35 38 41 44 45 51 54 56 58 61 66 71 74 76 77 81 83 84 86 87'.split(' '));

/** The parts in which forms ask for a number. All are Latin digits; `national` has its trunk 0 where the country writes one. */
export type PhoneParts = {
  readonly countryCode: string;
  readonly national: string;
  /** Code of the place or of the mobile network, with the trunk 0; empty where the country's plan is not known here. */
  readonly areaCode: string;
  readonly local: string;
};

/**
 * A phone number in E.164 form (`+` and 7 to 15 digits). Any digits, spaces, brackets, dots and hyphens are taken; `00` reads as `+`; a number
 * without country code belongs to `countryCode`, its trunk 0 dropped. Undefined where it cannot be a phone number.
 */
export function normalizePhone(text: string, countryCode = '98'): string | undefined {
  const compact = toLatinDigits(text).replace(/[\s\u200C\u200E\u200F().\-/]/g, '');
  const international = compact.replace(/^00/, '+');
  if (!/^\+?\d{4,16}$/.test(international)) return undefined;
  const full = international.startsWith('+') ? dropTrunkZero(international) : `+${addCountryCode(international, countryCode)}`;
  return /^\+[1-9]\d{6,14}$/.test(full) ? full : undefined;
}

/** The parts of a number in E.164 form. */
export function splitPhone(e164: string): PhoneParts {
  const digits = e164.replace(/^\+/, '');
  const countryCode = readCountryCode(digits);
  const subscriber = digits.slice(countryCode.length);
  const national = countryCode === '1' ? subscriber : `0${subscriber}`;
  const areaLength = getAreaLength(countryCode, subscriber);
  const areaCode = areaLength === 0 ? '' : national.slice(0, national.length - subscriber.length + areaLength);
  return { countryCode, national, areaCode, local: subscriber.slice(areaLength) };
}

function addCountryCode(digits: string, countryCode: string): string {
  return digits.startsWith(countryCode) && digits.length >= countryCode.length + 10 ? digits : countryCode + digits.replace(/^0+/, '');
}

/** `+98 (0)912…` is often written; no Iranian, British, German or French number begins with 0 after the country code. */
function dropTrunkZero(international: string): string {
  return international.replace(/^\+(98|44|49|33|90|93)0/, '+$1');
}

function readCountryCode(digits: string): string {
  if (digits.startsWith('1') || digits.startsWith('7')) return digits.slice(0, 1);
  return twoDigitCodes.has(digits.slice(0, 2)) ? digits.slice(0, 2) : digits.slice(0, 3);
}

function getAreaLength(countryCode: string, subscriber: string): number {
  if (countryCode === '1' || countryCode === '90') return 3;
  if (countryCode !== '98') return 0;
  if (subscriber.startsWith('9')) return 3;
  return iranianAreaCodes.has(subscriber.slice(0, 2)) ? 2 : 0;
}
