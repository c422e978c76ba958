import type { Random } from './random.ts';

/** A national id of ten digits with the right check digit, under 999: a prefix that no registry office has, kept for people who do not exist. */
export function makeNationalId(serial: number): string {
  const stem = `999${String(serial % 1_000_000).padStart(6, '0')}`;
  return stem + nationalIdCheckDigit(stem);
}

/** The tenth digit that belongs to the first nine. */
export function nationalIdCheckDigit(stem: string): string {
  const sum = [...stem].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const rest = sum % 11;
  return String(rest < 2 ? rest : 11 - rest);
}

/** A postcode of ten digits, in the shape that Iran's post uses (no 0 or 2 in the first five). */
export function makePostcode(random: Random): string {
  const first = Array.from({ length: 5 }, () => random.pick(['1', '3', '4', '5', '6', '7', '8', '9']));
  const rest = Array.from({ length: 5 }, () => String(random.below(10)));
  return [...first, ...rest].join('');
}

/** A mobile number under +98 970, which no operator has been given. */
export function makeMobile(random: Random): string {
  return `+98970${String(random.below(10_000_000)).padStart(7, '0')}`;
}

/** An IBAN of Iran with right check digits, of bank 099, which does not exist. */
export function makeIban(random: Random): string {
  const account = `099${Array.from({ length: 19 }, () => String(random.below(10))).join('')}`;
  const rest = BigInt(`${account}182700`) % 97n; // "IR00" with letters as numbers: I = 18, R = 27.
  return `IR${String(98n - rest).padStart(2, '0')}${account}`;
}

/** A code as the registry prints it in its letters, without letters and digits that look alike. */
export function makeActivationCode(random: Random): string {
  const group = () => Array.from({ length: 4 }, () => random.pick([...'ACDEFHJKLMNPQRTUVWXY34679'])).join('');
  return `${group()}-${group()}`;
}
