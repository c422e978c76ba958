import { encodeBase64Url } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import type { UploadAnswer, UploadField, UploadFile, UploadOutcome } from '../../core/attachments/upload-field.ts';
import type { DocumentView } from '../../core/consent/document-view.ts';
import type { Release } from '../../core/consent/release.ts';
import { createAttachHandlers } from './background.ts';

const origin = 'https://city.example';
const page = { kind: 'extension', page: 'sidepanel.html', search: '', tabId: null } as const;
const label = { fa: 'کد ملی', en: 'National ID' };
const document: DocumentView = {
  ...{ id: 'I', vct: 'urn:daricheh:identity:1', issuerName: null, actsFor: null, look: { background: '#000000', text: '#ffffff' } },
  ...{ issuer: { id: 'registry', name: { fa: 'ثبت احوال', en: 'Registry' } }, receivedAtMs: 1, renewedAtMs: null, expiresAtMs: null },
  ...{ state: 'valid', checkedAtMs: null, checkFailedAtMs: null, news: null, copies: null, renewsItself: false, isRenewalDue: false },
  ...{ name: null, title: [], portrait: 'data:image/png;base64,AA==', shown: [], isFictitious: true },
  claims: [{ datum: 'national-id', label, value: '9990014043' }],
};
const field: UploadField = {
  ...{ handle: 0, name: '', id: '', labels: ['تصویر کارت ملی'], aria: '', description: 'حداکثر ۱ کیلوبایت', title: '', box: '' },
  ...{ groups: [], headings: [], accept: '.pdf', multiple: false, sizeHint: '', state: 'visible', hasFile: false, actionOrigin: origin },
};
const file: UploadFile & { credentialId: string } = {
  handle: 0,
  name: 'identity-copy.pdf',
  type: 'application/pdf',
  credentialId: 'I',
  data: encodeBase64Url(new Uint8Array(500)),
};

function setUp(options: { readonly outcome?: UploadOutcome; readonly field?: Partial<UploadField>; readonly answer?: UploadAnswer } = {}) {
  const ledger = new Map<string, Release>();
  const sent: unknown[] = [];
  const handlers = createAttachHandlers({
    page: {
      listFrames: async () => [
        { documentId: 'D', isTop: true, origin, path: '/', inner: [] },
        { documentId: 'X', isTop: false, origin: 'https://other.example', path: '/', inner: [] },
      ],
      snapshot: async (_tabId, documentId) => {
        if (documentId !== 'D') throw new Error('a frame of another site is not read');
        return { title: '', lang: 'fa', mark: 'M', fields: [{ ...field, ...options.field }] };
      },
      put: async (_tabId, _documentId, order) => {
        sent.push(order);
        // The ledger knows of it before the page does.
        expect([...ledger.values()].map(({ outcome }) => outcome)).toEqual(['unknown']);
        return options.answer ?? { kind: 'done', results: [{ handle: 0, name: file.name, outcome: options.outcome ?? 'written' }] };
      },
      undo: async () => 1,
    },
    describeSite: async () => ({ kind: 'unknown', origin, isEnabled: true }),
    listDocuments: async () => [document],
    ledger: { put: async (row) => void ledger.set(row.id, row), remove: async (id) => void ledger.delete(id) },
    nowMs: () => 5,
    newId: () => 'R',
  });
  const write = (change: Partial<typeof file> = {}, mark = 'M') =>
    handlers['attach/write']({ tabId: 1, frames: [{ documentId: 'D', mark, files: [{ ...file, ...change }] }] }, page);
  return { handlers, write, sent, ledger };
}

describe('attaching', () => {
  it('puts the file, and records that all of the document was released', async () => {
    const { write, sent, ledger } = setUp();
    expect(await write()).toEqual({ kind: 'done', outcomes: [{ documentId: 'D', handle: 0, name: file.name, outcome: 'written' }] });
    const { credentialId: _document, ...plain } = file;
    expect(sent).toEqual([{ mark: 'M', files: [plain] }]);
    const [row] = ledger.values();
    expect(row).toMatchObject({ kind: 'fill', outcome: 'sent', receiver: { origin, agency: null } });
    expect(row?.items.map(({ datum, source }) => [datum, source])).toEqual([
      ['photo', { kind: 'credential', vct: document.vct, claim: ['portrait'] }],
      ['national-id', { kind: 'credential', vct: document.vct, claim: ['national_id'] }],
    ]);
    expect(JSON.stringify(row)).not.toContain('9990014043');
  });

  it.each<[string, Parameters<ReturnType<typeof setUp>['write']>, Partial<UploadField>?]>([
    ['the page asks something else by now', [{}, 'N']],
    ['the box asks for another document by now', [{}], { labels: ['گواهینامه رانندگی'] }],
    ['the box asks about somebody else by now', [{}], { labels: ['کارت ملی همسر'] }],
    ['somebody chose a file meanwhile', [{}], { hasFile: true }],
    ['the file is of another kind', [{ type: 'image/png', name: 'identity-copy.png' }]],
    ['the file has another name', [{ name: 'sara.pdf' }]],
    ['the file is of a document that was not offered', [{ credentialId: 'Z' }]],
  ])('puts nothing anywhere where %s', async (_why, args, change) => {
    const { write, sent, ledger } = setUp(change ? { field: change } : {});
    expect(await write(...args)).toEqual({ kind: 'form-changed' });
    expect([sent, ledger.size]).toEqual([[], 0]);
  });

  it('puts nothing where two files of one box have the same name', async () => {
    const { handlers, sent } = setUp({ field: { multiple: true } });
    const frames = [{ documentId: 'D', mark: 'M', files: [file, file] }];
    expect(await handlers['attach/write']({ tabId: 1, frames }, page)).toEqual({ kind: 'form-changed' });
    expect(sent).toEqual([]);
  });

  it('refuses a file that is larger than the page takes', async () => {
    const { write, sent } = setUp();
    await expect(write({ data: encodeBase64Url(new Uint8Array(1500)) })).rejects.toMatchObject({ code: 'body_too_large' });
    expect(sent).toEqual([]);
  });

  it.each<[UploadOutcome, number]>([
    ['changed', 1],
    ['taken', 0],
    ['unseen', 0],
    ['gone', 0],
  ])('after «%s» the ledger has %i rows: what the page could read has left', async (outcome, rows) => {
    const { write, ledger } = setUp({ outcome });
    await write();
    expect(ledger.size).toBe(rows);
  });
});
