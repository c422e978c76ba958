import type { FieldId } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../snapshot.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';
import type { HeldValue } from './fill-plan.ts';
import { addAge } from './held-values.ts';
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
  'birth-place': 'مشهد',
  sex: 'female',
  nationality: 'IR',
  country: 'IR',
  'marital-status': 'married',
  'street-address': 'خیابان آزادی\nپلاک ۱۲/۳',
  'address-level1': 'خراسان رضوی',
  'address-level2': 'مشهد',
  'postal-code': '1987654321',
  tel: '+989123456789',
  'tel-home': '+982101204417',
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
const hijriMonths = 'محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذی‌القعده ذی‌الحجه'.split(' ');
const arabicHijriMonths = [
  ...['محرّم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة'],
  ...['رجب', 'شعبان', 'رمضان', 'شوال', 'ذو القعدة', 'ذو الحجة'],
];
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_unused, index) => String(from + index));

describe('names', () => {
  it.each<[string, FieldDraft, string]>([
    ['Persian where the label is', { label: 'نام و نام خانوادگی' }, 'سارا رضایی'],
    ['Persian where only the next label speaks of Latin', { label: 'نام خانوادگی', after: 'نام خانوادگی (لاتین)' }, 'رضایی'],
    ['Latin where the label is', { label: 'Full name' }, 'Sara Rezaei'],
    ['Persian where an English label says so', { label: 'Full name (in Persian)' }, 'سارا رضایی'],
    ['Latin where a Persian label says so', { label: 'نام خانوادگی به لاتین' }, 'Rezaei'],
    ['Latin where the hint says so', { label: 'نام', description: 'با حروف انگلیسی بنویسید' }, 'Sara Rezaei'],
    ['with the family first where the page says so', { label: 'Full name (last name, first name)' }, 'Rezaei, Sara'],
    ['with the family first in Persian', { label: 'نام خانوادگی و نام' }, 'رضایی سارا'],
    [
      'as it is held where the hint takes either',
      { label: 'Place of birth', description: 'You can write in Persian or in Latin letters.' },
      'مشهد',
    ],
    ['not in Latin letters that the wallet does not hold', { label: 'Place of birth (in English)' }, '-no-value'],
    ['a province by its Latin name where Latin is insisted on', { label: 'Province (in English)' }, 'Razavi Khorasan'],
    ['a province as it is held where English is only the page’s language', { label: 'Province' }, 'خراسان رضوی'],
    ['as the wallet has them where English is only the page’s language', { label: 'Place of birth' }, 'مشهد'],
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
    ['of the Hijri calendar', { label: 'تاریخ تولد (هجری قمری)' }, '1406/01/12'],
    ['of the Hijri calendar, day first', { label: 'Date of birth (Hijri)', placeholder: 'DD/MM/YYYY' }, '12/01/1406'],
    ['in words, as the example', { label: 'تاریخ تولد', placeholder: '۱۲ مهر ۱۳۶۰' }, '۵ مهر ۱۳۶۴'],
    ['in English words', { label: 'Date of birth', placeholder: '3 March 1980' }, '27 September 1985'],
    ['as a pattern has it', { label: 'Date of birth', pattern: '\\d{2}/\\d{2}/\\d{4}' }, '27/09/1985'],
    ['without separators', { label: 'Date of birth', placeholder: 'YYYYMMDD' }, '19850927'],
    ['of a month input', { label: 'تاریخ تولد', type: 'month' }, '1985-09'],
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
    ['an IBAN without its letters where the label says so', { label: 'شماره شبا (بدون IR)' }, '580540105180021273113007'],
    ['an IBAN', { label: 'شماره شبا' }, 'IR580540105180021273113007'],
    ['an IBAN whose letters stand beside the box', { label: 'شماره شبا', box: 'شماره شبا IR', maxLength: 24 }, '580540105180021273113007'],
  ])('%s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });

  it('are tried in other digits where the page refuses the first', () => {
    expect(texts({ label: 'کد ملی', pattern: '[۰-۹]{10}' })).toEqual(['9990014043', '۹۹۹۰۰۱۴۰۴۳', '٩٩٩٠٠١٤٠٤٣']);
    expect(texts({ label: 'Email' })).toEqual(['sara@example.com']);
  });

  it.each<[string, FieldDraft, string]>([
    ['an example of slots', { label: 'کد ملی', placeholder: '___-______-_' }, '999-001404-3'],
    ['an example of digits', { label: 'کد پستی', placeholder: '12345-67890' }, '19876-54321'],
    ['a pattern', { label: 'کد پستی', pattern: '\\d{5}-\\d{5}' }, '19876-54321'],
    ['spaces not at first', { label: 'شماره شبا', placeholder: 'IR00 0000 0000 0000 0000 0000 00' }, 'IR580540105180021273113007'],
    ['an example of another length not at all', { label: 'کد پستی', placeholder: '123-456' }, '1987654321'],
  ])('are parted as the page parts them: %s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });

  it('that do not fit are not cut', () => {
    expect(write({ label: 'کد ملی', maxLength: 8 })).toBe('-too-long');
  });
});

describe('a value over several boxes', () => {
  const boxes = (datum: FieldDraft, lengths: readonly number[]) => {
    const { lines, skipped } = plan(lengths.map((maxLength, place) => ({ ...(place === 0 ? datum : {}), maxLength })));
    const [line] = lines;
    return {
      parts: line?.write.kind === 'boxes' ? line.write.boxes.map((box) => box.text) : line?.shown,
      left: lines.length - 1 + skipped.length,
    };
  };
  it.each<[string, FieldDraft, readonly number[], readonly string[]]>([
    ['one digit each', { label: 'کد ملی' }, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [...'9990014043']],
    ['an IBAN in groups of four', { label: 'شماره شبا' }, [4, 4, 4, 4, 4, 4], ['5805', '4010', '5180', '0212', '7311', '3007']],
    ['an IBAN with its letters', { label: 'شماره شبا' }, [2, 2, 22], ['IR', '58', '0540105180021273113007']],
    ['a phone number in three parts', { label: 'تلفن همراه' }, [4, 3, 4], ['0912', '345', '6789']],
    ['a postcode in two', { label: 'کد پستی' }, [5, 5], ['19876', '54321']],
    ['a date', { label: 'تاریخ تولد' }, [1, 1, 1, 1, 1, 1, 1, 1], [...'13640705']],
    ['a family name by letters', { label: 'Family name' }, [1, 1, 1, 1, 1, 1], [...'Rezaei']],
  ])('%s', (_what, field, lengths, parts) => {
    expect(boxes(field, lengths)).toEqual({ parts, left: 0 });
  });

  it('is not cut where it does not come out even', () => {
    expect(boxes({ label: 'کد ملی' }, [3, 3, 3]).parts).toBeUndefined();
  });

  it('a landline, where the first box names it', () => {
    const { lines } = plan([{ label: 'تلفن ثابت', title: 'کد شهر', maxLength: 4 }, { maxLength: 8 }]);
    expect(lines.map(({ shown }) => shown).join(' ')).toBe('021 01204417');
  });

  it('never runs into a box with a question of its own', () => {
    const { lines } = plan([
      { label: 'کد پستی', maxLength: 5 },
      { label: 'شماره پرونده', maxLength: 5 },
    ]);
    expect(lines).toEqual([]);
  });
});

describe('a mark', () => {
  it.each<[string, FieldDraft, string]>([
    [
      'that the citizen’s answer sets',
      { label: 'متأهل', control: 'checkbox', type: 'checkbox', groups: ['وضعیت تأهل'], name: 'marital_status' },
      '✓',
    ],
    [
      'that another answer sets',
      { label: 'مجرد', control: 'checkbox', type: 'checkbox', groups: ['وضعیت تأهل'], name: 'marital_status' },
      '-unknown',
    ],
    ['of agreement', { label: 'قوانین را می‌پذیرم', control: 'checkbox', type: 'checkbox' }, '-unknown'],
  ])('%s', (_what, field, shown) => {
    expect(write(field)).toBe(shown);
  });
});

describe('a list that opens when it is asked', () => {
  const words = (field: FieldDraft) => {
    const made = plan([{ opensList: true, ...field }]).lines[0]?.write;
    return made?.kind === 'choose' ? made.words : [];
  };

  it('is asked by every word that may name the answer', () => {
    expect(words({ label: 'کشور', control: 'select', type: 'combobox' })).toEqual(expect.arrayContaining(['ایران', 'Iran', 'IR', 'IRN']));
  });

  it('by the one word where its answers are known', () => {
    expect(words({ label: 'استان', control: 'select', type: 'combobox', answers: ['تهران', 'خراسان رضوی'] })).toEqual(['خراسان رضوی']);
  });

  it('not at all where none of them is the citizen’s', () => {
    expect(write({ label: 'استان', control: 'select', type: 'combobox', opensList: true, answers: ['تهران', 'فارس'] })).toBe('-no-option');
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
    ['a province in English', { label: 'Province', answers: ['Tehran', 'Razavi Khorasan', 'South Khorasan'] }, 'Razavi Khorasan'],
    ['a province by its code', { label: 'Province', answers: ['IR-23', 'IR-09', 'IR-29'] }, 'IR-09'],
    ['a Hijri month', { label: 'ماه', groups: ['تاریخ تولد'], answers: hijriMonths }, 'محرم'],
    ['a Hijri month in Arabic', { label: 'الشهر', groups: ['تاريخ الميلاد'], answers: arabicHijriMonths }, 'محرّم'],
    ['a country by the name that its people give it', { label: 'Country', answers: ['Deutschland', 'ایران', 'Türkiye'] }, 'ایران'],
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

describe('what stands around a box', () => {
  it('asks for no other letters where it is the label of the next one', () => {
    const { lines } = plan([{ label: 'نام خانوادگی', after: 'ایمیل (به انگلیسی)' }, { label: 'ایمیل (به انگلیسی)' }]);
    expect(lines[0]?.shown).toBe(write({ label: 'نام خانوادگی' }));
  });

  it('may take the country off an IBAN', () => {
    expect(write({ label: 'شماره شبا (بدون IR)' })).toBe(write({ label: 'شماره شبا' }).replace('IR', ''));
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
    ['that asks people to leave it', { label: 'کد ملی', description: 'If you are human, leave this field blank' }, '-kept-empty'],
    ['that asks to be left empty', { label: 'ایمیل (این خانه را خالی بگذارید)' }, '-kept-empty'],
    ['of a login', { label: 'نام کاربری' }, '-login'],
    ['of a card', { label: 'شماره کارت بانکی' }, '-card'],
    ['of a captcha', { label: 'کد امنیتی' }, '-captcha'],
    ['that nothing is known of', { label: 'شماره نامه' }, '-unknown'],
  ])('%s', (_what, field, why) => {
    expect(write(field)).toBe(why);
  });
});

it.each(['اگر تنها یک نام دارید، این را خالی بگذارید.', 'If you have only one name, leave this empty.'])(
  'a field is not left alone for what some people are told: %s',
  (description) => {
    expect(write({ label: 'کد ملی', description })).toBe('9990014043');
  },
);

it('a field is not left alone for what the next one asks', () => {
  expect(write({ label: 'کد ملی', after: 'این خانه را خالی بگذارید' })).toBe('9990014043');
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
        isMapped: false,
        write: { kind: 'text', handle: 0, texts: ['9990014043', '۹۹۹۰۰۱۴۰۴۳', '٩٩٩٠٠١٤٠٤٣'] },
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

describe('what vouches for a value', () => {
  it('is said of every line, of parts and of what was put together as well', () => {
    const vouched = held.map((value) => ({ ...value, provenance: { kind: 'declared', declaredAtMs: 1 } as const }));
    const asked = ['نام و نام خانوادگی', 'کد ملی', 'سال تولد', 'نشانی', 'استان', 'تلفن ثابت', 'شماره شبا', 'جنسیت', 'سن'];
    const page = makePage(asked.map((label) => ({ label })));
    const { lines } = planFill(page, addAge(vouched, Date.UTC(2026, 10, 28)), origin);
    expect(lines.map(({ label, provenance }) => [label, provenance?.kind])).toEqual(asked.map((label) => [label, 'declared']));
  });
});
