import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../encoding/index.ts';
import { createRandom, mutateText, writeTestPdf } from '../testing/index.ts';
import { findEmbeddedFile, readSealedPdf } from './index.ts';

const receipt: string = 'eyJ.e30.c2ln';
const files = { 'receipt.jws': receipt, 'evidence.json': '{}' };
const pdf = await writeTestPdf({ files });

/** One byte for each character. */
const toBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));
const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const replace = (from: string | RegExp, to: string) => toBytes(toText(pdf).replace(from, to));
const refusal = (what: string) => expect.objectContaining({ code: 'receipt_sheet_invalid', facts: { what } });

describe('a file inside a PDF', () => {
  it('is found by its name, byte for byte', () => {
    expect(findEmbeddedFile(pdf, 'receipt.jws')).toEqual(encodeUtf8(receipt));
    expect([...readSealedPdf(pdf).files.keys()].sort()).toEqual(['evidence.json', 'receipt.jws']);
  });

  it.each([
    ['has another name', writeTestPdf({ files: { 'receipt.jwt': receipt } }), 'embedded_file'],
    ['is packed', change('/Length', '/Filter /FlateDecode /Length'), 'embedded_file'],
    ['is shorter than it says', change('/Length 12', '/Length 13'), 'embedded_file'],
    ['is longer than it says', change('/Length 12', '/Length 11'), 'embedded_file'],
    ['is as long as another object says', change('/Length 12', '/Length 2 0 R'), 'value'],
    ['is named twice in the tree', change('(evidence.json)', '(receipt.jws)'), 'embedded_file'],
    ['goes by two names', change('/UF (receipt.jws)', '/UF (receipt.exe)'), 'embedded_file'],
    ['is said to be two files', change('/EF <<', '/EF << >> /EF <<'), 'value'],
    ['is not where the tree says', change('(receipt.jws) 7 0 R', '(receipt.jws) 9 0 R'), 'object'],
    ['is named in an escaped string', change('(receipt.jws) 7', '(recei\\160t.jws) 7'), 'value'],
  ])('is refused where it %s', async (_what, making, what) => {
    const changed = await making;
    expect(() => findEmbeddedFile(changed, 'receipt.jws')).toThrow(refusal(what));
  });
});

function change(from: string, to: string): Promise<Uint8Array<ArrayBuffer>> {
  return writeTestPdf({ files, change: (body) => body.replace(from, to) });
}

describe('a PDF in which every byte belongs to one object of one revision', () => {
  const update = '1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 8 /Root 1 0 R /Prev 9 >>\n';
  it.each([
    ['is something else', encodeUtf8('<html>'), 'form'],
    ['is cut off', pdf.slice(0, -3), 'form'],
    ['is of another version', replace('%PDF-1.7', '%PDF-1.6'), 'form'],
    ['has an update appended', toBytes(`${toText(pdf)}${update}startxref\n${pdf.length + 32}\n%%EOF\n`), 'added_behind'],
    ['has a word appended', toBytes(`${toText(pdf)} `), 'added_behind'],
    ['names an earlier table', replace('/Root 1 0 R >>\nstartxref', '/Root 1 0 R /Prev 15 >>\nstartxref'), 'table'],
    ['has its table elsewhere', replace(/startxref\n\d+/, 'startxref\n15'), 'table'],
    ['has two objects at one place', replace(/(\d{10} 00000 n \n)\d{10} 00000 n \n/, '$1$1'), 'table'],
    ['has something between two objects', change('/T (seal) /V 3 0 R >>', '/T (seal) /V 3 0 R >>\nendobj\n9 0 obj\n<< >>'), 'object'],
    ['is larger than any', new Uint8Array(8_388_609), 'size'],
  ])('is refused where it %s', async (_what, making, what) => {
    const changed = await making;
    expect(() => readSealedPdf(changed).readSeal()).toThrow(refusal(what));
  });
});

/** The file with one of the four numbers of its byte range moved. */
function moveRange(place: number, by: number): Uint8Array<ArrayBuffer> {
  const [range = ''] = /\/ByteRange \[[\d ]+\]/.exec(toText(pdf)) ?? [];
  const numbers = (range.match(/\d+/g) ?? []).map((number, index) =>
    String(Number(number) + (index === place ? by : 0)).padStart(index === 0 ? 1 : 10),
  );
  return replace(range, `/ByteRange [${numbers.join(' ')}]`);
}

describe('a seal', () => {
  it('is over every byte but its own', async () => {
    const { data, signature, claimedAt } = readSealedPdf(pdf).readSeal();
    expect(data.length).toBe(pdf.length - 602);
    expect([signature.length, claimedAt.toISOString()]).toEqual([260, '2026-06-01T12:00:00.000Z']);
  });

  it.each([
    ['leaves out the end', moveRange(3, -1), 'byte_range'],
    ['goes on where the signature still stands', moveRange(2, -1), 'byte_range'],
    ['ends before the signature begins', moveRange(1, -1), 'byte_range'],
    ['leaves out the beginning', replace('/ByteRange [0 ', '/ByteRange [9 '), 'byte_range'],
    ['has digits in capitals', replace('<30820100070707', '<3082010007070A'), 'seal'],
    ['has something behind its DER', replace(/0> >>/, '1> >>'), 'seal'],
    ['is of another kind', change('ETSI.CAdES.detached', 'adbe.pkcs7.detached'), 'seal'],
    ['is one of two', change('/Fields [2 0 R]', '/Fields [2 0 R 2 0 R]'), 'seal'],
    ['has no date', change('(D:20260601120000Z)', '(D:20260601)'), 'seal'],
    ['has a date that there is not', change('(D:20260601120000Z)', '(D:20269901120000Z)'), 'seal'],
  ])('is refused where it %s', async (_what, making, what) => {
    const changed = await making;
    expect(() => readSealedPdf(changed).readSeal()).toThrow(refusal(what));
  });
});

describe('hostile bytes', () => {
  const read = (bytes: Uint8Array<ArrayBuffer>): string => {
    try {
      readSealedPdf(bytes).readSeal();
      return 'read';
    } catch (error) {
      // Anything but a refusal in our own words fails.
      return (error as { code?: string }).code ?? String(error);
    }
  };

  it('are read or refused, whatever was changed in them', () => {
    const random = createRandom(20_261_129);
    const outcomes = new Set(Array.from({ length: 1000 }, () => read(toBytes(mutateText(toText(pdf), random)))));
    expect([...outcomes].filter((outcome) => outcome !== 'read')).toEqual(['receipt_sheet_invalid']);
  });

  it.each([
    ['brackets in brackets', '['.repeat(200_000)],
    ['dictionaries in dictionaries', '<< /A '.repeat(200_000)],
    ['digits without end', `<${'0'.repeat(1_000_000)}`],
    ['spaces without end', ' '.repeat(1_000_000)],
    ['one word without end', '0'.repeat(1_000_000)],
    ['references that lead nowhere', `[${'9 0 R '.repeat(200_000)}]`],
  ])('end soon: %s', async (_what, body) => {
    expect(read(await writeTestPdf({ files, change: (text, number) => (number === 1 ? body : text) }))).toBe('receipt_sheet_invalid');
  });

  it('end soon: many names for one large file', async () => {
    const names = Array.from({ length: 10_000 }, (_each, index) => `(f${index}) 5 0 R`).join(' ');
    const large = { 'receipt.jws': 'x'.repeat(1_000_000) };
    const bytes = await writeTestPdf({ files: large, change: (body) => body.replace('(receipt.jws) 5 0 R', names) });
    expect(read(bytes)).toBe('receipt_sheet_invalid');
  });
});
