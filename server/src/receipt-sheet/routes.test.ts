import { findEmbeddedFile } from '@daricheh/shared/pdf';
import { describe, expect, it } from 'vitest';
import { text } from '../caseworker/text.ts';
import { apiKeyOf } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createSheetWorld } from '../testing/test-receipt-sheet.ts';

const world = await createSheetWorld();
const { app, caseNumber, caseToken, receipt } = world;
const path = `/daricheh/cases/${caseNumber}/receipt.pdf`;
const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function readReceipt(answer: Response): Promise<string> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(findEmbeddedFile(new Uint8Array(await answer.arrayBuffer()), 'receipt.jws')).toString('utf8');
}

describe('the receipt as PDF', () => {
  it('is given to whoever holds the case’s token, to keep and not to be kept on the way', async () => {
    const answer = await app.send('tax', path, withToken(caseToken));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="daricheh-tax-${caseNumber}.pdf"`);
    expect(await readReceipt(answer)).toBe(receipt);
  });

  it.each([
    ['without a token', 'tax', {}],
    ['with another token', 'tax', withToken('another')],
    ['with the agency’s API key', 'tax', withToken(apiKeyOf('tax'))],
    ['at another agency', 'passport', withToken(caseToken)],
  ] as const)('is given to nobody %s', async (_who, agency, init) => {
    expect((await app.send(agency, path, init)).status).toBe(404);
  });

  it('is given to the agency’s own system, by its key alone', async () => {
    const ofSystem = `/daricheh/api/cases/${caseNumber}/receipt.pdf`;
    expect(await readReceipt(await app.send('tax', ofSystem, withToken(apiKeyOf('tax'))))).toBe(receipt);
    expect((await app.send('tax', ofSystem, withToken(caseToken))).status).toBe(401);
    expect((await app.send('passport', ofSystem, withToken(apiKeyOf('passport')))).status).toBe(404);
  });

  it('is linked at the desk, and given to who is signed in there', async () => {
    const ofDesk = `/daricheh/caseworker/cases/${caseNumber}/receipt.pdf`;
    expect((await app.send('tax', ofDesk)).status).toBe(401);
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    const page = await (await worker.open(`/daricheh/caseworker/cases/${caseNumber}?lang=en`)).text();
    expect(page).toContain(`<a href="${ofDesk}?lang=en" download>${text.en.receiptSheet}</a>`);
    expect(await readReceipt(await worker.open(`${ofDesk}?lang=en`))).toBe(receipt);
  });

  it('is not made of a form that nobody signed', async () => {
    const headers = { authorization: `Bearer ${apiKeyOf('tax')}`, 'idempotency-key': 'a-plain-form' };
    const json = { formTitle: 'فرم', answers: [{ label: 'نام', value: 'سارا' }] };
    const plain = (await (await app.send('tax', '/daricheh/plain-submissions', { json, headers })).json()) as { caseNumber: string };
    const answer = await app.send('tax', `/daricheh/api/cases/${plain.caseNumber}/receipt.pdf`, withToken(apiKeyOf('tax')));
    expect(answer.status).toBe(404);
  });
});
