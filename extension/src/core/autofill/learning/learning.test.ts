import { describe, expect, it } from 'vitest';
import { createMemoryItems } from '../../records/testing/memory-items.ts';
import { createRecords } from '../../records/wallet-records.ts';
import { classifyPage } from '../classify.ts';
import type { HeldValue } from '../plan/fill-plan.ts';
import { planFill } from '../plan/make-plan.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';
import { learnAnswer, recallAnswers } from './learn-answer.ts';
import { type LearnedAnswer, learnedAnswer, type ToldMeaning } from './learned-answer.ts';
import { nameFields } from './name-fields.ts';
import { searchData } from './search-data.ts';

const here = { origin: 'https://agency.example', path: '/apply' };
const empty: ToldMeaning = { kind: 'empty' };
const asId: ToldMeaning = { kind: 'datum', datum: 'national-id', isAboutMe: false };
const nationalId = '9990014043';
const held: HeldValue[] = [
  { datum: 'national-id', value: nationalId, source: { kind: 'declared', datum: 'national-id' } },
  { datum: 'given-name', value: 'شیرین', source: { kind: 'declared', datum: 'given-name' } },
];
const plain: FieldDraft[] = [
  { label: 'کد ملی', name: 'a' },
  { label: 'پاسخ سوم', name: 'b' },
];

async function teach(fields: readonly FieldDraft[], place: number, says: ToldMeaning, known: readonly LearnedAnswer[] = []) {
  const snapshot = makePage(fields);
  const page = { snapshot, address: here, answers: classifyPage(snapshot) };
  const told = { handle: snapshot.fields[place]?.handle ?? -1, says };
  return learnAnswer(page, told, known, { newId: () => `id-${known.length}`, nowMs: 1 });
}

/** What stands in each field after a fill: the text, or why there is none. */
async function fill(fields: readonly FieldDraft[], known: readonly (LearnedAnswer | undefined)[], address = here) {
  const snapshot = makePage(fields);
  const learned = await recallAnswers(
    snapshot,
    address,
    known.flatMap((answer) => answer ?? []),
  );
  const { lines, skipped } = planFill(snapshot, held, here.origin, { learned });
  return snapshot.fields.map(({ handle }) => {
    const line = lines.find((each) => each.handle === handle);
    return line?.shown ?? skipped.find((each) => each.handle === handle)?.why ?? 'within another';
  });
}

describe('what the citizen says of a field', () => {
  it('goes before every guess, in that form, from then on', async () => {
    expect(await fill(plain, [])).toEqual([nationalId, 'unknown']);
    expect(await fill(plain, [await teach(plain, 0, empty)])).toEqual(['told-empty', 'unknown']);
    expect(await fill(plain, [await teach(plain, 1, asId)])).toEqual([nationalId, nationalId]);
    expect(await fill(plain, [await teach(plain, 0, { ...asId, datum: 'given-name' })])).toEqual(['شیرین', 'unknown']);
  });

  it('is named in the plan by its id, so that it can be forgotten', async () => {
    const answer = await teach(plain, 1, asId);
    const snapshot = makePage(plain);
    const { lines } = planFill(snapshot, held, here.origin, { learned: await recallAnswers(snapshot, here, answer ? [answer] : []) });
    expect(lines.map(({ learned }) => learned)).toEqual([undefined, 'id-0']);
  });

  it('takes the place of what was said before', async () => {
    const first = await teach(plain, 0, empty);
    const second = await teach(plain, 0, asId, first ? [first] : []);
    expect(second?.id).toBe(first?.id);
    expect(await fill(plain, [second])).toEqual([nationalId, 'unknown']);
  });

  it('leaves out a value over several boxes whole', async () => {
    const boxes: FieldDraft[] = [{ label: 'کد ملی', maxLength: 3 }, { maxLength: 6 }, { maxLength: 1 }];
    expect((await fill(boxes, []))[0]).toBe('999 001404 3');
    expect(await fill(boxes, [await teach(boxes, 0, empty)])).toEqual(['told-empty', 'within another', 'within another']);
  });

  it('holds whatever stands in the form, and whatever its hidden inputs carry', async () => {
    const answer = await teach([...plain, { type: 'hidden', name: 'token-1' }], 0, empty);
    expect((await fill([{ ...plain[0], hasValue: true }, ...plain.slice(1), { type: 'hidden', name: 'token-2' }], [answer]))[0]).toBe(
      'told-empty',
    );
  });
});

describe('what was learned at one form', () => {
  it.each([
    ['origin', { ...here, origin: 'https://other.example' }],
    ['path', { ...here, path: '/other' }],
  ])('says nothing at another %s', async (_what, address) => {
    expect(await fill(plain, [await teach(plain, 0, empty)], address)).toEqual([nationalId, 'unknown']);
  });

  it('says nothing at another origin, even where the record is said to be of that form', async () => {
    const answer = await teach(plain, 0, empty);
    const moved = answer && { ...answer, origin: 'https://other.example' };
    expect(await fill(plain, [moved])).toEqual([nationalId, 'unknown']);
  });

  it.each<[string, FieldDraft[]]>([
    ['another name', [{ label: 'کد ملی', name: 'z' }, ...plain.slice(1)]],
    ['another label', [{ label: 'شمارهٔ ملی', name: 'a' }, ...plain.slice(1)]],
    ['one field more', [...plain, { label: 'توضیح', name: 'c' }]],
  ])('says nothing once it has %s', async (_what, fields) => {
    expect((await fill(fields, [await teach(plain, 0, empty)]))[0]).toBe(nationalId);
  });
});

describe('what is refused stays refused', () => {
  const refusals: [string, string, FieldDraft][] = [
    ['A10', 'a hidden field', { label: 'پاسخ', state: 'transparent' }],
    ['A10', 'a hidden input', { label: 'پاسخ', type: 'hidden' }],
    ['A10', 'a trap for robots', { label: 'Leave this field blank' }],
    ['B19', 'a password', { label: 'گذرواژه', type: 'password' }],
    ['B19', 'a card number', { label: 'Card number', autocomplete: 'cc-number' }],
    ['B19', 'a code that was sent', { label: 'Code', autocomplete: 'one-time-code' }],
    ['B19', 'a locked field', { label: 'پاسخ', state: 'read-only' }],
  ];
  it.each(refusals)('%s: %s learns nothing', async (_row, _what, field) => {
    expect(await teach([field], 0, { ...asId, isAboutMe: true })).toBeUndefined();
  });

  it.each(refusals)('%s: what became %s since is not filled by what was learned before', async (_row, _what, field) => {
    const answer = await teach(plain, 1, asId);
    // A record of this very field, as if it had been made when the field was another.
    const name = [...(await nameFields(makePage([field]), here)).values()][0];
    const shown = await fill([field], [answer && { ...answer, ...name }]);
    expect(shown).not.toContain(nationalId);
  });

  it('a field about somebody else is the citizen’s own only by an explicit word', async () => {
    const fields: FieldDraft[] = [{ label: 'کد ملی پدر', name: 'f' }];
    expect(await fill(fields, [])).toEqual(['other-person']);
    expect(await teach(fields, 0, asId)).toBeUndefined();
    expect(await fill(fields, [await teach(fields, 0, { ...asId, isAboutMe: true })])).toEqual([nationalId]);
    const silent = await teach(fields, 0, { ...asId, isAboutMe: true });
    expect(await fill(fields, [silent && { ...silent, says: asId }])).toEqual(['other-person']);
    expect(await fill(fields, [await teach(fields, 0, empty)])).toEqual(['told-empty']);
  });

  it('what is said of somebody else’s field stays marked so, to warn again when it is corrected again', async () => {
    const snapshot = makePage([{ label: 'کد ملی پدر', name: 'f' }]);
    const plan = async (says: ToldMeaning) => {
      const answer = await teach([{ label: 'کد ملی پدر', name: 'f' }], 0, says);
      return planFill(snapshot, held, here.origin, { learned: await recallAnswers(snapshot, here, answer ? [answer] : []) });
    };
    expect((await plan({ ...asId, isAboutMe: true })).lines).toMatchObject([{ person: 'father' }]);
    expect((await plan({ kind: 'datum', datum: 'email', isAboutMe: true })).skipped).toMatchObject([{ why: 'no-value', person: 'father' }]);
    expect((await plan(empty)).skipped).toMatchObject([{ why: 'told-empty', person: 'father' }]);
    expect(planFill(makePage(plain), held, here.origin).lines).toMatchObject([{ person: undefined }]);
  });

  it('a field that the form does not have learns nothing', async () => {
    expect(await teach(plain, 9, empty)).toBeUndefined();
  });
});

describe('the record of a correction', () => {
  it('is kept and let go, and holds no text of the page', async () => {
    const records = createRecords(createMemoryItems());
    const answer = await teach(plain, 0, empty);
    if (!answer) throw new Error('nothing was learned');
    await records.commit([records.learned.put(answer)]);
    expect(await records.learned.list()).toEqual({ items: [answer], damaged: [] });
    expect(Object.keys(answer).sort()).toEqual(['form', 'id', 'learnedAtMs', 'origin', 'place', 'says', 'version']);
    await records.commit([records.learned.remove(answer.id)]);
    expect((await records.learned.list()).items).toEqual([]);
  });

  it.each([
    ['another version', { version: 2 }],
    ['no datum of the vocabulary', { says: { kind: 'datum', datum: 'nothing', isAboutMe: false } }],
    ['a picture', { says: { kind: 'datum', datum: 'portrait', isAboutMe: false } }],
    ['more than it should have', { value: 'x' }],
  ])('A21: is unknown with %s', async (_what, change) => {
    expect(learnedAnswer.safeParse({ ...(await teach(plain, 0, empty)), ...change }).success).toBe(false);
  });
});

describe('the search among data', () => {
  it('finds by Persian and English labels, whatever the spelling, those that begin with it first', () => {
    expect(searchData('كد ملي', 5)[0]).toBe('national-id');
    expect(searchData('POSTC', 5)).toContain('postal-code');
    expect(searchData('نام', 3)).toHaveLength(3);
  });

  it('finds nothing for words that no datum has, and no pictures', () => {
    expect(searchData('qwxz', 5)).toEqual([]);
    expect(searchData('', 10_000)).not.toContain('portrait');
  });
});
