import { expect, it } from 'vitest';
import { isSameText } from './same-text.ts';

it.each([
  ['0912-345-6789', '09123456789'],
  ['+98 (912) 345-6789', '09123456789'],
  ['۹۹۹۰۰۱۴۰۴۳', '9990014043'],
  ['IR58 0540', 'IR580540'],
  ['SARA', 'Sara'],
  ['1364/07/05', '1364-07-05'],
])('%s is %s in other words', (shown, written) => {
  expect(isSameText(shown, written)).toBe(true);
});

it.each([
  ['', '9990014043'],
  ['___-___', '9990014043'],
  ['999001404', '9990014043'],
  ['09123456788', '09123456789'],
  ['19123456789', '09123456789'],
  ['5/7/1364', '1364/07/05'],
])('%s is not %s', (shown, written) => {
  expect(isSameText(shown, written)).toBe(false);
});
