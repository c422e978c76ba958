import { describe, expect, it } from 'vitest';
import { formatAmount, formatJalali, fromJalali, toAsciiDigits, toJalali, toPersianDigits } from './jalali.ts';

describe('Jalali dates', () => {
  it.each([
    ['1997-03-20', 1375, 12, 30],
    ['1997-03-21', 1376, 1, 1],
    ['2026-11-23', 1405, 9, 2],
    ['1979-02-01', 1357, 11, 12],
    ['1941-01-01', 1319, 10, 11],
  ])('%s is %i/%i/%i, there and back', (iso, year, month, day) => {
    expect(toJalali(iso)).toEqual({ year, month, day });
    expect(fromJalali({ year, month, day })).toBe(iso);
  });

  it.each([
    [1376, 12, 30],
    [1376, 7, 31],
    [1376, 13, 1],
    [1376, 0, 1],
    [Number.NaN, 1, 1],
  ])('%i/%i/%i is no day', (year, month, day) => {
    expect(fromJalali({ year, month, day })).toBeUndefined();
  });

  it('are every day from 1300 to 1420 there and back', () => {
    for (let day = Date.UTC(1921, 2, 21); day < Date.UTC(2041, 2, 20); day += 86_400_000 * 17) {
      const iso = new Date(day).toISOString().slice(0, 10);
      expect(fromJalali(toJalali(iso))).toBe(iso);
    }
  });

  it('are written in words and Persian digits', () => {
    expect(formatJalali('2026-11-23T10:00:00Z')).toBe('۲ آذر ۱۴۰۵');
  });
});

describe('digits', () => {
  it('change alphabet and nothing else', () => {
    expect(toPersianDigits('a1۲3')).toBe('a۱۲۳');
    expect(toAsciiDigits('۰۹٤٥ab7')).toBe('0945ab7');
    expect(formatAmount(1_860_000_000)).toBe('۱٬۸۶۰٬۰۰۰٬۰۰۰');
  });
});
