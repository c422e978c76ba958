import { normalizeFieldValue } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { writeAsTyped, writeDatum } from './datum-value.tsx';

describe('writeDatum', () => {
  it.each([
    ['bday', '1985-09-27', '۵ مهر ۱۳۶۴', '27 September 1985'],
    ['sex', 'female', 'زن', 'Female'],
    ['nationality', 'IR', 'ایران', 'Iran'],
    ['national-id', '9990000018', '۹۹۹۰۰۰۰۰۱۸', '9990000018'],
    ['vehicle-plate', '45 ب 312 ایران 00', '۴۵ ب ۳۱۲ ایران ۰۰', '45 ب 312 ایران 00'],
    ['vehicle-vin', 'ZZZAAB41N00004417', 'ZZZAAB41N00004417', 'ZZZAAB41N00004417'],
    ['given-name', 'شیرین', 'شیرین', 'شیرین'],
    [null, '7', '7', '7'],
  ])('writes %s %s', (datum, value, fa, en) => {
    expect([writeDatum(datum, value, 'fa'), writeDatum(datum, value, 'en')]).toEqual([fa, en]);
  });
});

describe('writeAsTyped', () => {
  it.each([
    ['bday', '1985-09-27', '۱۳۶۴/۰۷/۰۵', '1985-09-27'],
    ['national-id', '9990000018', '9990000018', '9990000018'],
    ['tel', '+989123456789', '+989123456789', '+989123456789'],
    ['nationality', 'IR', 'IR', 'IR'],
  ] as const)('writes %s %s so that it is read as the same again', (datum, value, fa, en) => {
    const typed = [writeAsTyped(datum, value, 'fa'), writeAsTyped(datum, value, 'en')];
    expect(typed).toEqual([fa, en]);
    expect(typed.map((text) => normalizeFieldValue(datum, text))).toEqual([value, value]);
  });
});
