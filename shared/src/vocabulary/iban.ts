import { toLatinDigits } from './digits.ts';

/**
 * An IBAN without spaces, upper case, Latin digits. An Iranian شبا may come without its `IR`. Undefined where its length or its check digits
 * (ISO 13616: remainder 1 of 97) are wrong.
 */
export function normalizeIban(text: string): string | undefined {
  const compact = toLatinDigits(text)
    .replace(/[\s\u200C\u200E\u200F-]/g, '')
    .toUpperCase();
  const iban = /^\d{24}$/.test(compact) ? `IR${compact}` : compact;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined;
  if (iban.startsWith('IR') && !/^IR\d{24}$/.test(iban)) return undefined;
  return computeIbanRemainder(iban) === 1 ? iban : undefined;
}

/** True when `text` is a valid IBAN in any digits, with or without spaces. */
export function isIban(text: string): boolean {
  return normalizeIban(text) !== undefined;
}

/** The IBAN moved round by four and read as a number (A = 10 … Z = 35), modulo 97. */
export function computeIbanRemainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  return [...moved].reduce((remainder, sign) => {
    const value = Number.parseInt(sign, 36);
    return (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}
