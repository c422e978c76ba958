import { describe, expect, it } from 'vitest';
import { classifyPage } from './classify.ts';
import type { PageField, PageSnapshot } from './snapshot.ts';
import { type FieldDraft, makePage } from './testing/page.ts';

/** Each field's answer in a word: the datum, `person:` whom it is about, `login`, `card`, `captcha`, or `-`. */
function answer(fields: readonly FieldDraft[], page: Partial<Omit<PageSnapshot, 'fields'>> = {}): string[] {
  return classifyPage(makePage(fields, page)).map(({ verdict }) => {
    if (verdict.kind === 'datum') return verdict.datum;
    if (verdict.kind === 'other-person') return `person:${verdict.person}`;
    return verdict.kind === 'refused' ? verdict.what : '-';
  });
}

const one = (field: FieldDraft) => answer([field])[0];

describe('a label alone', () => {
  it.each([
    ['کد ملی', 'national-id'],
    ['کدملی *', 'national-id'],
    ['كد ملي (ضروری)', 'national-id'],
    ['لطفاً شمارهٔ ملی خود را وارد کنید', 'national-id'],
    ['شناسهٔ ملی شرکت', 'org-national-id'],
    ['نام‌خانوادگی', 'family-name'],
    ['نام و نام خانوادگی متقاضی:', 'name'],
    ['نام پدر', 'father-name'],
    ['شماره شناسنامه', 'birth-certificate-number'],
    ['سریال شناسنامه', 'birth-certificate-serial'],
    ['محل صدور', 'birth-certificate-issue-place'],
    ['جنسیت', 'sex'],
    ['الجنسية', 'nationality'],
    ['آدرس ایمیل', 'email'],
    ['ادرس', 'street-address'],
    ['نشانی - استان', 'address-level1'],
    ['تلفن ثابت', 'tel-home'],
    ['شماره نامه', '-'],
    ['رشتهٔ تحصیلی', '-'],
    ['شماره کارت بانکی', 'card'],
    ['شماره شبای بانکی', 'iban'],
    ['نام بانک', 'bank-name'],
    ['رقــم الهــاتـف', 'tel'],
    ['الحالة الأجتماعية', 'marital-status'],
    ['What is your National Insurance number?', 'social-security-number'],
    ['Building and street line 1 of 2', 'address-line1'],
    ['Name of the bank', 'bank-name'],
    ['Company name', 'organization'],
    ['Where were you born?', 'birth-place'],
    ['Enter the characters you see', 'captcha'],
    ['Search', '-'],
    ['Your name and organisation', '-'],
    ['نام و تلفن', '-'],
    ['Name and surname', 'name'],
    ['Birth district', 'birth-place'],
    ['بخش اول', '-'],
  ])('«%s» asks for %s', (label, datum) => {
    expect(one({ label })).toBe(datum);
  });

  it.each([
    ['de', 'Straße und Hausnummer', 'street-address'],
    ['tr', 'Doğum Yeri', 'birth-place'],
    ['fr', 'Nom de jeune fille', 'previous-family-name'],
    ['fi', 'Henkilötunnus', 'national-id'],
    ['sv', 'Postnummer', 'postal-code'],
  ])('in %s: «%s» asks for %s', (lang, label, datum) => {
    expect(answer([{ label }], { lang })).toEqual([datum]);
  });

  it('is read in a language that the page does not declare, when two labels speak it', () => {
    expect(answer([{ label: 'Vorname' }, { label: 'Nachname' }, { label: 'Geburtsdatum' }], { lang: 'en' })).toEqual([
      'given-name',
      'family-name',
      'bday',
    ]);
  });
});

describe('other evidence', () => {
  it.each<[string, FieldDraft, string]>([
    ['a transliterated name', { name: 'txtCodeMelli' }, 'national-id'],
    ['words glued together', { name: 'customerfirstname' }, 'given-name'],
    ['an id alone', { id: 'ctl00_nam_pedar' }, 'father-name'],
    ['autocomplete before all else', { autocomplete: 'section-a shipping postal-code', label: 'Code' }, 'postal-code'],
    ['the kind of a phone', { autocomplete: 'section-a work tel' }, 'tel-work'],
    ['a fax, though it calls itself a telephone', { autocomplete: 'fax tel', type: 'tel', name: 'phone2' }, 'fax'],
    ['a mobile phone', { autocomplete: 'mobile tel' }, 'tel'],
    ['a one-time code', { autocomplete: 'one-time-code', label: 'شماره' }, 'login'],
    ['the first line of a list', { answers: ['Select your city', 'Shiraz'] }, 'address-level2'],
    ['no later line of it', { answers: ['Shiraz', 'Select your city'] }, '-'],
    ['an address on a control called an email', { label: 'Confirm your address', name: 'email_again' }, 'email'],
    ['a placeholder', { placeholder: 'نام خانوادگی خود را وارد کنید' }, 'family-name'],
    ['the type', { type: 'email' }, 'email'],
    ['a password, whatever its label', { type: 'password', label: 'کد ملی' }, 'login'],
    ['the answers offered', { answers: ['مرد', 'زن'] }, 'sex'],
    [
      'a caption around radio buttons',
      { control: 'radio', type: 'radio', groups: ['وضعیت تأهل'], answers: ['مجرد', 'متأهل'] },
      'marital-status',
    ],
    ['the cell before', { cell: 'کد پستی', name: 'cf_1036' }, 'postal-code'],
    ['the line after, where nothing stands before', { after: 'نام خانوادگی' }, 'family-name'],
    ['a heading over the only question', { headings: ['What is your date of birth?'], type: 'date' }, 'bday'],
  ])('%s', (_what, field, datum) => {
    expect(one(field)).toBe(datum);
  });

  it('gives way to the label that people read', () => {
    expect(one({ label: 'شمارهٔ شناسنامه', name: 'id_number' })).toBe('birth-certificate-number');
    expect(one({ label: 'عنوان شغل', name: 'place_of_work' })).toBe('organization-title');
  });

  it('says no to what the control cannot take', () => {
    expect(one({ label: 'نام', answers: ['یک', 'دو'] })).toBe('-');
    expect(one({ label: 'Name', type: 'number' })).toBe('-');
  });
});

describe('neighbours', () => {
  it('settle what a bare name means', () => {
    expect(answer([{ label: 'نام' }, { label: 'نام خانوادگی' }])).toEqual(['given-name', 'family-name']);
    expect(answer([{ label: 'نام' }, { label: 'کد ملی' }])).toEqual(['name', 'national-id']);
    expect(answer([{ label: 'Vorname' }, { label: 'Name' }], { lang: 'de' })).toEqual(['given-name', 'family-name']);
  });

  it('settle which date a day, month and year belong to', () => {
    const parts = (caption: string) =>
      ['Day', 'Month', 'Year'].map((label) => ({ label, groups: [caption], maxLength: label === 'Year' ? 4 : 2 }));
    expect(answer(parts('Date of birth'))).toEqual(['bday-day', 'bday-month', 'bday-year']);
    expect(answer(parts('When was your passport issued?'))).toEqual(['passport-issue-day', 'passport-issue-month', 'passport-issue-year']);
    expect(answer(parts('When did you start this job?'))).toEqual(['-', '-', '-']);
  });

  it('settle Jalali selects by their answers', () => {
    const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => String(from + place));
    const months = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
    const cell = 'تاریخ تولد';
    expect(
      answer([
        { cell, answers: numbers(1, 31) },
        { cell, answers: months },
        { cell, answers: numbers(1320, 1400) },
      ]),
    ).toEqual(['bday-day', 'bday-month', 'bday-year']);
  });

  it('make the second of two address boxes the second line', () => {
    expect(answer([{ label: 'Address', name: 'street' }, { label: 'Address', name: 'street' }, { label: 'City' }])).toEqual([
      'street-address',
      'address-line2',
      'address-level2',
    ]);
  });

  it('keep a card’s expiry and holder from being taken for the citizen’s', () => {
    expect(answer([{ label: 'Name' }, { label: 'Card number' }, { label: 'Month' }, { label: 'Year' }])).toEqual([
      'card',
      'card',
      'card',
      'card',
    ]);
  });

  it('leave a question for an e-mail address or a number to the password manager', () => {
    expect(answer([{ label: 'Kestrel number / Email address' }, { label: 'Email / ایمیل' }])).toEqual(['login', 'email']);
  });

  it('leave a login to the password manager, and give a new account its data', () => {
    const fields: FieldDraft[] = [{ label: 'Email' }, { label: 'Password', type: 'password' }];
    const form = (submit: string) => ({ forms: [{ actionOrigin: null, name: '', hasPassword: true, submit }] });
    expect(answer(fields, form('Log in'))).toEqual(['login', 'login']);
    expect(answer(fields, form('Create account'))).toEqual(['email', 'login']);
  });
});

describe('whose field it is', () => {
  const section = (heading: string, ...labels: string[]) => labels.map((label) => ({ label, headings: [heading] }));

  it('is the applicant’s where nobody else is named', () => {
    expect(answer(section('مشخصات متقاضی', 'نام', 'نام خانوادگی', 'نام پدر'))).toEqual(['given-name', 'family-name', 'father-name']);
  });

  it.each([
    ['a section', section('مشخصات همسر', 'نام', 'نام خانوادگی', 'کد ملی'), 'partner'],
    ['a label', [{ label: 'شماره همراه معرف' }], 'referee'],
    ['a control’s name', [{ label: 'Date of birth', name: 'careeDateOfBirth' }], 'cared-for'],
    ['a caption', [{ label: 'Date of birth', groups: ['Emergency contact'] }], 'contact'],
    ['a caption of the sponsor', [{ label: 'Phone', groups: ['Sponsor details'] }], 'guardian'],
  ])('is somebody else’s by %s', (_by, fields, person) => {
    expect(new Set(answer(fields))).toEqual(new Set([`person:${person}`]));
  });

  it('is the applicant’s own father’s name, and no other datum of the father', () => {
    expect(answer(section('مشخصات پدر', 'نام', 'نام خانوادگی', 'کد ملی'))).toEqual(['father-name', 'person:father', 'person:father']);
    expect(answer([{ label: 'نام پدر' }, ...section('مشخصات پدر', 'نام')])).toEqual(['father-name', 'person:father']);
  });

  it('is the applicant’s when the whole form is about one contact person, and not when there is another', () => {
    const contact: FieldDraft[] = [{ label: 'نام رابط' }, { label: 'تلفن همراه رابط' }];
    expect(answer(contact)).toEqual(['name', 'tel']);
    expect(answer([{ label: 'نام و نام خانوادگی' }, { label: 'کد ملی' }, ...contact])).toEqual([
      'name',
      'national-id',
      'person:role',
      'person:role',
    ]);
  });

  it('is nobody’s own where people are numbered', () => {
    const people: FieldDraft[] = [1, 2].flatMap((n) => [
      { label: `${n} اسم الشخص`, name: `person_name_${n}` },
      { label: `${n} رقم الهاتف`, name: `person_phone_${n}` },
    ]);
    expect(new Set(answer(people))).toEqual(new Set(['person:someone-else']));
  });

  it('is the citizen’s own fact whom to call in an emergency, once', () => {
    const contact = section('اطلاعات تماس اضطراری', 'نام و نام خانوادگی', 'تلفن همراه', 'نسبت');
    expect(answer(contact)).toEqual(['emergency-contact-name', 'emergency-contact-tel', 'emergency-contact-relation']);
    expect(answer([...contact, ...section('مخاطب اضطراری دوم', 'تلفن همراه')])[3]).toMatch(/^person:/);
  });

  it('is somebody else’s by the title of a page, where nothing nearer says', () => {
    expect(answer([{ label: 'کد ملی' }], { title: 'مشخصات همسر' })).toEqual(['person:partner']);
    expect(answer([{ label: 'کد ملی' }], { title: 'سامانه ثبت نام کودکان شهر' })).toEqual(['national-id']);
  });

  it('says what is asked of them, and of which of several', () => {
    const verdicts = (fields: readonly FieldDraft[]) => classifyPage(makePage(fields)).map(({ verdict }) => verdict);
    const child = (which: number) => ({ kind: 'other-person', person: 'child', which, datum: 'bday' });
    expect(verdicts(['فرزند اول', 'فرزند دوم'].flatMap((heading) => section(heading, 'تاریخ تولد')))).toEqual([child(1), child(2)]);
    expect(verdicts(['children[0].dob', 'children[1].dob'].map((name) => ({ label: 'Date of birth', name })))).toEqual([
      child(1),
      child(2),
    ]);
    expect(verdicts([{ label: 'Date of birth', name: 'child_2_dob' }])).toEqual([child(2)]);
  });

  it('is not changed by a sentence that mentions somebody', () => {
    expect(answer([{ label: 'Email', headings: ['Sign up to see photos and videos from your friends'] }])).toEqual(['email']);
  });
});

describe('every answer', () => {
  it('says why, in the page’s own words', () => {
    expect(classifyPage(makePage([{ label: 'کد ملی *', name: 'x' }]))).toEqual([
      { handle: 0, verdict: { kind: 'datum', datum: 'national-id' }, reason: { signal: 'label', words: 'کد ملی', context: undefined } },
    ]);
  });

  it.each<[string, FieldDraft | ((place: number) => FieldDraft)]>([
    ['expiry dates', { label: 'Expiry date', autocomplete: 'cc-exp' }],
    ['numbers of cards and names', (place) => ({ label: place % 2 === 0 ? 'Card number' : 'Name' })],
    ['names', { label: 'نام' }],
    ['names under the heading of a father', { label: 'نام', headings: ['مشخصات پدر'] }],
    ['titles', { label: 'Title', name: 'title' }],
    ['numbered people', (place) => ({ label: 'Name', name: `person_name_${place % 100}` })],
    ['numbered lines', (place) => ({ label: 'Job', name: `job_organization_${place % 100}` })],
    ['relations', { label: 'نسبت' }],
    ['radio buttons', (place) => ({ label: 'بله', control: 'radio', name: `q${place}` })],
    ['e-mail addresses and passwords', (place) => ({ label: 'Email', type: place % 2 === 0 ? 'email' : 'password' })],
  ])('A17: works four times as much, and no more, for four times as many fields: %s', (_what, draft) => {
    const countFor = (size: number) => {
      const fields = Array.from({ length: size }, (_unused, place) => (typeof draft === 'function' ? draft(place) : draft));
      const clusters = fields.map((_unused, place): [number, number] => [place, size - 1]).reverse();
      return countSteps(() => classifyPage(makePage(fields, { clusters })));
    };
    countFor(1);
    expect(countFor(480) / countFor(120)).toBeLessThan(4.4);
  });

  it('A17: looks at twice as many fields of a page that means to waste time no more than twice as often', () => {
    const label = 'a '.repeat(100);
    const waste = { label, name: 'a_'.repeat(60), placeholder: label, headings: [label, label, label] };
    const countLooks = (size: number) => {
      const page = makePage(Array.from({ length: size }, () => waste));
      let looks = 0;
      const counted = (field: PageField) => new Proxy(field, { get: (target, key) => [Reflect.get(target, key), looks++][0] });
      classifyPage({ ...page, fields: page.fields.map(counted) });
      return looks;
    };
    expect(countLooks(500) / countLooks(250)).toBeLessThan(2.1);
  });
});

const walks = [
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'some',
  'sort',
] as const;

/** How often arrays have called back while `act` ran: what is quadratic shows here, however busy the machine. */
function countSteps(act: () => void): number {
  const own = walks.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)] as const);
  let steps = 0;
  for (const [name, descriptor] of own) {
    function walk(this: readonly unknown[], call: (...args: unknown[]) => unknown, ...rest: unknown[]) {
      const counted = call && ((...args: unknown[]) => [call(...args), steps++][0]);
      return Reflect.apply(descriptor?.value, this, [counted, ...rest]);
    }
    Object.defineProperty(Array.prototype, name, { ...descriptor, value: walk });
  }
  try {
    act();
  } finally {
    for (const [name, descriptor] of own) Object.defineProperty(Array.prototype, name, descriptor ?? {});
  }
  return steps;
}
