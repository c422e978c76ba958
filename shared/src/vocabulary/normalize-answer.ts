import { toLatinDigits } from './digits.ts';
import type { FieldKind } from './field-kind.ts';
import { normalizeIban } from './iban.ts';
import { readDate } from './jalali-date.ts';
import { cleanValue } from './normalize-persian.ts';
import { normalizePhone } from './phone.ts';

/** The kinds of answers that forms ask for: those of the vocabulary. */
export type AnswerKind = FieldKind;

/** What is wrong with an answer; about its form alone, never about its content. */
export type AnswerProblem =
  | 'not_digits'
  | 'not_integer'
  | 'unsafe_integer'
  | 'not_a_date'
  | 'not_a_phone'
  | 'not_an_email'
  | 'not_an_iban'
  | 'not_a_country'
  | 'not_a_boolean';

/** The normal form of an answer, or what is wrong with it. An empty answer is `{ value: '' }` for every kind. */
export type NormalizedAnswer = { readonly value: string } | { readonly problem: AnswerProblem };

/**
 * The one way in which an answer of this kind is written in manifests and records: text NFC and free of invisible characters, on one line (addresses
 * keep theirs); digits and whole numbers in Latin digits; dates ISO Gregorian (a Jalali `1364/07/05` is read as such); phones E.164; IBANs compact; countries
 * ISO 3166-1 alpha-2; booleans `true` or `false`. The same text always gives the same answer, on every machine (no Intl).
 */
export function normalizeAnswer(kind: AnswerKind, text: string): NormalizedAnswer {
  const clean = cleanValue(text);
  if (clean === '') return { value: '' };
  return normalizers[kind](clean);
}

const normalizers: Readonly<Record<AnswerKind, (clean: string) => NormalizedAnswer>> = {
  text: (clean) => ({ value: joinLines(clean) }),
  choice: (clean) => ({ value: joinLines(clean) }),
  image: (clean) => ({ value: clean }),
  address: (clean) => ({ value: clean.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n') }),
  digits: normalizeDigits,
  integer: normalizeInteger,
  date: (clean) => answerOr(readDate(clean), 'not_a_date'),
  phone: (clean) => answerOr(normalizePhone(clean), 'not_a_phone'),
  email: normalizeEmail,
  iban: (clean) => answerOr(normalizeIban(clean), 'not_an_iban'),
  country: (clean) => (/^[A-Za-z]{2}$/.test(clean) ? { value: clean.toUpperCase() } : { problem: 'not_a_country' }),
  boolean: (clean) => (clean === 'true' || clean === 'false' ? { value: clean } : { problem: 'not_a_boolean' }),
};

function joinLines(clean: string): string {
  return clean.replace(/\s+/g, ' ');
}

/** Leading zeros stay: these are numbers of documents, not amounts. */
function normalizeDigits(clean: string): NormalizedAnswer {
  const digits = toLatinDigits(clean).replace(/[\s\u200C-]/g, '');
  return /^\d+$/.test(digits) ? { value: digits } : { problem: 'not_digits' };
}

/** Groups of three may be parted by a comma (Latin, Persian or Arabic thousands sign); exponents and decimals are refused, −0 is 0. */
function normalizeInteger(clean: string): NormalizedAnswer {
  const match = /^([-\u2212]?)(\d+|\d{1,3}(?:[,\u066C\u060C]\d{3})+)$/.exec(toLatinDigits(clean));
  if (match === null) return { problem: 'not_integer' };
  const number = Number((match[2] ?? '').replace(/\D/g, ''));
  if (!Number.isSafeInteger(number)) return { problem: 'unsafe_integer' };
  return { value: number === 0 || match[1] === '' ? String(number) : `-${number}` };
}

/** The domain is compared without case everywhere, the part before the @ by its own server's rules. */
function normalizeEmail(clean: string): NormalizedAnswer {
  const at = clean.lastIndexOf('@');
  const local = clean.slice(0, at);
  const domain = clean.slice(at + 1).toLowerCase();
  const isAddress = at > 0 && clean.length <= 254 && !/[\s@<>()",;]/.test(local) && /^[^\s@<>()",;:/]+\.[^\s@<>()",;:/.]{2,}$/.test(domain);
  return isAddress ? { value: `${local}@${domain}` } : { problem: 'not_an_email' };
}

function answerOr(value: string | undefined, problem: AnswerProblem): NormalizedAnswer {
  return value === undefined ? { problem } : { value };
}
