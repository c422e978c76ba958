import { encodeUtf8 } from '@daricheh/shared/encoding';
import { writeTestPdf } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import { fetchReceiptSheet } from './fetch-receipt-sheet.ts';

const origin = 'https://tax.example';
const receipt = 'eyJ.e30.c2ln';
const held = {
  ...{ caseUri: `${origin}/daricheh/cases/AAAA`, caseToken: 'token-of-case', receipt },
  agency: { id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin },
};

const writePdf = (content: string) => writeTestPdf({ files: { 'receipt.jws': content } });
const [pdf, another, none] = [await writePdf(receipt), await writePdf('eyJ.e30.c2lo'), await writeTestPdf()];

function answerWith(answer: Partial<HttpAnswer>) {
  const asked: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    asked.push(request);
    return { status: 200, contentType: 'application/pdf', bytes: pdf, ...answer };
  };
  return { asked, send };
}

describe('the receipt as PDF', () => {
  it('is asked of the agency with the case’s token, and is handed on with the kept receipt in it', async () => {
    const { asked, send } = answerWith({});
    expect(await fetchReceiptSheet(held, 'en', { send })).toEqual(pdf);
    expect(asked).toEqual([
      {
        ...{ url: `${held.caseUri}/receipt.pdf?lang=en`, method: 'GET' },
        headers: { authorization: 'Bearer token-of-case', accept: 'application/pdf' },
        timeoutMs: 30_000,
      },
    ]);
  });

  it.each([
    ['another receipt is in it', { bytes: another }, 'receipt_sheet_invalid'],
    ['none is in it', { bytes: none }, 'receipt_sheet_invalid'],
    ['it is a page', { bytes: encodeUtf8('<html>') }, 'receipt_sheet_invalid'],
    ['it is larger than any', { bytes: new Uint8Array(1_048_577) }, 'body_too_large'],
    ['the agency is away', { status: 503, contentType: 'text/html' }, 'unavailable'],
    ['the agency knows no such case', { status: 404, contentType: 'text/html' }, 'agency_refused'],
  ])('is not handed on where %s', async (_what, answer, code) => {
    await expect(fetchReceiptSheet(held, 'fa', answerWith(answer))).rejects.toMatchObject({ code });
  });

  it('is never asked of anybody but the agency', async () => {
    const { asked, send } = answerWith({});
    const elsewhere = { ...held, caseUri: 'https://other.example/daricheh/cases/AAAA' };
    await expect(fetchReceiptSheet(elsewhere, 'fa', { send })).rejects.toMatchObject({
      code: 'agency_refused',
      facts: { what: 'address' },
    });
    expect(asked).toEqual([]);
  });
});
