import { toLatinDigits } from './digits.ts';

/** Weights of the first ten digits, from the left. */
const weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17] as const;

/** شناسهٔ ملی of a legal person in eleven Latin digits; undefined where the digits are not eleven or the last does not check the others. */
export function normalizeOrgNationalId(text: string): string | undefined {
  const id = toLatinDigits(text).replace(/[\s\u200C-]/g, '');
  return /^\d{11}$/.test(id) && computeCheckDigit(id) === Number(id[10]) ? id : undefined;
}

/** The tenth digit is added to each of the ten before the weights are applied; remainder 10 of 11 is written 0. */
function computeCheckDigit(id: string): number {
  const shift = Number(id[9]) + 2;
  const sum = weights.reduce((total, weight, place) => total + weight * (Number(id[place]) + shift), 0);
  return (sum % 11) % 10;
}
