import { describe, expect, it } from 'vitest';
import { readReceiptDetail, readStoppedDetail } from './page-events.ts';

const receipt = { caseNumber: 'A', dueAt: '2026-12-23T09:00:00Z', receipt: 'a.b.c' };

describe('what a page hears', () => {
  it('is read from JSON text, and nothing beside it', () => {
    expect(readReceiptDetail(JSON.stringify({ ...receipt, more: 1 }))).toEqual(receipt);
    expect(readStoppedDetail('{"code":"form_changed"}')).toEqual({ code: 'form_changed' });
  });

  it.each([undefined, null, receipt, '', '{', 'null', '[]', '{"caseNumber":1}'])('is nothing when it is %j', (detail) => {
    expect([readReceiptDetail(detail), readStoppedDetail(detail)]).toEqual([undefined, undefined]);
  });
});
