import { AppError } from '@daricheh/shared/errors';
import type { FormMap, MappedField } from '@daricheh/shared/form-map';
import { describe, expect, it } from 'vitest';
import type { LearnedAnswer } from '../../core/autofill/learning/learned-answer.ts';
import type { FrameInfo, PagePort } from '../../core/autofill/page-port.ts';
import type { HeldValue } from '../../core/autofill/plan/fill-plan.ts';
import type { PageSnapshot } from '../../core/autofill/snapshot.ts';
import { makePage } from '../../core/autofill/testing/page.ts';
import type { SiteDescription } from '../../core/consent/describe-site.ts';
import type { Release } from '../../core/consent/release.ts';
import type { FamilyMember } from '../../core/family/family-member.ts';
import { createFillHandlers } from './background.ts';

const own = 'https://agency.example';
const inner = 'https://inner.example';
const shut = 'https://shut.example';
const held: HeldValue[] = [{ datum: 'national-id', value: '9990014043', source: { kind: 'declared', datum: 'national-id' } }];
const idPage = (hasValue = false) =>
  makePage([{ label: 'کد ملی', hasValue }], { forms: [{ actionOrigin: null, name: '', hasPassword: false, submit: '' }] });

function describeOrigin(origin: string): Promise<SiteDescription> {
  if (origin.startsWith('http:')) return Promise.resolve({ kind: 'insecure', origin });
  return Promise.resolve({ kind: 'unknown', origin, isEnabled: true });
}

type World = {
  readonly frames?: readonly FrameInfo[];
  readonly pages?: Record<string, PageSnapshot>;
  readonly maps?: Record<string, FormMap>;
  readonly family?: readonly FamilyMember[];
};

/** The background over a tab that exists in memory alone. */
function openTab({ frames = [], pages = {}, maps = {}, family = [] }: World = {}) {
  const written: string[] = [];
  const ledger = new Map<string, Release>();
  const kept = new Map<string, LearnedAnswer>();
  const snapshots: Record<string, PageSnapshot> = { top: idPage(), ...pages };
  const page: PagePort = {
    listFrames: async () => [{ documentId: 'top', isTop: true, origin: own, path: '/apply', inner: [shut, inner] }, ...frames],
    snapshot: async (_tabId, documentId) => {
      const snapshot = snapshots[documentId];
      if (!snapshot) throw new AppError('page_gone');
      return snapshot;
    },
    write: async (_tabId, documentId, { writes }) => {
      written.push(...writes.map(() => documentId));
      return { kind: 'done', results: writes.map(({ handle }) => ({ handle, outcome: 'written' })) };
    },
    undo: async (_tabId, documentId) => {
      if (documentId === 'gone') throw new AppError('page_gone');
      return { restored: 1, left: [7], gone: 2 };
    },
    wait: async (_tabId, documentId) => {
      if (documentId === 'gone') throw new AppError('page_gone');
      return documentId === 'other';
    },
  };
  const handlers = createFillHandlers({
    page,
    describeSite: () => describeOrigin(own),
    describeOrigin,
    readHeld: async () => held,
    readFamily: async () => family,
    readChildren: async () => [],
    learned: {
      list: async () => [...kept.values()],
      put: async (answer) => void kept.set(answer.id, answer),
      remove: async (ids) => {
        for (const id of ids) kept.delete(id);
      },
    },
    findFormMap: async (origin) => maps[origin],
    ledger: {
      put: async (release) => void ledger.set(release.id, release),
      remove: async (removed) => void ledger.delete(removed),
    },
    nowMs: () => 1,
    newId: () => crypto.randomUUID(),
  });
  const line = { handle: 0, shown: '9990014043' };
  return { handlers, written, ledger, kept, snapshots, line };
}

const sender = { kind: 'extension' } as never;
const foreignFrame = { documentId: 'inner', isTop: false, origin: inner, path: '/apply', inner: [] };
const keptOut = { why: 'shut', origin: shut };

describe('frames of other origins', () => {
  it('A11: get nothing until this document is allowed by its origin', async () => {
    const { handlers } = openTab({ frames: [foreignFrame], pages: { inner: idPage() } });
    const look = (allowed: { documentId: string; origin: string }[]) => handlers['fill/look']({ tabId: 1, allowed }, sender);
    const refused = [{ why: 'cross-origin', origin: inner, documentId: 'inner' }, keptOut];
    expect(await look([])).toMatchObject({ refused });
    expect(await look([{ documentId: 'inner', origin: own }])).toMatchObject({ refused });
    expect(await look([{ documentId: 'earlier', origin: inner }])).toMatchObject({ refused });
    const view = await look([{ documentId: 'inner', origin: inner }]);
    expect(view).toMatchObject({ refused: [keptOut], frames: [{ foreign: undefined }, { documentId: 'inner', foreign: inner }] });
  });

  it('A11: that are not secure get nothing whatever is allowed', async () => {
    const insecure = { documentId: 'inner', isTop: false, origin: 'http://inner.example', path: '/apply', inner: [] };
    const { handlers } = openTab({ frames: [insecure], pages: { inner: idPage() } });
    const view = await handlers['fill/look']({ tabId: 1, allowed: [{ documentId: 'inner', origin: insecure.origin }] }, sender);
    expect(view).toMatchObject({
      refused: [{ why: 'unsafe', origin: insecure.origin }, keptOut, { why: 'shut', origin: inner }],
      frames: [{ documentId: 'top' }],
    });
  });

  it('stand in the ledger under their own origin', async () => {
    const { handlers, ledger, line } = openTab({ frames: [foreignFrame], pages: { inner: idPage() } });
    const frames = ['top', 'inner'].map((documentId) => ({ documentId, mark: 'm', lines: [line] }));
    await handlers['fill/write']({ tabId: 1, sendsElsewhere: true, allowed: [{ documentId: 'inner', origin: inner }], frames }, sender);
    expect([...ledger.values()].map(({ receiver, outcome }) => [receiver.origin, outcome])).toEqual([
      [own, 'sent'],
      [inner, 'sent'],
    ]);
  });
});

describe('a step of a form', () => {
  const under = (heading: string, label: string) => makePage([{ label, headings: [heading] }]);

  it('is about whom the step before it was about, where it does not say', async () => {
    const { handlers, snapshots } = openTab();
    const read = async (page: PageSnapshot) => {
      snapshots['top'] = page;
      const view = await handlers['fill/look']({ tabId: 1 }, sender);
      return view.kind === 'open' ? view.frames.flatMap(({ plan }) => plan.skipped.map(({ why, person }) => [why, person])) : [];
    };
    const birth = under('مرحلهٔ ۲ از ۳', 'تاریخ تولد');
    expect(await read(birth)).toEqual([['no-value', undefined]]);
    expect(await read(under('مشخصات فرزند', 'نام'))).toEqual([['other-person', 'child']]);
    expect(await read(birth)).toEqual([['other-person', 'child']]);
    expect(await read(birth)).toEqual([['other-person', 'child']]);
    expect(await read(under('مشخصات شما', 'تاریخ تولد'))).toEqual([['no-value', undefined]]);
    expect(await read(birth)).toEqual([['no-value', undefined]]);
  });
});

describe('a fill', () => {
  const order = (line: object, mark = 'm') => ({
    tabId: 1,
    sendsElsewhere: true,
    frames: [{ documentId: 'top', mark, lines: [line as never] }],
  });

  it('keeps what was typed after the preview, and replaces what the citizen saw there', async () => {
    const { handlers, written, ledger, snapshots, line } = openTab();
    snapshots['top'] = idPage(true);
    expect(await handlers['fill/write'](order({ ...line, isTaken: false }), sender)).toEqual({
      kind: 'done',
      outcomes: [{ documentId: 'top', handle: 0, outcome: 'kept' }],
    });
    expect([written, ledger.size]).toEqual([[], 0]);
    await handlers['fill/write'](order({ ...line, isTaken: true }), sender);
    expect([written, ledger.size]).toEqual([['top'], 1]);
  });

  it('A15: writes nothing, and nothing into the ledger, where the form has changed', async () => {
    const { handlers, written, ledger, line } = openTab();
    expect(await handlers['fill/write'](order(line, 'other'), sender)).toEqual({ kind: 'form-changed' });
    expect([written, ledger.size]).toEqual([[], 0]);
  });

  it('is remembered for the next step of the form in the same tab, until it is taken back', async () => {
    const { handlers, line } = openTab();
    const look = async () => handlers['fill/look']({ tabId: 1 }, sender);
    expect(await look()).toMatchObject({ filledBefore: 0 });
    await handlers['fill/write'](order(line), sender);
    expect(await look()).toMatchObject({ filledBefore: 1 });
    await handlers['fill/undo']({ tabId: 1 }, sender);
    expect(await look()).toMatchObject({ filledBefore: 0 });
  });
});

describe('taking back', () => {
  it('adds up all frames, and says in which of them which field did not go; one that has left has nothing to take back', async () => {
    const { handlers } = openTab({ frames: [{ documentId: 'gone', isTop: false, origin: own, path: '/', inner: [] }] });
    expect(await handlers['fill/undo']({ tabId: 1 }, sender)).toEqual({
      restored: 1,
      left: [{ documentId: 'top', handle: 7 }],
      gone: 2,
    });
  });
});

describe('an agency’s form map', () => {
  const mapOf = (origin: string, path: string, field: Partial<MappedField> = {}): FormMap => ({
    ...{ type: 'daricheh.form-map.v1', origin, version: 1, issuedAt: '', expiresAt: '' },
    forms: [{ paths: [path], marks: ['x'], fields: [{ control: 'x', datum: 'national-id', ...field }] }],
  });
  const codedPage = makePage([{ label: 'بند ۴', name: 'x' }]);

  it('is obeyed at a look and at the fill that follows', async () => {
    const { handlers, written } = openTab({ pages: { top: codedPage }, maps: { [own]: mapOf(own, '/apply') } });
    const line = { handle: 0, shown: '9990014043' };
    expect(await handlers['fill/look']({ tabId: 1 }, sender)).toMatchObject({
      frames: [{ plan: { lines: [{ ...line, isMapped: true }] } }],
    });
    await handlers['fill/write']({ tabId: 1, frames: [{ documentId: 'top', mark: 'm', lines: [line] }], sendsElsewhere: true }, sender);
    expect(written).toEqual(['top']);
  });

  it('says nothing of a frame of another origin, and that origin’s own map nothing of the page', async () => {
    const frame = { ...foreignFrame, path: '/inner' };
    const maps = { [own]: mapOf(own, frame.path), [inner]: mapOf(inner, '/apply') };
    const { handlers } = openTab({ frames: [frame], pages: { top: codedPage, inner: codedPage }, maps });
    const allowed = [{ documentId: 'inner', origin: inner }];
    const look = await handlers['fill/look']({ tabId: 1, allowed }, sender);
    expect(look).toMatchObject({ frames: [{ plan: { lines: [] } }, { plan: { lines: [] } }] });
  });

  it('is told of a field about somebody else before the citizen may say that it is about them', async () => {
    const { handlers } = openTab({ pages: { top: codedPage }, maps: { [own]: mapOf(own, '/apply', { whose: 'partner' }) } });
    const says = { kind: 'datum', datum: 'national-id', isAboutMe: false } as const;
    const correct = (isAboutMe: boolean) =>
      handlers['fill/correct']({ tabId: 1, documentId: 'top', mark: 'm', handle: 0, says: { ...says, isAboutMe } }, sender);
    expect([await correct(false), await correct(true)]).toEqual(['refused', 'kept']);
  });
});

describe('members of the family', () => {
  const child = (id: string, name: string, nationalId: string): FamilyMember => ({
    version: 1,
    id,
    relation: 'child',
    values: { 'given-name': name, 'national-id': nationalId },
    declaredAtMs: 3,
  });
  const family = [child('a', 'آوا', '9990000018'), child('b', 'نوا', '9990000026')];
  const top = makePage([{ label: 'کد ملی' }, { label: 'کد ملی فرزند' }], { stage: 'one' });
  const picked = [{ documentId: 'top', stage: 'one', id: 'b' }];

  it('of whom several may be meant wait for the citizen’s word, which holds for that document and step alone', async () => {
    const { handlers, snapshots } = openTab({ pages: { top }, family });
    const look = async (said?: typeof picked) => {
      const view = await handlers['fill/look']({ tabId: 1, picked: said }, sender);
      return view.kind === 'open' ? view.frames[0]?.plan.lines.map(({ shown }) => shown) : view.kind;
    };
    expect(await look()).toEqual(['9990014043']);
    expect(await look(picked)).toEqual(['9990014043', '9990000026']);
    expect(await look([{ documentId: 'earlier', stage: 'one', id: 'b' }])).toEqual(['9990014043']);
    snapshots.top = { ...top, stage: 'two' };
    expect(await look(picked)).toEqual(['9990014043']);
  });

  it('stand in the ledger beside the citizen, each datum under whose it is', async () => {
    const { handlers, written, ledger } = openTab({ pages: { top }, family });
    const lines = [
      { handle: 0, shown: '9990014043' },
      { handle: 100, shown: '9990000026' },
    ];
    const order = { tabId: 1, sendsElsewhere: true, frames: [{ documentId: 'top', mark: 'm', lines }] };
    expect(await handlers['fill/write'](order, sender)).toEqual({ kind: 'form-changed' });
    expect(written).toEqual([]);
    await handlers['fill/write']({ ...order, picked }, sender);
    expect([...ledger.values()].flatMap(({ items }) => items)).toMatchObject([
      { datum: 'national-id', source: { kind: 'declared', datum: 'national-id' } },
      { datum: 'national-id', whose: 'child', source: { kind: 'declared', datum: 'national-id' }, vouched: { issuer: null, sinceMs: 3 } },
    ]);
    expect(JSON.stringify([...ledger.values()])).not.toContain('9990000026');
  });
});

describe('a correction', () => {
  const correction = { tabId: 1, documentId: 'top', mark: 'm', handle: 0, says: { kind: 'empty' } } as const;

  it('is kept, obeyed at the next look, and forgotten when asked', async () => {
    const { handlers, kept } = openTab();
    expect(await handlers['fill/correct'](correction, sender)).toBe('kept');
    const [id = ''] = kept.keys();
    const look = async () => handlers['fill/look']({ tabId: 1 }, sender);
    expect(await look()).toMatchObject({ frames: [{ plan: { lines: [], skipped: [{ why: 'told-empty', learned: id }] } }] });
    await handlers['fill/forget']({ id }, sender);
    expect(await look()).toMatchObject({ frames: [{ plan: { lines: [{ learned: undefined }] } }] });
  });

  it('A15: is not kept for a form that has changed, a document that has left, or a frame that is not open', async () => {
    const { handlers, kept } = openTab({ frames: [foreignFrame], pages: { inner: idPage() } });
    for (const change of [{ mark: 'other' }, { documentId: 'gone' }, { documentId: 'inner' }])
      expect(await handlers['fill/correct']({ ...correction, ...change }, sender)).toBe('form-changed');
    expect(kept.size).toBe(0);
  });

  it('is refused for a password', async () => {
    const { handlers, kept } = openTab({ pages: { top: makePage([{ label: 'گذرواژه', type: 'password' }]) } });
    expect(await handlers['fill/correct'](correction, sender)).toBe('refused');
    expect(kept.size).toBe(0);
  });

  it('of an allowed frame stands under that frame’s own origin', async () => {
    const { handlers } = openTab({ frames: [foreignFrame], pages: { inner: idPage() } });
    const allowed = [{ documentId: 'inner', origin: inner }];
    await handlers['fill/correct']({ ...correction, documentId: 'inner', allowed }, sender);
    expect(await handlers['fill/learned']({}, sender)).toEqual([{ origin: inner, count: 1 }]);
    expect(await handlers['fill/look']({ tabId: 1, allowed }, sender)).toMatchObject({
      frames: [{ plan: { lines: [{ handle: 0 }] } }, { plan: { lines: [] } }],
    });
  });

  it('is let go with all others of its site, and with none of another', async () => {
    const { handlers } = openTab({ frames: [foreignFrame], pages: { inner: idPage() } });
    const allowed = [{ documentId: 'inner', origin: inner }];
    await handlers['fill/correct'](correction, sender);
    await handlers['fill/correct']({ ...correction, documentId: 'inner', allowed }, sender);
    await handlers['fill/forget-site']({ origin: own }, sender);
    expect(await handlers['fill/learned']({}, sender)).toEqual([{ origin: inner, count: 1 }]);
  });
});

it.each([
  [['same'], false],
  [['same', 'other'], true],
  [['gone'], true],
  [[], false],
])('waiting for %j ends with %s', async (documents, hasChanged) => {
  const frames = documents.map((documentId) => ({ documentId, mark: 'm', stage: '' }));
  expect(await openTab().handlers['fill/wait']({ tabId: 1, frames }, sender)).toBe(hasChanged);
});
