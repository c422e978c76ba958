import { describe, expect, it } from 'vitest';
import { describeSubmission } from '../storage/case-stores.contract.ts';
import { createTestApp } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { text } from './text.ts';
import { writeCsvRecord } from './write-csv.ts';

describe('E9: a cell of a list for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠A1'])(
    'that would be computed is shown: %j',
    (cell) => {
      expect(writeCsvRecord([cell])).toBe(`"'${cell}"\r\n`);
    },
  );

  it('holds quotes, commas and lines as they are', () => {
    expect(writeCsvRecord(['a "b"', 'c,d', 'e\r\nf', '', 'سلام'])).toBe('"a ""b""","c,d","e\r\nf","","سلام"\r\n');
  });
});

describe('E9: the list of cases as a file', () => {
  it('is whole, however long it is, and runs nothing', async () => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    for (let index = 0; index < 501; index++) {
      const described = describeSubmission(`N${String(index).padStart(3, '0')}`);
      const title = { fa: '=HYPERLINK("http://x.test","a")', en: `=${index}` };
      await app.deps.store.submissions.record({ ...described, case: { ...described.case, title } });
    }
    const answer = await worker.open('/daricheh/caseworker/cases.csv?lang=en');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cases-in-hand.csv"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const records = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(records).toHaveLength(502);
    expect(records[0]).toContain(`"${text.en.case}","${text.en.number}"`);
    expect(records[501]).toMatch(/^"'=500","N500",/);
    expect(await (await worker.open('/daricheh/caseworker/cases.csv?show=decided&lang=en')).text()).toBe(`${records[0]}\r\n`);
    expect(await (await worker.open('/daricheh/caseworker?lang=en')).text()).toContain(text.en.exportList);
  });

  it('E10: is each agency’s own, and for nobody who is not signed in', async () => {
    const app = await createTestApp();
    await app.deps.store.submissions.record(describeSubmission('A'));
    const other = createTestCaseworker(app, 'passport');
    expect((await other.open('/daricheh/caseworker/cases.csv')).status).toBe(303);
    await other.enrol();
    expect(await (await other.open('/daricheh/caseworker/cases.csv')).text()).not.toContain('"A"');
  });
});
