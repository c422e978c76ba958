import { encodeUtf8 } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import { fetchReceiptSheet } from './fetch-receipt-sheet.ts';

const origin = 'https://tax.example';
const receipt = 'eyJ.e30.c2ln';
const held = {
  ...{ caseUri: `${origin}/daricheh/cases/AAAA`, caseToken: 'token-of-case', receipt },
  agency: { id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin },
};

/** As much of a PDF as is looked at. */
const writePdf = (content: string) =>
  encodeUtf8(
    `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Params << /Size 1 >> /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n` +
      '2 0 obj\n<< /Type /Filespec /F (receipt.jws) /EF << /F 1 0 R /UF 1 0 R >> >>\nendobj\n%%EOF\n',
  );

function answerWith(answer: Partial<HttpAnswer>) {
  const asked: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    asked.push(request);
    return { status: 200, contentType: 'application/pdf', bytes: writePdf(receipt), ...answer };
  };
  return { asked, send };
}

describe('the receipt as PDF', () => {
  it('is asked of the agency with the case’s token, and is handed on with the kept receipt in it', async () => {
    const { asked, send } = answerWith({});
    expect(await fetchReceiptSheet(held, 'en', { send })).toEqual(writePdf(receipt));
    expect(asked).toEqual([
      {
        ...{ url: `${held.caseUri}/receipt.pdf?lang=en`, method: 'GET' },
        headers: { authorization: 'Bearer token-of-case', accept: 'application/pdf' },
      },
    ]);
  });

  it.each([
    ['another receipt is in it', { bytes: writePdf('eyJ.e30.c2lo') }, 'receipt_sheet_invalid'],
    ['none is in it', { bytes: encodeUtf8('%PDF-1.7\n%%EOF\n') }, 'receipt_sheet_invalid'],
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
