import { createSheetWorld, type SheetWorld } from '@daricheh/server/testing';
import { type CheckedRule, checkFile, readCheckable, rulesOf, rulesOfSome } from '@daricheh/shared/checking';
import { type Bytes, inflateZlib } from '@daricheh/shared/credential';
import { createTestRoot } from '@daricheh/shared/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest, sha256, verifyP256, verifyRs256, verifySignature } from '../node-crypto.ts';
import { getText, languages } from '../text/text.ts';
import { tellReport } from './tell-report.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
let world: SheetWorld;
let pdf: Bytes;

beforeAll(async () => {
  world = await createSheetWorld();
  pdf = await world.make();
});

async function check(bytes: Bytes, { now = world.app.clock.now, roots = [world.app.authority.root.der] } = {}) {
  const checkable = readCheckable(bytes);
  if (checkable === null) throw new Error('not told as a receipt');
  return checkFile(checkable, { roots, trustList: null, beside: [], now }, ports);
}

/** The verdict, and the rules that fail with their reasons. */
async function ask(bytes: Bytes, options?: Parameters<typeof check>[1]) {
  const { verdict, findings } = await check(bytes, options);
  const failed = findings.filter(({ outcome }) => outcome === 'fails').map(({ rule, reason }) => `${rule} ${reason}`);
  return { verdict, failed };
}

const toText = (bytes: Bytes): string => Buffer.from(bytes).toString('latin1');
const toBytes = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'));
const flipAt = (at: number): Bytes => pdf.with(at, (pdf[at] ?? 0) ^ 1);

describe('a receipt as PDF', () => {
  it('is valid as a whole: its seal, and the form, receipt and evidence inside it', async () => {
    const { kind, verdict, about, findings } = await check(pdf);
    expect([kind, verdict]).toEqual(['sheet', 'valid']);
    expect(about?.manifestHash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const notShown = findings.filter(({ outcome }) => outcome !== 'holds').map(({ rule, reason }) => `${rule} ${reason}`);
    // The agency's log and the trust list are no part of a PDF.
    expect(notShown).toEqual(['log absent', 'registered absent']);
    expect(findings.map(({ rule }) => rule)).toEqual(rulesOf.sheet.filter((rule) => !rulesOfSome.has(rule)));
    expect(findings.find(({ rule }) => rule === 'sheet-seal')).toMatchObject({
      clock: 'authority',
      asOf: world.app.clock.now.toISOString(),
    });
  });

  it('is told in both languages', async () => {
    const report = await check(pdf);
    for (const language of languages) {
      const { findings, title } = tellReport(report, getText(language).check, language);
      expect(findings.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('undefined'))).toEqual([]);
      expect(title).not.toBe('');
    }
  });

  it('without a time stamp on its seal is judged by when the agency says that it sealed', async () => {
    const away = await createSheetWorld();
    away.app.registry.isAway = true;
    const checkable = readCheckable(await away.make());
    if (checkable === null) throw new Error('not told as a receipt');
    const call = { roots: [away.app.authority.root.der], trustList: null, beside: [], now: away.app.clock.now };
    const { verdict, findings } = await checkFile(checkable, call, ports);
    expect(verdict).toBe('valid');
    expect(findings.find(({ rule }) => rule === 'sheet-seal')).toMatchObject({ outcome: 'holds', clock: 'agency' });
  });

  it('cannot be proven under no root, nor when the certificates have ended; under a stranger’s root it is invalid', async () => {
    expect((await ask(pdf, { roots: [] })).verdict).toBe('cannot-be-proven');
    expect(await ask(pdf, { now: new Date('2076-01-01T00:00:00Z') })).toMatchObject({ verdict: 'cannot-be-proven' });
    const { verdict, failed } = await ask(pdf, { roots: [(await createTestRoot()).der] });
    expect(verdict).toBe('invalid');
    expect(failed).toContain('sheet-seal receipt_sheet_invalid');
  });
});

describe('E13: a receipt as PDF that was changed is invalid, and the rule says so', () => {
  const sealRule: CheckedRule = 'sheet-seal';

  it('a bit of a page', async () => {
    const at = toText(pdf).indexOf('/MediaBox') + 15;
    expect(await ask(flipAt(at))).toEqual({ verdict: 'invalid', failed: [`${sealRule} changed_since`] });
  });

  it('an update behind its end', async () => {
    const text = toText(pdf);
    const update = `1 0 obj\n<< >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 /Root 1 0 R /Prev 15 >>\nstartxref\n${text.length + 24}\n%%EOF\n`;
    expect(await ask(toBytes(text + update))).toEqual({ verdict: 'invalid', failed: ['sheet added_behind'] });
  });

  it('a byte range that leaves something out', async () => {
    const changed = toText(pdf).replace(/(\/ByteRange \[0 +\d+ +\d+ +)(\d+)\]/, (_all, start, last: string) => {
      return `${start}${String(Number(last) - 10).padStart(last.length)}]`;
    });
    expect(await ask(toBytes(changed))).toEqual({ verdict: 'invalid', failed: [`${sealRule} byte_range`] });
  });

  it('the receipt of another case in its place', async () => {
    const other = await createSheetWorld();
    const exchanged = toText(pdf).replace(world.receipt, other.receipt.padEnd(world.receipt.length).slice(0, world.receipt.length));
    const { verdict, failed } = await ask(toBytes(exchanged));
    expect(verdict).toBe('invalid');
    expect(failed).toEqual(expect.arrayContaining([`${sealRule} changed_since`, 'receipt receipt_invalid']));
  });

  it('the seal of another of its kind', async () => {
    const seal = /\/Contents <[0-9a-f]+>/;
    const [other = ''] = seal.exec(toText(await world.make('en'))) ?? [];
    expect(await ask(toBytes(toText(pdf).replace(seal, other)))).toEqual({ verdict: 'invalid', failed: [`${sealRule} changed_since`] });
  });

  it('one bit anywhere: of the seal, of what it covers, of the room behind it', async () => {
    const holds: number[] = [];
    const seal = toText(pdf).indexOf('/Contents <') + 20;
    const step = Math.floor(pdf.length / 24);
    const places = [...Array.from({ length: 24 }, (_each, index) => 5 + index * step), ...[0, 40, 400, 1200, 3000].map((at) => seal + at)];
    for (const at of places) {
      const { verdict } = await check(flipAt(at));
      if (verdict !== 'invalid') holds.push(at);
    }
    expect(holds).toEqual([]);
  });
});
