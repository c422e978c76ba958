import type { FieldId } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../snapshot.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';
import type { HeldValue } from './fill-plan.ts';
import { planFill } from './make-plan.ts';

const origin = 'https://agency.example';

const held: HeldValue[] = Object.entries({
  'given-name': 'سارا',
  'family-name': 'رضایی',
  name: 'سارا رضایی',
  'given-name-latin': 'Sara',
  'family-name-latin': 'Rezaei',
  'name-latin': 'Sara Rezaei',
  'national-id': '9990014043',
  bday: '1985-09-27',
  sex: 'female',
  nationality: 'IR',
  country: 'IR',
  'marital-status': 'married',
  'street-address': 'خیابان آزادی\nپلاک ۱۲/۳',
  'address-level1': 'خراسان رضوی',
  'address-level2': 'مشهد',
  'postal-code': '1987654321',
  tel: '+989123456789',
  email: 'sara@example.com',
  iban: 'IR580540105180021273113007',
}).map(([datum, value]) => ({ datum: datum as FieldId, value, source: { kind: 'declared', datum } }));

type Page = Partial<Omit<PageSnapshot, 'fields'>>;
const plan = (fields: readonly FieldDraft[], page: Page = {}) => planFill(makePage(fields, page), held, origin);
/** What would stand in the only field; its reason where it would not be filled. */
function write(field: FieldDraft, page: Page = {}): string {
  const { lines, skipped } = plan([field], page);
  return lines[0]?.shown ?? `-${skipped[0]?.why}`;
}
/** All texts that would be tried. */
function texts(field: FieldDraft, page: Page = {}): readonly string[] {
  const made = plan([field], page).lines[0]?.write;
  return made?.kind === 'text' ? made.texts : [];
}

const months = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_unused, index) => String(from + index));

describe('names', () => {
  it.each<[string, FieldDraft, string]>([
    ['Persian where the label is', { label: 'نام و نام خانوادگی' }, 'سارا رضایی'],
    ['Latin where the label is', { label: 'Full name' }, 'Sara Rezaei'],
    ['Persian where an English label says so', { label: 'Full name (in Persian)' }, 'سارا رضایی'],
    ['Latin where a Persian label says so', { label: 'نام خانوادگی به لاتین' }, 'Rezaei'],
    ['Latin where the hint says so', { label: 'نام', description: 'با حروف انگلیسی بنویسید' }, 'Sara Rezaei'],
  ])('are %s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });
});

describe('a date', () => {
  it.each<[string, FieldDraft, string]>([
    ['of a date input', { label: 'تاریخ تولد', type: 'date' }, '1985-09-27'],
    ['in Persian text', { label: 'تاریخ تولد' }, '1364/07/05'],
    ['in Persian digits, as the example shows', { label: 'تاریخ تولد', placeholder: '۱۳۶۰/۰۱/۰۱' }, '۱۳۶۴/۰۷/۰۵'],
    ['that is to be Gregorian', { label: 'تاریخ تولد (میلادی)' }, '1985-09-27'],
    ['in the order of the example', { label: 'Date of birth', placeholder: 'DD/MM/YYYY' }, '27/09/1985'],
    ['in the American order', { label: 'Date of birth', placeholder: 'MM/DD/YYYY' }, '09/27/1985'],
    ['with dots', { label: 'Date of birth', placeholder: 'TT.MM.JJJJ' }, '27.09.1985'],
    ['where an English form wants Jalali', { label: 'Date of birth', placeholder: '1364/01/23' }, '1364/07/05'],
  ])('%s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });

  it('in three Jalali selects, by their names and numbers', () => {
    const cell = 'تاریخ تولد';
    const { lines } = plan([
      { cell, answers: numbers(1, 31) },
      { cell, answers: months },
      { cell, answers: numbers(1320, 1405) },
    ]);
    expect(lines.map(({ datum, shown }) => [datum, shown])).toEqual([
      ['bday-day', '5'],
      ['bday-month', 'مهر'],
      ['bday-year', '1364'],
    ]);
  });

  it('in three Gregorian parts, all by the calendar that one of them shows', () => {
    const groups = ['تاریخ تولد'];
    const { lines } = plan([
      { label: 'روز', groups },
      {
        label: 'ماه',
        groups,
        answers: ['ژانویه', 'فوریه', 'مارس', 'آوریل', 'مه', 'ژوئن', 'ژوئیه', 'اوت', 'سپتامبر', 'اکتبر', 'نوامبر', 'دسامبر'],
      },
      { label: 'سال', groups, maxLength: 4 },
    ]);
    expect(lines.map(({ shown }) => shown)).toEqual(['27', 'سپتامبر', '1985']);
  });

  it('in a month with its number before its name', () => {
    const answers = [
      '- Select -',
      '01 - January',
      '02 - February',
      '03 - March',
      '04 - April',
      '05 - May',
      '06 - June',
      '07 - July',
      '08 - August',
      '09 - September',
      '10 - October',
      '11 - November',
      '12 - December',
    ];
    expect(write({ label: 'Month', groups: ['Date of birth'], answers })).toBe('09 - September');
  });
});

describe('numbers', () => {
  it.each<[string, FieldDraft, string]>([
    ['a phone number with its country', { label: 'Phone number', description: 'for example +98 912 000 0000' }, '+989123456789'],
    ['a phone number as the example shows it', { label: 'تلفن همراه', after: 'مثال: 09120000000' }, '09123456789'],
    ['a phone number in Persian digits', { label: 'تلفن همراه', placeholder: '۰۹۱۲۰۰۰۰۰۰۰' }, '۰۹۱۲۳۴۵۶۷۸۹'],
    ['a phone number where no more fits', { label: 'تلفن همراه', maxLength: 11 }, '09123456789'],
    ['a phone number without its zero', { label: 'Mobile', maxLength: 10 }, '9123456789'],
    ['an IBAN', { label: 'شماره شبا' }, 'IR580540105180021273113007'],
    ['an IBAN whose letters stand beside the box', { label: 'شماره شبا', box: 'شماره شبا IR', maxLength: 24 }, '580540105180021273113007'],
  ])('%s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });

  it('are tried in other digits where the page has rules of its own', () => {
    expect(texts({ label: 'کد ملی', pattern: '[۰-۹]{10}' })).toEqual(['9990014043', '۹۹۹۰۰۱۴۰۴۳', '٩٩٩٠٠١٤٠٤٣']);
    expect(texts({ label: 'کد ملی' })).toEqual(['9990014043']);
  });

  it('that do not fit are not cut', () => {
    expect(write({ label: 'کد ملی', maxLength: 8 })).toBe('-too-long');
  });
});

describe('answers that are offered', () => {
  it.each<[string, FieldDraft, string]>([
    ['by a word that means the same', { label: 'جنسیت', answers: ['---', 'مذکر', 'مؤنث'] }, 'مؤنث'],
    ['by the letters of other keyboards', { label: 'وضعیت تاهل', answers: ['مجرد', 'متاهل', 'مطلقه'] }, 'متاهل'],
    ['in radio buttons', { control: 'radio', type: 'radio', groups: ['Sex'], answers: ['Female', 'Male'] }, 'Female'],
    ['a province with its kind', { label: 'استان', answers: ['انتخاب کنید', 'استان تهران', 'استان خراسان‌رضوی'] }, 'استان خراسان‌رضوی'],
    [
      'a country by its name in the page’s language',
      { label: 'Country', answers: ['Germany', 'Iran (Islamic Republic of)', 'Iraq'] },
      'Iran (Islamic Republic of)',
    ],
    ['a nationality by its people', { label: 'Nationality', answers: ['Afghan', 'Iranian', 'Iraqi'] }, 'Iranian'],
    ['none where none is the citizen’s', { label: 'استان', answers: ['تهران', 'اصفهان', 'فارس'] }, '-no-option'],
    ['none where the wallet has no answer', { label: 'گروه خونی', answers: ['A+', 'B+', 'O+', 'AB+'] }, '-no-value'],
  ])('%s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });

  it('by the value, where the texts say nothing', () => {
    const page = makePage([{ label: 'Country', control: 'select', type: 'select-one', answers: ['A', 'B'] }]);
    const [field] = page.fields;
    const coded = {
      ...page,
      fields: field
        ? [
            {
              ...field,
              options: [
                { value: 'DE', text: '🇩🇪' },
                { value: 'IR', text: '🇮🇷' },
              ],
            },
          ]
        : [],
    };
    expect(planFill(coded, held, origin).lines[0]?.write).toEqual({ kind: 'option', handle: 0, value: 'IR', text: '🇮🇷' });
  });

  it('countries and people as text, in the page’s language', () => {
    expect([write({ label: 'کشور' }), write({ label: 'تابعیت' }), write({ label: 'Country' }), write({ label: 'Nationality' })]).toEqual([
      'ایران',
      'ایرانی',
      'Iran',
      'Iranian',
    ]);
  });
});

describe('an address', () => {
  it('keeps its lines in a large box, and is one line in a small one', () => {
    expect(write({ label: 'نشانی', type: 'textarea' })).toBe('خیابان آزادی\nپلاک ۱۲/۳');
    expect(write({ label: 'نشانی' })).toBe('خیابان آزادی، پلاک ۱۲/۳');
  });

  it('comes apart into the lines that a form asks for', () => {
    const { lines } = plan([{ label: 'Address line 1' }, { label: 'Address line 2' }]);
    expect(lines.map(({ shown }) => shown)).toEqual(['خیابان آزادی', 'پلاک ۱۲/۳']);
  });
});

describe('a field is left alone', () => {
  it.each<[string, FieldDraft, string]>([
    ['A10: that is hidden', { label: 'کد ملی', state: 'hidden' }, '-hidden'],
    ['A10: that cannot be seen', { label: 'کد ملی', state: 'transparent' }, '-hidden'],
    ['that the page keeps closed', { label: 'کد ملی', state: 'read-only' }, '-locked'],
    ['about somebody else', { label: 'کد ملی همسر' }, '-other-person'],
    ['of a login', { label: 'نام کاربری' }, '-login'],
    ['of a card', { label: 'شماره کارت بانکی' }, '-card'],
    ['of a captcha', { label: 'کد امنیتی' }, '-captcha'],
    ['that nothing is known of', { label: 'شماره نامه' }, '-unknown'],
  ])('%s', (_what, field, why) => {
    expect(write(field)).toBe(why);
  });
});

describe('a plan', () => {
  it('says where each value comes from, what stands there already, and why', () => {
    expect(plan([{ label: 'کد ملی *', hasValue: true }]).lines).toEqual([
      {
        handle: 0,
        label: 'کد ملی',
        datum: 'national-id',
        shown: '9990014043',
        source: { kind: 'declared', datum: 'national-id' },
        reason: { signal: 'label', words: 'کد ملی', context: undefined },
        isTaken: true,
        write: { kind: 'text', handle: 0, texts: ['9990014043'] },
      },
    ]);
  });

  it('A16: names the other origin that a form with values posts to', () => {
    const form = (actionOrigin: string | null) => ({ forms: [{ actionOrigin, name: '', hasPassword: false, submit: '' }] });
    expect(plan([{ label: 'کد ملی' }], form(origin)).postsTo).toEqual([]);
    expect(plan([{ label: 'کد ملی' }], form('https://collector.test')).postsTo).toEqual(['https://collector.test']);
    expect(plan([{ label: 'کد ملی' }], form(null)).postsTo).toEqual(['null']);
    expect(plan([{ label: 'شماره نامه' }], form('https://collector.test')).postsTo).toEqual([]);
  });
});
