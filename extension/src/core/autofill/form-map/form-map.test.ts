import type { FormMap, MappedField, MappedForm } from '@daricheh/shared/form-map';
import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { learnAnswer, recallAnswers } from '../learning/learn-answer.ts';
import type { ToldMeaning } from '../learning/learned-answer.ts';
import type { HeldValue } from '../plan/fill-plan.ts';
import { planFill } from '../plan/make-plan.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';
import { findMappedFields } from './find-mapped-fields.ts';

const origin = 'https://agency.example';
const path = '/levy';
const source = { kind: 'declared', datum: 'national-id' } as const;
const held: HeldValue[] = [
  { datum: 'national-id', value: '9990014043', source },
  { datum: 'given-name', value: 'شیرین', source },
  { datum: 'father-name', value: 'فرهاد', source },
];
const rows: FieldDraft[] = [
  { label: 'نام', name: 'a' },
  { label: 'نام', name: 'b' },
  { label: 'شماره', name: 'c' },
];

function makeMap(fields: readonly MappedField[], form: Partial<MappedForm> = {}): FormMap {
  const forms = [{ paths: [path], marks: ['a'], fields: [...fields], ...form }];
  return { type: 'daricheh.form-map.v1', origin, version: 1, issuedAt: '', expiresAt: '', forms };
}

type Seen = { readonly at?: string; readonly told?: ToldMeaning };

/** What stands in each field after a fill under that map: the text, or why there is none. `told`: what the citizen has said of the first. */
async function fill(fields: readonly FieldDraft[], map: FormMap, { at = path, told }: Seen = {}) {
  const snapshot = makePage(fields);
  const address = { origin, path: at };
  const page = { snapshot, address, answers: classifyPage(snapshot) };
  const [first] = snapshot.fields;
  const answer = told && first && (await learnAnswer(page, { handle: first.handle, says: told }, [], { newId: () => 'id', nowMs: 1 }));
  const learned = await recallAnswers(snapshot, address, answer ? [answer] : []);
  const mapped = findMappedFields(snapshot, at, map);
  const { lines, skipped } = planFill(snapshot, held, origin, { mapped, learned });
  return snapshot.fields.map(({ handle }) => {
    const line = lines.find((each) => each.handle === handle);
    return line?.shown ?? skipped.find((each) => each.handle === handle)?.why ?? 'within another';
  });
}

const levy = makeMap([
  { control: 'b', datum: 'father-name' },
  { control: 'c', datum: 'national-id' },
]);

describe('what the agency says of a field', () => {
  it('goes before every guess, and the others are guessed as ever', async () => {
    expect(await fill(rows, makeMap([{ control: 'a', datum: 'given-name' }]))).toEqual(['شیرین', 'شیرین', 'unknown']);
    expect(await fill(rows, levy)).toEqual(['شیرین', 'فرهاد', '9990014043']);
  });

  it('may be that it stays empty, or asks about somebody else', async () => {
    expect((await fill(rows, makeMap([{ control: 'a', datum: null }])))[0]).toBe('mapped-empty');
    expect((await fill(rows, makeMap([{ control: 'a', datum: 'given-name', whose: 'partner' }])))[0]).toBe('other-person');
  });

  it('leaves out a value over several boxes whole', async () => {
    const boxes: FieldDraft[] = [{ label: 'کد ملی', name: 'a', maxLength: 3 }, { maxLength: 6 }, { maxLength: 1 }];
    expect(await fill(boxes, makeMap([{ control: 'a', datum: null }]))).toEqual(['mapped-empty', 'within another', 'within another']);
  });

  it('is named in the plan as the agency’s word, and only where it was obeyed', () => {
    const snapshot = makePage(rows);
    const { lines } = planFill(snapshot, held, origin, { mapped: findMappedFields(snapshot, path, levy) });
    expect(lines.map(({ isMapped }) => isMapped)).toEqual([false, true, true]);
  });

  it('is the word on a control without a name by its id', async () => {
    expect((await fill([{ id: 'a' }, { id: 'b' }], levy))[1]).toBe('فرهاد');
  });
});

describe('the citizen’s own word goes before the agency’s', () => {
  const map = makeMap([{ control: 'a', datum: 'father-name' }]);
  it('to leave it empty, or to write something else', async () => {
    expect((await fill(rows, map, { told: { kind: 'empty' } }))[0]).toBe('told-empty');
    expect((await fill(rows, map, { told: { kind: 'datum', datum: 'national-id', isAboutMe: false } }))[0]).toBe('9990014043');
  });

  it('also where the agency wants it left empty', async () => {
    const told: ToldMeaning = { kind: 'datum', datum: 'given-name', isAboutMe: false };
    expect((await fill(rows, makeMap([{ control: 'a', datum: null }]), { told }))[0]).toBe('شیرین');
  });

  it('but not silently where the agency says that it is about somebody else', async () => {
    const others = makeMap([{ control: 'a', datum: 'given-name', whose: 'partner' }]);
    const told = (isAboutMe: boolean): ToldMeaning => ({ kind: 'datum', datum: 'given-name', isAboutMe });
    expect((await fill(rows, others, { told: told(false) }))[0]).toBe('other-person');
    expect((await fill(rows, others, { told: told(true) }))[0]).toBe('شیرین');
  });
});

describe('a map says nothing', () => {
  const plain = ['شیرین', 'شیرین', 'unknown'];
  it.each<[string, FormMap, string]>([
    ['at another path', levy, '/levy/'],
    ['of a form without its marks', makeMap(levy.forms[0]?.fields ?? [], { marks: ['a', 'z'] }), path],
    ['of controls that are not there', makeMap([{ control: 'z', datum: 'national-id' }]), path],
  ])('%s', async (_what, map, at) => {
    expect(await fill(rows, map, { at })).toEqual(plain);
  });

  it('of two controls that bear one name', async () => {
    expect(await fill([...rows, { label: 'شماره', name: 'c' }], levy)).toEqual(['شیرین', 'فرهاد', 'unknown', 'unknown']);
  });

  it('of another form of the page, though it has a control of that name', async () => {
    const form = { actionOrigin: origin, name: '', hasPassword: false, submit: '' };
    const snapshot = makePage([...rows, { label: 'شماره', name: 'c', form: 1 }], { forms: [form, form] });
    expect([...findMappedFields(snapshot, path, levy).keys()]).toEqual([100, 200]);
  });
});

describe('B22: what is never written is not written on an agency’s word', () => {
  it.each<[string, string, FieldDraft]>([
    ['A10', 'a field that nobody sees', { label: 'شماره', state: 'transparent' }],
    ['A10', 'a hidden input', { label: 'شماره', type: 'hidden' }],
    ['A10', 'a trap for robots', { label: 'Leave this field blank' }],
    ['B19', 'a password', { label: 'گذرواژه', type: 'password' }],
    ['B19', 'a card number', { label: 'Card number', autocomplete: 'cc-number' }],
    ['B19', 'a code that was sent', { label: 'Code', autocomplete: 'one-time-code' }],
    ['B19', 'a captcha', { label: 'Enter the characters you see in the captcha image' }],
    ['B19', 'a locked field', { label: 'شماره', state: 'read-only' }],
    ['B19', 'a field about somebody else', { label: 'کد ملی پدر' }],
  ])('%s: %s', async (_row, _what, field) => {
    const [bare] = await fill([{ ...field, name: 'a' }], makeMap([{ control: 'z', datum: 'email' }]));
    const [mapped] = await fill([{ ...field, name: 'a' }], makeMap([{ control: 'a', datum: 'national-id' }]));
    expect([bare, mapped]).not.toContain('9990014043');
    expect(mapped).toBe(bare);
  });
});
