import type { FieldId } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { FamilyMember, FamilyRelation } from '../../family/family-member.ts';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';
import type { HeldValue } from './fill-plan.ts';
import { planFill } from './make-plan.ts';
import { addParentNames, type CertifiedChild, makeRelatives } from './relatives.ts';

const origin = 'https://agency.example';
const today = Date.UTC(2026, 8, 27);

const own = (values: Partial<Record<FieldId, string>>): HeldValue[] =>
  Object.entries(values).map(([datum, value]) => ({ datum: datum as FieldId, value, source: { kind: 'declared', datum } }));

function member(id: string, relation: FamilyRelation, values: FamilyMember['values']): FamilyMember {
  return { version: 1, id, relation, values, declaredAtMs: 3 };
}

const father = member('f', 'father', { 'given-name': 'رضا', 'family-name': 'نیکو', 'national-id': '9990000018', bday: '1955-09-28' });
const mother = member('m', 'mother', { 'given-name': 'مریم' });
const partner = member('p', 'partner', {
  'given-name': 'علی',
  'family-name': 'بهاری',
  'given-name-latin': 'Ali',
  'family-name-latin': 'Bahari',
  'national-id': '9990000026',
  bday: '1985-09-27',
  sex: 'male',
  nationality: 'IR',
  tel: '+989123456789',
});
const ava = member('a', 'child', { 'given-name': 'آوا', 'national-id': '9990000034' });
const nava = member('n', 'child', { 'given-name': 'نوا', 'national-id': '9990000042' });

const sara = own({ 'given-name': 'سارا', 'family-name': 'رضایی', name: 'سارا رضایی', 'national-id': '9990014043' });

type Given = { readonly held?: readonly HeldValue[]; readonly picked?: readonly string[] };
function plan(fields: readonly FieldDraft[], family: readonly FamilyMember[], { held = sara, picked = [] }: Given = {}) {
  const snapshot = makePage(fields, { lang: 'fa' });
  const relatives = makeRelatives(family, held, today);
  return planFill(snapshot, addParentNames(held, relatives), origin, {}, classifyPage(snapshot), { relatives, picked });
}

/** By handle: what would stand there and whose it is, or why not. */
function read(fields: readonly FieldDraft[], family: readonly FamilyMember[], given: Given = {}): string[] {
  const { lines, skipped } = plan(fields, family, given);
  const told = [
    ...lines.map(({ handle, shown, relative }) => [handle, relative ? `${relative}: ${shown}` : shown] as const),
    ...skipped.map(({ handle, why }) => [handle, `-${why}`] as const),
  ];
  return told.sort(([a], [b]) => a - b).map(([, text]) => text);
}

const section = (heading: string, ...labels: string[]): FieldDraft[] => labels.map((label) => ({ label, groups: [heading] }));

describe('a child whom a document describes', () => {
  const certify = (id: string, values: Partial<Record<FieldId, string>>): CertifiedChild => ({
    id,
    held: Object.entries(values).map(([datum, value]) => ({
      ...{ datum: datum as FieldId, value, source: { kind: 'credential', vct: 'urn:mandate', claim: [datum] } as const },
    })),
  });
  const certified = certify('m1', { 'given-name': 'آوا', 'family-name': 'رضایی', 'national-id': '9990000034', bday: '2017-05-14' });
  const valuesOf = (members: readonly FamilyMember[], children: readonly CertifiedChild[]) =>
    makeRelatives(members, sara, today, children).map(({ id, name, held }) => [
      id,
      name,
      ...held.map(({ datum, value }) => `${datum}=${value}`),
    ]);

  it('need not be declared to be known, by the names and the age that follow', () => {
    expect(valuesOf([], [certified])).toEqual([
      ['m1', 'آوا رضایی', 'given-name=آوا', 'family-name=رضایی', 'national-id=9990000034', 'bday=2017-05-14', 'name=آوا رضایی', 'age=9'],
    ]);
  });

  it('is the declared one of the same national id, and goes before what was declared', () => {
    const declared = { ...ava, values: { ...ava.values, 'family-name': 'رضائی', tel: '+989123456789' } };
    const [only, another] = valuesOf([declared], [certified]);
    expect(another).toBeUndefined();
    expect(only).toEqual(expect.arrayContaining(['a', 'family-name=رضایی', 'tel=+989123456789', 'bday=2017-05-14']));
    expect(only).not.toContain('family-name=رضائی');
  });

  it('is another than the declared one of another national id', () => {
    expect(valuesOf([nava], [certified]).map(([id]) => id)).toEqual(['n', 'm1']);
  });
});

describe('a field about a member of the family', () => {
  it('is filled from that member, beside the applicant’s own', () => {
    const fields = [{ label: 'نام خانوادگی' }, { label: 'کد ملی' }, ...section('مشخصات همسر', 'نام', 'نام خانوادگی', 'کد ملی', 'تابعیت')];
    expect(read(fields, [partner])).toEqual([
      'رضایی',
      '9990014043',
      ...['partner: علی', 'partner: بهاری', 'partner: 9990000026', 'partner: ایرانی'],
    ]);
  });

  it('says in the plan that the citizen has declared it, and since when', () => {
    const [line] = plan([{ label: 'کد ملی همسر' }], [partner]).lines;
    expect(line).toMatchObject({
      datum: 'national-id',
      relative: 'partner',
      source: { kind: 'declared', datum: 'national-id' },
      provenance: { kind: 'declared', declaredAtMs: 3 },
    });
  });

  it.each<[string, FieldDraft, string]>([
    ['an age', { label: 'سن همسر' }, 'partner: 41'],
    ['a full name', { label: 'نام و نام خانوادگی همسر' }, 'partner: علی بهاری'],
    ['a name in Latin letters', { label: 'Spouse’s family name' }, 'partner: Bahari'],
    ['a date in the form’s calendar', { label: 'تاریخ تولد همسر' }, 'partner: 1364/07/05'],
    ['an answer of a list', { label: 'جنسیت همسر', answers: ['زن', 'مرد'] }, 'partner: مرد'],
    ['a phone number as the example has it', { label: 'تلفن همراه همسر', placeholder: '0912…' }, 'partner: 09123456789'],
  ])('gets %s computed from what is held', (_what, field, shown) => {
    expect(read([field], [partner])).toEqual([shown]);
  });

  it('of a father or mother is filled from them', () => {
    expect(read([{ label: 'کد ملی پدر' }, { label: 'سن پدر' }], [father, mother])).toEqual(['father: 9990000018', 'father: 70']);
    expect(read([{ label: 'کد ملی مادر' }], [father, mother])).toEqual(['-no-value']);
  });

  it('is left where the wallet knows no such member, and never filled with the citizen’s own data', () => {
    expect(read([{ label: 'کد ملی همسر' }, { label: 'کد ملی پدر' }], [])).toEqual(['-other-person', '-other-person']);
    expect(read([{ label: 'کد ملی همسر' }], [father])).toEqual(['-other-person']);
    expect(read([{ label: 'ایمیل همسر' }], [partner], { held: own({ email: 'sara@example.com' }) })).toEqual(['-no-value']);
  });

  it.each([
    ['a parent, unsaid which', 'کد ملی والدین'],
    ['a guardian', 'کد ملی سرپرست'],
    ['a brother', 'کد ملی برادر'],
    ['an employer', 'تلفن کارفرما'],
    ['a referee', 'کد ملی معرف'],
  ])('is left where it is about %s', (_who, label) => {
    expect(read([{ label }], [father, mother, partner, ava])).toEqual(['-other-person']);
  });

  it.each<[string, FieldDraft]>([
    ['former spouse', { label: 'کد ملی', groups: ['مشخصات همسر سابق'] }],
    ['former spouse, in English', { label: 'Former spouse’s national ID' }],
    ['late father', { label: 'کد ملی', groups: ['پدر (متوفی)'] }],
  ])('is left where it is about a %s', (_who, field) => {
    expect(read([field], [father, partner])).toEqual(['-other-person']);
  });

  it('A10: is left where nobody sees it, and where the page keeps it closed', () => {
    const states = ['hidden', 'disabled', 'read-only'] as const;
    expect(
      read(states.map((state) => ({ label: 'کد ملی همسر', state })) as FieldDraft[], [partner]).every((text) => text.startsWith('-')),
    ).toBe(true);
  });

  it('is left where its answer does not fit, or is none of the list’s', () => {
    expect(read([{ label: 'کد ملی همسر', maxLength: 5 }], [partner])).toEqual(['-too-long']);
    expect(read([{ label: 'جنسیت همسر', answers: ['زن', 'دیگر'] }], [partner])).toEqual(['-no-option']);
  });

  it('has one name alone where the wallet knows no other', () => {
    expect(read([{ label: 'نام و نام خانوادگی فرزند' }], [ava])).toEqual(['child: آوا']);
  });
});

describe('where a form may mean another family than the applicant’s', () => {
  it('asked twice about a spouse it means the husband and the wife: neither is filled', () => {
    const both = [...section('مشخصات زوج', 'نام', 'کد ملی'), ...section('مشخصات زوجه', 'نام', 'کد ملی')];
    expect(read(both, [partner])).toEqual(Array(4).fill('-other-person'));
  });

  it('father and mother of a child are not the applicant’s, but for a form that goes through the family', () => {
    const birth = [...section('مشخصات فرزند', 'نام'), ...section('مشخصات پدر', 'کد ملی')];
    expect(read(birth, [father])).toEqual(['-other-person', '-other-person']);
    expect(read([...birth, ...section('مشخصات همسر', 'کد ملی')], [father])).toEqual([
      '-other-person',
      'father: 9990000018',
      '-other-person',
    ]);
  });
});

describe('children', () => {
  const childPage = section('مشخصات فرزند', 'نام', 'کد ملی');

  it('of whom the wallet knows one are filled without a question', () => {
    expect(read(childPage, [ava])).toEqual(['child: آوا', 'child: 9990000034']);
    expect(plan(childPage, [ava]).choices).toEqual([]);
  });

  it('of whom it knows several are filled once the citizen has said which, and not before', () => {
    expect(read(childPage, [ava, nava])).toEqual(['-which-relative', '-which-relative']);
    const members = [
      { id: 'a', name: 'آوا' },
      { id: 'n', name: 'نوا' },
    ];
    expect(plan(childPage, [ava, nava]).choices).toEqual([{ relation: 'child', members, picked: undefined }]);
    expect(read(childPage, [ava, nava], { picked: ['n'] })).toEqual(['child: نوا', 'child: 9990000042']);
    expect(plan(childPage, [ava, nava], { picked: ['n'] }).choices).toEqual([{ relation: 'child', members, picked: 'n' }]);
    expect(read(childPage, [ava, nava], { picked: ['gone'] })).toEqual(['-which-relative', '-which-relative']);
  });

  it('are not asked about where nothing could be filled', () => {
    expect(plan([{ label: 'ایمیل فرزند' }], [ava, nava]).choices).toEqual([]);
  });

  it('in numbered rows are filled where the wallet knows one alone, and in the first row', () => {
    const rows = [...section('فرزند اول', 'نام', 'کد ملی'), ...section('فرزند دوم', 'نام', 'کد ملی')];
    expect(read(rows, [ava])).toEqual(['child: آوا', 'child: 9990000034', '-other-person', '-other-person']);
    expect(read(rows, [ava, nava])).toEqual(Array(4).fill('-other-person'));
    expect(plan(rows, [ava, nava], { picked: ['a'] }).choices).toEqual([]);
  });

  it('in rows without numbers are left', () => {
    expect(read([{ label: 'کد ملی فرزند' }, { label: 'کد ملی فرزند' }], [ava])).toEqual(['-other-person', '-other-person']);
  });
});

describe('the applicant’s own father’s name', () => {
  const issued: HeldValue = { datum: 'father-name', value: 'محمد', source: { kind: 'credential', vct: 'urn:id', claim: ['father_name'] } };

  it('stays what the documents say, and is the father’s given name too', () => {
    expect(read([{ label: 'نام پدر' }], [father], { held: [issued] })).toEqual(['محمد']);
    const [relative] = makeRelatives([father], [issued], today);
    expect(relative?.held.filter(({ datum }) => datum === 'given-name' || datum === 'name')).toMatchObject([
      { value: 'محمد', source: issued.source },
      { value: 'محمد نیکو', source: { kind: 'declared' } },
    ]);
  });

  it('is the declared father’s given name where nothing else has it', () => {
    expect(read([{ label: 'نام پدر' }, { label: 'نام مادر' }], [father, mother])).toEqual(['رضا', 'مریم']);
    expect(read([{ label: 'نام پدر' }], [])).toEqual(['-no-value']);
  });
});
