import { sheetFileNames } from '@daricheh/shared/submission';
import { findProgram, openssl, toPem } from '@daricheh/shared/testing';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { runPrograms } from '../testing/run-program.ts';
import { originOf } from '../testing/test-app.ts';
import { createSheetWorld, printTestSheet } from '../testing/test-receipt-sheet.ts';
import { readStoredReceipt } from './read-receipt.ts';

const [pdfsig, certutil, mutool, pdfdetach, pdftotext, pdftoppm] = [
  'pdfsig',
  'certutil',
  'mutool',
  'pdfdetach',
  'pdftotext',
  'pdftoppm',
].map(findProgram);

const world = await createSheetWorld();
const pdf = await world.make();
const root = toPem(world.app.authority.root).certPem;

/** The same file with one bit of what the seal covers flipped: in a page, in a file that is embedded. */
const flipped = ['/Type /Page ', '/Type /EmbeddedFile '].map((mark) => {
  const changed = Buffer.from(pdf);
  const at = changed.indexOf(mark) + 3;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return new Uint8Array(changed);
});

/** Flipped within the receipt itself: whoever reads the file sees nothing but the seal to say so. */
function flipReceipt(): Uint8Array {
  const changed = Buffer.from(pdf);
  const at = changed.indexOf(world.receipt) + world.receipt.length - 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return new Uint8Array(changed);
}

describe.skipIf(pdfsig === undefined || certutil === undefined)('pdfsig', () => {
  const check = (file: Uint8Array): string =>
    runPrograms(
      [
        [certutil ?? '', '-N', '-d', 'sql:.', '--empty-password'],
        [certutil ?? '', '-A', '-d', 'sql:.', '-n', 'root', '-t', 'C,C,C', '-i', 'root.pem'],
        [pdfsig ?? '', '-nssdir', 'sql:.', 'receipt.pdf'],
      ],
      { 'root.pem': root, 'receipt.pdf': file },
    ).told;

  it('finds the seal valid, trusted, and over the whole', () => {
    const told = check(pdf);
    expect(told).toContain('Signature Type: ETSI.CAdES.detached');
    expect(told).toContain('Total document signed');
    expect(told).toContain('Signature is Valid.');
    expect(told).toContain('Certificate is Trusted.');
  });

  it('catches one flipped bit', () => {
    for (const file of [...flipped, flipReceipt()]) expect(check(file)).not.toContain('Signature is Valid.');
  });
});

describe.skipIf(mutool === undefined)('mutool sign', () => {
  const check = (file: Uint8Array): string => runPrograms([[mutool ?? '', 'sign', '-v', 'receipt.pdf']], { 'receipt.pdf': file }).told;

  it('finds the document unchanged since it was sealed', () => {
    expect(check(pdf)).toContain('The document is unchanged since signing.');
  });

  it('catches one flipped bit', () => {
    for (const file of [...flipped, flipReceipt()]) expect(check(file)).not.toContain('The document is unchanged since signing.');
  });
});

describe.skipIf(openssl === undefined)('openssl cms', () => {
  /** What the seal covers, and the seal, as the dictionary's byte range has it. */
  function takeApart(file: Uint8Array) {
    const text = Buffer.from(file).toString('latin1');
    const [, start = 0, from = 0, length = 0] = (/\/ByteRange \[0 +(\d+) +(\d+) +(\d+)\]/.exec(text) ?? []).map(Number);
    const der = Buffer.from(text.slice(start + 1, from - 1), 'hex');
    return {
      data: Buffer.concat([file.subarray(0, start), file.subarray(from, from + length)]),
      der: der.subarray(0, 4 + der.readUInt16BE(2)),
    };
  }

  function check(file: Uint8Array): boolean {
    const { data, der } = takeApart(file);
    const args = [
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'seal',
      '-content',
      'data',
      '-CAfile',
      'root.pem',
      '-out',
      'out',
    ];
    const at = String(world.app.clock.now.getTime() / 1000);
    return runPrograms([[openssl ?? '', ...args, '-purpose', 'any', '-attime', at]], { seal: der, data, 'root.pem': root }).isOk;
  }

  it('agrees with the CAdES signature over the byte range', () => {
    expect(check(pdf)).toBe(true);
  });

  it('catches one flipped bit', () => {
    for (const file of [...flipped, flipReceipt()]) expect(check(file)).toBe(false);
  });

  it('agrees with the time stamp over it', () => {
    const { der } = takeApart(pdf);
    const printed = runPrograms([[openssl ?? '', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'seal']], { seal: der }).told;
    expect(printed).toContain('id-smime-aa-timeStampToken');
  });
});

describe.skipIf(pdfdetach === undefined)('pdfdetach', () => {
  it('takes out the files that went in', async () => {
    const { files } = runPrograms([[pdfdetach ?? '', '-saveall', 'receipt.pdf']], { 'receipt.pdf': pdf });
    const agency = world.app.deps.agencies.find(({ id }) => id === 'tax');
    if (agency === undefined) throw new Error('No tax agency.');
    const stored = await readStoredReceipt(agency, world.caseNumber, { ...world.app.deps, ...world.app.trust });
    for (const key of ['submission', 'receipt', 'evidence', 'form'] as const)
      expect(files.get(sheetFileNames[key])).toEqual(stored.files[key]);
  });
});

describe.skipIf(pdftotext === undefined)('pdftotext', () => {
  /** Without the marks of direction that it puts around what it found. */
  const readOut = (file: Uint8Array): string =>
    runPrograms([[pdftotext ?? '', 'receipt.pdf', '-']], { 'receipt.pdf': file }).told.replace(/[\u202A-\u202E]/g, '');

  it('reads Persian in its own order, letters that are joined into one among it', () => {
    const told = readOut(pdf);
    for (const words of ['آنچه شهروند دید و امضا کرد', 'فرم و نسخهٔ آن همان است که این نهاد منتشر کرده است', 'به‌تنهایی', 'الزام‌آور'])
      expect(told).toContain(words);
  });

  it('reads numbers in their order', () => {
    const told = readOut(pdf);
    expect(told).toContain('۱٬۲۰۰٬۰۰۰٬۰۰۰');
    expect(told).toContain('۹۹۹۰۰۰۰۰۱۵');
    for (const number of ['۱۴۰۵', '۱۲:۳۰', '۱۳۶۴']) expect(told).toContain(number);
    expect(told).toContain('2026-11-23T09:00:00Z');
    expect(told).toContain(world.caseNumber);
  });

  it('reads an answer that would end a string, a page or a file as what it is, and the pages behind it', async () => {
    const hostile = ['Tj) ET \\ endstream endobj %%EOF (x', 'مُحَمَّد لاله‌زاری (الف)', 'نام 😀 tax'];
    const told = readOut(await printTestSheet([...hostile, '\u202Eabc\u0000\u2066', 'سلام'.repeat(1250), 'x'.repeat(5000), 'پایان']));
    for (const value of [...hostile, 'abc', 'پایان']) expect(told).toContain(value);
    expect(told.replaceAll(/[^x]/g, '')).toHaveLength(5000 + 2);
    expect(told.replaceAll(/\s/g, '')).toContain('سلام'.repeat(20));
    expect(told).toContain('صفحه');
  });
});

describe.skipIf(pdftoppm === undefined)('a QR reader', () => {
  it('reads the case’s address and the receipt’s hash, and no more', () => {
    const { files } = runPrograms([[pdftoppm ?? '', '-r', '100', '-f', '1', '-l', '1', 'receipt.pdf', 'page']], { 'receipt.pdf': pdf });
    const [, image] = [...files].find(([name]) => name.endsWith('.ppm')) ?? [];
    expect(decodeQR(readPpm(image ?? new Uint8Array()))).toMatch(
      new RegExp(`^${originOf('tax')}/daricheh/cases/${world.caseNumber}#receipt-sha256=[A-Za-z0-9_-]{43}$`),
    );
  });
});

/** A picture in the plainest of formats: three bytes to a point behind three numbers. */
function readPpm(file: Uint8Array): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const [head = '', width = '0', height = '0'] = /^P6\s(\d+) (\d+)\s\d+\s/.exec(Buffer.from(file.subarray(0, 64)).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), data: file.subarray(head.length) };
}
