import { expect, it } from 'vitest';
import type { NewAttachment } from './attachments.ts';
import { describeSubmission } from './case-stores.contract.ts';
import { at, later } from './contract-time.ts';
import type { Store } from './store.ts';

const request = { agency: 'tax', kind: 'submission-request', key: 'nonce' };
const deed: NewAttachment = {
  ...{ agency: 'tax', id: 'id-1', request: 'nonce', slot: 'deed', sha256: 'hash-1', size: 1000, mediaType: 'application/pdf' },
  uploadedAt: at,
};
const claim = { slot: 'deed', sha256: 'hash-1', size: 1000, mediaType: 'application/pdf', name: 'سند.pdf' };
const stored = { id: 'id-1', ...claim };
const caseA = { agency: 'tax', caseNumber: 'A' };

/** What stores of attachments do. */
export function describeAttachments(store: () => Store): void {
  const submit = async (caseNumber: string, attachments: readonly (typeof claim)[]) => {
    await store().oneTime.put({ ...request, value: true, expiresAt: later(1000) }, at);
    return store().submissions.record(describeSubmission(caseNumber, { request, attachments }));
  };

  it('note a file once for its slot and request, and no more than the slot takes', async () => {
    const { attachments } = store();
    expect(await attachments.add(deed, 1)).toBe('id-1');
    expect(await attachments.add({ ...deed, id: 'id-2' }, 1)).toBe('id-1');
    expect(await attachments.add({ ...deed, id: 'id-3', sha256: 'hash-3' }, 1)).toBeNull();
    expect(await attachments.add({ ...deed, id: 'id-3', sha256: 'hash-3' }, 2)).toBe('id-3');
    expect(await attachments.add({ ...deed, id: 'id-4', request: 'other' }, 1)).toBe('id-4');
    expect(await attachments.add({ ...deed, agency: 'passport' }, 1)).toBe('id-1');
    expect([await attachments.sumUnclaimed('tax'), await attachments.sumUnclaimed('nobody')]).toEqual([3000, 0]);
  });

  it('give a file to the case whose submission names it, and to no other', async () => {
    const { attachments, cases } = store();
    await attachments.add(deed, 1);
    expect(await submit('A', [claim])).toEqual({ kind: 'recorded' });
    expect(await attachments.list(caseA)).toEqual([stored]);
    expect([await attachments.list({ ...caseA, agency: 'passport' }), await attachments.sumUnclaimed('tax')]).toEqual([[], 0]);
    await expect(submit('B', [claim])).rejects.toMatchObject({ code: 'attachment_unknown', facts: { slot: 'deed' } });
    expect(await cases.read({ agency: 'tax', caseNumber: 'B' })).toBeNull();
  });

  it.each([
    ['another hash', { sha256: 'hash-2' }],
    ['another size', { size: 999 }],
    ['another type', { mediaType: 'image/png' }],
    ['another slot', { slot: 'photos' }],
  ])('E4: write nothing of a submission that names a file by %s', async (_what, change) => {
    const { attachments, cases, oneTime } = store();
    await attachments.add(deed, 1);
    await expect(submit('A', [{ ...claim, ...change }])).rejects.toMatchObject({ code: 'attachment_unknown' });
    expect(await cases.read(caseA)).toBeNull();
    expect([await oneTime.read(request, at), await attachments.sumUnclaimed('tax')]).toEqual([true, 1000]);
  });

  it('E4: write nothing of a submission that names a file which came under another request', async () => {
    await store().attachments.add({ ...deed, request: 'other' }, 1);
    await expect(submit('A', [claim])).rejects.toMatchObject({ code: 'attachment_unknown' });
  });

  it('let go of what no submission named in time, again and again until it is forgotten', async () => {
    const { attachments } = store();
    await attachments.add(deed, 1);
    await attachments.add({ ...deed, id: 'id-2', request: 'other', uploadedAt: later(10) }, 1);
    const lapsed = [{ id: 'id-1', sha256: 'hash-1' }];
    expect([await attachments.lapse('tax', at), await attachments.lapse('tax', later(5))]).toEqual([[], lapsed]);
    await expect(submit('A', [claim])).rejects.toMatchObject({ code: 'attachment_unknown' });
    expect(await attachments.lapse('tax', later(5))).toEqual(lapsed);
    await attachments.forget({ agency: 'tax', id: 'id-1' });
    expect([await attachments.lapse('tax', later(5)), await attachments.sumUnclaimed('tax')]).toEqual([[], 1000]);
  });

  it('never let go of a case’s file', async () => {
    const { attachments } = store();
    await attachments.add(deed, 1);
    await submit('A', [claim]);
    expect(await attachments.lapse('tax', later(99))).toEqual([]);
    expect(await attachments.list(caseA)).toEqual([stored]);
  });
}
