import { toLatinDigits } from './digits.ts';

/**
 * A postcode as it is kept. An Iranian one is ten Latin digits without spaces or hyphens; any other keeps its letters, upper case, with single
 * spaces. Undefined where nothing of it can be a postcode.
 */
export function normalizePostalCode(text: string): string | undefined {
  const folded = toLatinDigits(text)
    .replace(/[\u200C\u200E\u200F]/g, '')
    .trim();
  const digits = folded.replace(/[\s-]/g, '');
  if (/^\d{10}$/.test(digits)) return digits;
  const spaced = folded.toUpperCase().replace(/\s+/g, ' ');
  return /^[A-Z0-9][A-Z0-9 -]{1,10}[A-Z0-9]$/.test(spaced) ? spaced : undefined;
}

/** True for ten digits that can be an Iranian postcode: it never begins with 0 or 2, and four equal digits in front do not occur. */
export function isIranianPostalCode(text: string): boolean {
  const code = normalizePostalCode(text);
  return code !== undefined && /^[13-9]\d{9}$/.test(code) && !/^(\d)\1{3}/.test(code);
}
