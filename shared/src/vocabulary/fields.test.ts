import { describe, expect, it } from 'vitest';
import {
  computeAge,
  deriveFieldValue,
  fieldIds,
  getField,
  getFieldShape,
  isFieldId,
  isOwnDatum,
  mandateFields,
  normalizeFieldValue,
  normalizeOrgNationalId,
  splitCadastralPlate,
  splitPlate,
} from './index.ts';

/** For each kind or format, a text as a citizen may write it, its normal form, and a text that has not this form. */
const examples: Readonly<Record<string, readonly [string, string, string]>> = {
  text: [' سهام‌داران ', 'سهام‌داران', ' '],
  digits: ['۱۲ ۳۴', '1234', 'دوازده'],
  integer: ['۱۲,۰۰۰,۰۰۰', '12000000', 'خیلی'],
  date: ['۱۳۶۴/۰۷/۰۵', '1985-09-27', '1364/13/01'],
  phone: ['۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789', 'ندارم'],
  email: ['Nobody@Example.ORG', 'Nobody@example.org', 'nobody'],
  address: ['تهران، خیابان  آزادی', 'تهران، خیابان آزادی', ''],
  iban: ['IR۱۲ 0550 1600 0000 0000 0000 00', 'IR120550160000000000000000', 'IR00'],
  country: ['ir', 'IR', 'ایران'],
  boolean: ['true', 'true', 'بله'],
  'national-id': ['۹۹۹-۰۰۰۰۰۱-۸', '9990000018', '9990000019'],
  'org-national-id': ['۱۰۳۸۰۲۸۴۷۹۰', '10380284790', '10380284791'],
  'postal-code': ['۱۹۳۹۵-۱۴۵۵۱', '1939514551', '؟'],
  vin: ['1m8gdm9axkp042788', '1M8GDM9AXKP042788', '1M8GDM9AXKP04278I'],
  bic: ['deut de ff', 'DEUTDEFF', 'DEUT'],
  day: ['۰۵', '5', '32'],
  month: ['12', '12', '13'],
  year: ['۱۳۶۴', '1364', '64'],
  percent: ['۴۵', '45', '101'],
  'human-years': ['38', '38', '131'],
  'body-measure': ['172', '172', '0'],
  count: ['۰', '0', 'two'],
  'birth-certificate-number': ['۱۲۳', '123', '12345678901'],
  'birth-certificate-serial': ['۱۲۳۴۵۶', '123456', '12345'],
  'two-digits': ['۴۴', '44', '444'],
  'three-digits': ['345', '345', '34'],
  'land-number': ['۱۲۳۴', '1234', '12/34'],
  'foreigner-id': ['123456789012', '123456789012', '1234'],
};

describe('the citizen’s data', () => {
  it.each(fieldIds)('%s has a Persian and an English word', (id) => {
    expect(getField(id).fa).toMatch(/[\u0600-\u06FF]/);
    expect(getField(id).en).toMatch(/^[A-Z0-9]/);
  });

  it('is computed only from data that exist and hold a value of their own', () => {
    const sources = fieldIds.flatMap((id) => getField(id).from ?? []);
    expect(sources.filter((id) => !isFieldId(id) || getField(id).from !== undefined)).toEqual([]);
  });

  it('knows its own ids and no name of an object’s prototype', () => {
    expect([isFieldId('bday'), isFieldId('toString'), isFieldId('__proto__'), isFieldId(7)]).toEqual([true, false, false, false]);
  });

  it.each(fieldIds.filter((id) => !['choice', 'image'].includes(getField(id).kind)))(
    '%s has a normal form, which it keeps, and a shape',
    (id) => {
      const { kind, format } = getField(id);
      const [written, normal, wrong] = examples[format ?? kind] ?? ['?', 'no example', '?'];
      const value = normalizeFieldValue(id, written);
      expect(normalizeFieldValue(id, wrong)).toBeUndefined();
      if (normal !== '') expect(value).toBe(normal);
      if (value === undefined) return;
      const { least, most, signs } = getFieldShape(id);
      expect(normalizeFieldValue(id, normal)).toBe(normal);
      expect(normal.length >= least && normal.length <= most && (signs === 'any' || /^\d+$/.test(normal))).toBe(true);
    },
  );

  it.each(fieldIds.filter((id) => getField(id).kind === 'choice'))('%s takes its own choices and nothing else', (id) => {
    const choices = Object.keys(getField(id).choices ?? {});
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.map((choice) => normalizeFieldValue(id, choice))).toEqual(choices);
    expect(normalizeFieldValue(id, 'anything else')).toBeUndefined();
  });
});

describe('what a mandate says of whom it is for', () => {
  it.each(Object.keys(mandateFields).filter(isFieldId))('%s has its words, and is nobody’s own datum', (id) => {
    expect(getField(id).fa).toMatch(/[\u0600-\u06FF]/);
    expect(getField(id).en).toMatch(/^A/);
    expect([isOwnDatum(id), fieldIds.includes(id), getField(id).group]).toEqual([false, false, 'mandate']);
  });

  it('can be neither asked in a form nor filled', () => {
    expect([isOwnDatum('national-id'), isOwnDatum('principal-national-id'), isOwnDatum('toString')]).toEqual([true, false, false]);
  });
});

describe('what is made of other data', () => {
  it.each([
    ['name', ['شیرین', 'نیک‌نام'], 'شیرین نیک‌نام'],
    ['name', ['شیرین'], 'شیرین'],
    ['address-line2', ['تهران\nخیابان آزادی'], 'خیابان آزادی'],
    ['address-line3', ['تهران\nخیابان آزادی'], undefined],
    ['tel-area-code', ['+982112345678'], '021'],
    ['tel-local', ['+14155550100'], '5550100'],
    ['vehicle-plate-letter', ['۱۲ ب ۳۴۵ ایران ۶۷'], 'ب'],
    ['vehicle-plate-region', ['B-AB 1234'], undefined],
    ['property-plate-sub', ['۲۳۹۵/۱۱۷'], '117'],
    ['property-plate-part', ['2395/117'], undefined],
    ['bday-year', ['1985-09-27'], '1985-09-27'],
    ['age', ['1985-09-27'], undefined],
    ['economic-code', ['9901000417'], '9901000417'],
    ['name', [], undefined],
  ] as const)('%s of %j is %s', (id, values, made) => {
    expect(deriveFieldValue(id, values)).toBe(made);
  });

  it('an age counts whole years', () => {
    expect(['2026-09-26', '2026-09-27', '1980-01-01', 'no'].map((today) => computeAge('1985-09-27', today))).toEqual([
      40,
      41,
      undefined,
      undefined,
    ]);
  });

  it('an Iranian number plate has four parts, another none', () => {
    expect(splitPlate('12 ب 345 ایران 67')).toEqual({ first: '12', letter: 'ب', number: '345', region: '67' });
    expect(splitPlate('B-AB 1234')).toBeUndefined();
  });

  it('a cadastral plate has a main number, and may have a sub-number and a part', () => {
    expect(splitCadastralPlate('2395 / 117')).toEqual({ main: '2395', sub: '117', part: '' });
    expect(splitCadastralPlate('2395/117/3')).toEqual({ main: '2395', sub: '117', part: '3' });
    expect(splitCadastralPlate('بخش ۱۱')).toBeUndefined();
  });

  it('a company’s id is checked by its last digit', () => {
    expect(normalizeOrgNationalId('10380284790')).toBe('10380284790');
    expect(normalizeOrgNationalId('10380284780')).toBeUndefined();
  });
});
