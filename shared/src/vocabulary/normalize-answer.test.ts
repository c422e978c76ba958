import { describe, expect, it } from 'vitest';
import {
  type AnswerKind,
  cleanValue,
  foldForMatching,
  isIranianPostalCode,
  isNationalId,
  normalizeAnswer,
  normalizeIban,
  normalizeNationalId,
  normalizePhone,
  normalizePostalCode,
  splitPhone,
  toArabicDigits,
  toLatinDigits,
  toPersianDigits,
} from './index.ts';

describe('digits', () => {
  it('change script both ways and leave all else', () => {
    expect([toLatinDigits('پلاک ۱۲/٣４a'), toPersianDigits('12/a'), toArabicDigits('90')]).toEqual(['پلاک 12/34a', '۱۲/a', '٩٠']);
  });
});

describe('the form in which labels are compared', () => {
  it.each([
    ['كد ملّي', 'کد ملی'],
    ['نام‌خانوادگی', 'نام خانوادگی'],
    ['وضعیت تأهل', 'وضعیت تاهل'],
    ['رقــم الهــاتـف', 'رقم الهاتف'],
    ['شمارهٔ شناسنامه', 'شماره شناسنامه'],
    ['شمارۀ', 'شماره'],
    ['الحالة الأجتماعية', 'الحاله الاجتماعیه'],
    ['Prénom  usuel', 'prenom usuel'],
    ['Straße', 'strasse'],
    ['DOĞUM YERİ', 'dogum yeri'],
    ['Adı', 'adi'],
    ['\u202Eنام\u202C', 'نام'],
    ['１２۳', '123'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldForMatching(text)).toBe(folded);
  });
});

describe('a value that is kept', () => {
  it('loses overrides, zero-width space and controls, keeps ZWNJ and letters as given', () => {
    expect(cleanValue(' \u202Eكريم\u200B علی‌زاده\u0000\r\n')).toBe('كريم علی‌زاده');
  });

  it('is composed, also across what was taken out', () => {
    expect(['e\u0301', 'e\u200B\u0301', 'e\u034F\u0301'].map(cleanValue)).toEqual(['\u00E9', '\u00E9', '\u00E9']);
  });

  it.each([
    ['Arabic letter mark', '\u061C'],
    ['combining grapheme joiner', '\u034F'],
    ['Hangul fillers', '\u115F\u1160\u3164\uFFA0'],
    ['Khmer inherent vowels', '\u17B4\u17B5'],
    ['Mongolian separators', '\u180B\u180E'],
    ['variation selectors', '\uFE0F\u{E0101}'],
    ['tags, in which a sentence can hide', '\u{E0001}\u{E0041}\u{E007F}'],
    ['interlinear annotation', '\uFFF9\uFFFB'],
    ['musical controls', '\u{1D173}'],
  ])('E5: holds nothing that nobody sees: %s', (_name, characters) => {
    expect(cleanValue(`ali${characters}reza`)).toBe('alireza');
  });
});

describe('the national id', () => {
  it.each(['9990000018', '۹۹۹۰۰۰۰۰۱۸', ' 999-000001-8 '])('%s is one', (text) => {
    expect(normalizeNationalId(text)).toBe('9990000018');
  });

  it('gets its leading zeros back', () => {
    expect(normalizeNationalId('13542419')).toBe('0013542419');
  });

  it.each(['9990000012', '1111111111', '0000000000', '999000001', '99900000180', 'abc', ''])('%s is none', (text) => {
    expect(isNationalId(text)).toBe(false);
  });

  it('exists for exactly one check digit, whatever the rest', () => {
    const valid = Array.from({ length: 10 }, (_, digit) => `123456789${digit}`).filter(isNationalId);
    expect(valid).toEqual(['1234567891']);
  });
});

describe('numbers of documents', () => {
  it('reads postcodes of Iran and elsewhere', () => {
    expect([normalizePostalCode('۱۹۸۷۶-۵۴۳۲۱'), normalizePostalCode(' sw1a 1aa '), normalizePostalCode('نامعلوم')]).toEqual([
      '1987654321',
      'SW1A 1AA',
      undefined,
    ]);
    expect(['1987654321', '2987654321', '1111654321', '12345'].map(isIranianPostalCode)).toEqual([true, false, false, false]);
  });

  it('reads IBANs, with or without the letters of Iran', () => {
    expect([
      normalizeIban('GB82 WEST 1234 5698 7654 32'),
      normalizeIban('IR58 0540 1051 8002 1273 1130 07'),
      normalizeIban('۵۸۰۵۴۰۱۰۵۱۸۰۰۲۱۲۷۳۱۱۳۰۰۷'),
    ]).toEqual(['GB82WEST12345698765432', 'IR580540105180021273113007', 'IR580540105180021273113007']);
    expect([normalizeIban('IR590540105180021273113007'), normalizeIban('IR58054010518002127311300'), normalizeIban('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a phone number', () => {
  it.each([
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
    ['9123456789', '+989123456789'],
    ['00989123456789', '+989123456789'],
    ['+98 (0)912-345-6789', '+989123456789'],
    ['989123456789', '+989123456789'],
    ['021-88776655', '+982188776655'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['12', undefined],
    ['phone', undefined],
  ])('%s is %s', (text, e164) => {
    expect(normalizePhone(text)).toBe(e164);
  });

  it('comes apart as forms ask', () => {
    expect(['+989123456789', '+982188776655', '+12025550123', '+442079460000'].map(splitPhone)).toEqual([
      { countryCode: '98', national: '09123456789', areaCode: '0912', local: '3456789' },
      { countryCode: '98', national: '02188776655', areaCode: '021', local: '88776655' },
      { countryCode: '1', national: '2025550123', areaCode: '202', local: '5550123' },
      { countryCode: '44', national: '02079460000', areaCode: '', local: '2079460000' },
    ]);
  });
});

describe('an answer in its normal form', () => {
  it.each<[AnswerKind, string, string]>([
    ['text', ' علی‌  زاده\n ', 'علی‌ زاده'],
    ['address', 'خیابان  آزادی \n پلاک ۱۲/۳', 'خیابان آزادی\nپلاک ۱۲/۳'],
    ['digits', '۰۰۱۲ ۳', '00123'],
    ['integer', '۱٬۰۰۰', '1000'],
    ['integer', '１０００', '1000'],
    ['integer', '\u22120', '0'],
    ['integer', '-12', '-12'],
    ['integer', '007', '7'],
    ['date', '۱۳۶۴/۷/۵', '1985-09-27'],
    ['phone', '۰۹۱۲۳۴۵۶۷۸۹', '+989123456789'],
    ['email', ' Zahra@Example.ORG ', 'Zahra@example.org'],
    ['iban', 'gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['country', 'ir', 'IR'],
    ['boolean', 'true', 'true'],
    ['digits', ' ', ''],
  ])('%s %j is %j', (kind, text, value) => {
    expect(normalizeAnswer(kind, text)).toEqual({ value });
  });

  it.each<[AnswerKind, string, string]>([
    ['digits', '12a', 'not_digits'],
    ['integer', '1e3', 'not_integer'],
    ['integer', '1,00', 'not_integer'],
    ['integer', '1.5', 'not_integer'],
    ['integer', '9007199254740993', 'unsafe_integer'],
    ['date', '1402/12/30', 'not_a_date'],
    ['phone', 'ندارم', 'not_a_phone'],
    ['email', 'a b@example.org', 'not_an_email'],
    ['email', 'a@localhost', 'not_an_email'],
    ['iban', 'IR12', 'not_an_iban'],
    ['country', 'Iran', 'not_a_country'],
    ['boolean', 'yes', 'not_a_boolean'],
  ])('%s %j is refused: %s', (kind, text, problem) => {
    expect(normalizeAnswer(kind, text)).toEqual({ problem });
  });

  it('is its own normal form', () => {
    for (const [kind, text] of [
      ['phone', '09123456789'],
      ['date', '1364/07/05'],
      ['integer', '1,000'],
      ['text', 'e\u200B\u0301 \u0627\u2066\u0653'],
      ['address', '\u200Fa\u200F \r\n\u200F b'],
    ] as const) {
      const once = normalizeAnswer(kind, text);
      expect('value' in once && normalizeAnswer(kind, once.value)).toEqual(once);
    }
  });
});
