import { expect, it } from 'vitest';
import { isWholeCode, readTxCode } from './tx-code-field.tsx';

const numeric = { isNumeric: true, length: 6, description: null };
const text = { isNumeric: false, length: null, description: null };

it.each([
  ['۱۲۳۴۵۶', '123456'],
  ['٤٥٦ ۷۸۹', '456789'],
  ['123-456', '123456'],
])('reads the number %s as %s', (written, expected) => {
  expect(readTxCode(written, numeric)).toBe(expected);
});

it('leaves a code of letters as it is, but for spaces', () => {
  expect(readTxCode(' aB-۱ 2 ', text)).toBe('aB-۱2');
});

it.each([
  ['12345', numeric, false],
  ['۱۲۳ ۴۵۶', numeric, true],
  ['12345a', numeric, false],
  ['', text, false],
  ['x', text, true],
])('knows whether %s is whole', (written, shape, expected) => {
  expect(isWholeCode(written, shape)).toBe(expected);
});
