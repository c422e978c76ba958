import { AppError } from '@daricheh/shared/errors';
import { createTestAgency, createTestTrustList } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAmendmentDraft, nameAmendmentDraft } from '../../core/cases/amending-book.ts';
import { createMemoryItems } from '../../core/records/testing/memory-items.ts';
import { createRecords, type WalletRecords } from '../../core/records/wallet-records.ts';
import { createDraftHandlers } from './background.ts';

const origin = 'https://tax.example';
const form = `${origin}/daricheh/forms/yearly-return`;
const page = (from = origin) => ({ kind: 'content', tabId: 1, frameId: 0, documentId: 'd', origin: from }) as const;
const own = { kind: 'extension', page: 'wallet.html', search: '', tabId: null } as const;
const content = { form, page: `${origin}/return`, title: 'Return', seenAtMs: 0, values: [{ field: 'given-name', texts: ['سارا'] }] };
const name = { fa: 'مالیات', en: 'Tax' };

let records: WalletRecords;
let nowMs: number;
let isUsable: boolean;
let isLocked: boolean;

beforeEach(() => {
  const items = createMemoryItems();
  const guard = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    if (isLocked) throw new AppError('vault_locked');
    return act();
  };
  records = createRecords({ list: (table) => guard(() => items.list(table)), commit: (changes) => guard(() => items.commit(changes)) });
  [nowMs, isUsable, isLocked] = [1000, true, false];
});

function createHandlers() {
  let count = 0;
  return createDraftHandlers({
    records,
    nowMs: () => nowMs,
    newId: () => `id${++count}`,
    isUsable: async () => isUsable,
    nameDraft: async ({ tabId }, named) => (tabId === 7 ? nameAmendmentDraft(named, 'case-1') : named),
    trustList: async () => createTestTrustList({ agencies: [createTestAgency({ id: 'tax', name, origins: [origin] })] }),
  });
}

describe('the draft of a form', () => {
  it('is kept, found, and given to the page of its own origin and form alone', async () => {
    const drafts = createHandlers();
    expect(await drafts['drafts/find']({ form }, page())).toEqual({ kind: 'none' });
    expect(await drafts['drafts/save'](content, page())).toEqual({ kind: 'saved', savedAtMs: 1000, replaces: false });
    expect(await drafts['drafts/find']({ form }, page())).toEqual({ kind: 'found', beganAtMs: 1000, savedAtMs: 1000 });
    expect(await drafts['drafts/open']({ form }, page())).toEqual({ kind: 'opened', values: content.values });
    for (const other of [
      drafts['drafts/open']({ form }, page('https://other.example')),
      drafts['drafts/open']({ form: `${form}2` }, page()),
    ])
      expect(await other).toEqual({ kind: 'none' });
  });

  it('is replaced by the newest, which keeps when it was begun and says what it did not know of', async () => {
    const drafts = createHandlers();
    await drafts['drafts/save'](content, page());
    nowMs = 2000;
    expect(await drafts['drafts/save']({ ...content, seenAtMs: 1000 }, page())).toEqual({
      kind: 'saved',
      savedAtMs: 2000,
      replaces: false,
    });
    nowMs = 3000;
    expect(await drafts['drafts/save']({ ...content, seenAtMs: 1000 }, page())).toEqual({ kind: 'saved', savedAtMs: 3000, replaces: true });
    expect(await drafts['drafts/find']({ form }, page())).toEqual({ kind: 'found', beganAtMs: 1000, savedAtMs: 3000 });
  });

  it('is forgotten on request, of that form alone', async () => {
    const drafts = createHandlers();
    await drafts['drafts/save'](content, page());
    await drafts['drafts/save']({ ...content, form: `${form}2` }, page());
    expect(await drafts['drafts/drop']({ form }, page())).toEqual({ kind: 'dropped' });
    expect((await records.drafts.list()).items.map((each) => each.form)).toEqual([`${form}2`]);
  });

  it('is forgotten after 90 days without a word', async () => {
    const drafts = createHandlers();
    await drafts['drafts/save'](content, page());
    nowMs += 90 * 86_400_000;
    expect(await drafts['drafts/find']({ form }, page())).toEqual({ kind: 'none' });
    expect((await drafts['drafts/list']({}, own)).drafts).toEqual([]);
    expect((await records.drafts.list()).items).toEqual([]);
  });

  it('does not fill the vault: of one origin the twenty newest stay', async () => {
    const drafts = createHandlers();
    for (let each = 0; each < 25; each++) {
      nowMs += 1;
      await drafts['drafts/save']({ ...content, form: `${form}-${each}` }, page());
    }
    const kept = (await records.drafts.list()).items.map((each) => each.form);
    expect([kept.length, kept.includes(`${form}-24`), kept.includes(`${form}-4`)]).toEqual([20, true, false]);
  });

  it('is listed with its agency and without what was written, and is the citizen’s to delete', async () => {
    const drafts = createHandlers();
    await drafts['drafts/save'](content, page());
    const line = { id: 'id1', origin, page: content.page, title: 'Return', beganAtMs: 1000, savedAtMs: 1000, agency: name };
    expect(await drafts['drafts/list']({}, own)).toEqual({ drafts: [line], damaged: [] });
    await drafts['drafts/remove']({ id: 'id1' }, own);
    expect((await drafts['drafts/list']({}, own)).drafts).toEqual([]);
  });
});

describe('a page', () => {
  it('learns nothing while the vault is locked, not even whether there is a draft', async () => {
    const drafts = createHandlers();
    await drafts['drafts/save'](content, page());
    isLocked = true;
    const asked = [
      drafts['drafts/find']({ form }, page()),
      drafts['drafts/open']({ form }, page()),
      drafts['drafts/save'](content, page()),
    ];
    expect(await Promise.all(asked)).toEqual([{ kind: 'locked' }, { kind: 'locked' }, { kind: 'locked' }]);
  });

  it('where the wallet is switched off keeps and gets nothing', async () => {
    const drafts = createHandlers();
    await drafts['drafts/save'](content, page());
    isUsable = false;
    await expect(drafts['drafts/save'](content, page())).rejects.toMatchObject({ code: 'site_not_allowed' });
    await expect(drafts['drafts/open']({ form }, page())).rejects.toMatchObject({ code: 'site_not_allowed' });
  });

  it('cannot send the citizen to another site from the wallet’s list', async () => {
    const drafts = createHandlers();
    for (const elsewhere of ['https://evil.example/', 'javascript:alert(1)', 'nothing'])
      await expect(drafts['drafts/save']({ ...content, page: elsewhere }, page())).rejects.toMatchObject({ code: 'malformed_request' });
  });
});

describe('the draft of an amendment', () => {
  const amending = { ...page(), tabId: 7 } as const;

  it('stands apart from that of a new form, and is gone on with from its case alone', async () => {
    const handlers = createHandlers();
    await handlers['drafts/save'](content, page());
    await handlers['drafts/save']({ ...content, values: [{ field: 'given-name', texts: ['نگار'] }] }, amending);
    const open = async (from: Parameters<ReturnType<typeof createHandlers>['drafts/open']>[1]) => handlers['drafts/open']({ form }, from);
    expect(await open(page())).toMatchObject({ values: content.values });
    expect(await open(amending)).toMatchObject({ values: [{ texts: ['نگار'] }] });
    expect((await handlers['drafts/list']({}, own)).drafts).toHaveLength(1);
    await handlers['drafts/drop']({ form }, amending);
    expect([await open(amending), (await records.drafts.list()).items.some(isAmendmentDraft)]).toEqual([{ kind: 'none' }, false]);
  });
});
