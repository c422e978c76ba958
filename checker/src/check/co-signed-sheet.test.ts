import { createCoSheetWorld, originOf } from '@daricheh/server/testing';
import { type CheckReport, checkFile, readCheckable } from '@daricheh/shared/checking';
import { type Bytes, inflateZlib } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { findEmbeddedFile } from '@daricheh/shared/pdf';
import { type CoSubmissionEnvelope, sheetFileNames, writeSubmissionFile } from '@daricheh/shared/submission';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest, sha256, verifyP256, verifyRs256, verifySignature } from '../node-crypto.ts';
import { getText } from '../text/text.ts';
import { tellReport } from './tell-report.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
let world: Awaited<ReturnType<typeof createCoSheetWorld>>;
let pdf: Bytes;
let form: string;

beforeAll(async () => {
  world = await createCoSheetWorld();
  pdf = await world.make();
  form = await (await world.app.send('tax', '/daricheh/forms/yearly-return')).text();
});

function check(bytes: Bytes): Promise<CheckReport> {
  const checkable = readCheckable(bytes) ?? expect.fail('not told as one of ours');
  const call = { roots: [world.app.authority.root.der], trustList: null, beside: [], now: world.app.clock.now };
  return checkFile(checkable, call, ports);
}

/** What either signer keeps, as the wallet saves it. */
function saveFile(envelope: CoSubmissionEnvelope): Bytes {
  const { receipt, app } = world;
  const agency = { id: 'tax', origin: originOf('tax') };
  const kept = { agency, envelope, receipt, form, trustList: [app.authority.trustList], roots: encodeX5c([app.authority.root.der]) };
  return encodeUtf8(writeSubmissionFile({ type: 'daricheh.submission-file.v2', ...kept }));
}

/** Whose signatures do not hold wholly, by the English name of their role. */
function listBroken({ findings }: CheckReport): string[] {
  return [...new Set(findings.flatMap(({ outcome, signature }) => (outcome === 'fails' && signature ? (signature.role?.en ?? '?') : [])))];
}

const flipIn = (text: string, from = 9): string => {
  const bytes = decodeBase64Url(text);
  return encodeBase64Url(bytes.with(bytes.length - from, (bytes.at(-from) ?? 0) ^ 1));
};

describe('a form that two people signed, as a running agency took it', () => {
  it.each(['the file that either saves', 'the receipt as PDF'])('is valid wholly: %s', async (what) => {
    const report = await check(what === 'the receipt as PDF' ? pdf : saveFile(world.coSigned));
    expect(report.verdict).toBe('valid');
    const rest = ['log absent', ...(report.kind === 'sheet' ? ['registered absent'] : [])];
    expect(report.findings.filter(({ outcome }) => outcome !== 'holds').map(({ rule, reason }) => `${rule} ${reason}`)).toEqual(rest);
    const now = world.app.clock.now.getTime();
    const first = new Date(now - 3_600_000).toISOString();
    const told = (rule: string) =>
      report.findings.filter((each) => each.rule === rule).map(({ signature, asOf, clock }) => [signature?.role?.en, asOf, clock]);
    for (const rule of ['time-stamp', 'certificate'])
      expect(told(rule)).toEqual([
        ['Applicant', first, 'authority'],
        ['Spouse', new Date(now).toISOString(), 'authority'],
      ]);
    expect(told('time').map(([role, , clock]) => [role, clock])).toEqual([
      ['Applicant', 'agency'],
      ['Spouse', 'agency'],
    ]);
  });

  it('says of each who signed, as what, when and by whose clock, in both languages', async () => {
    const report = await check(pdf);
    const [en, fa] = (['en', 'fa'] as const).map((language) => tellReport(report, getText(language).check, language).findings);
    const lines = en?.map(({ name, sentence, when }) => `${name}: ${sentence} ${when}`.replaceAll(/[\u2068\u2069]/g, '')) ?? [];
    for (const part of ['Whose form (Applicant)', '9990000015', 'Whose form (Spouse)', '9990000023', 'All 2 who must sign'])
      expect(lines.join('\n')).toContain(part);
    expect(lines).toContainEqual(expect.stringMatching(/^Time stamp \(Applicant\): .*clock of an authority that is not the agency/));
    expect(fa?.map(({ name }) => name)).toEqual(expect.arrayContaining(['امضا (متقاضی)', 'امضا (همسر)', 'مُهر زمان (همسر)']));
  });

  it('lies in the PDF as a general JWS, which says what the wallets were given', () => {
    const inside = JSON.parse(Buffer.from(findEmbeddedFile(pdf, sheetFileNames.submission)).toString());
    expect(inside).toEqual(JSON.parse(JSON.stringify(world.coSigned)));
  });

  it.each([
    [0, 'Applicant'],
    [1, 'Spouse'],
  ])('E13: one flipped bit in the signature of place %i is invalid, and is said to be that one’s', async (place, role) => {
    const { jws, ...rest } = world.coSigned;
    const signatures = jws.signatures.map((each, index) => (index === place ? { ...each, signature: flipIn(each.signature) } : each));
    const report = await check(saveFile({ ...rest, jws: { ...jws, signatures } }));
    expect([report.verdict, listBroken(report)]).toEqual(['invalid', [role]]);
  });

  it.each(['request', 'presentation', 'statusToken'] as const)(
    'E13: one flipped bit in the %s of either signature is invalid',
    async (member) => {
      for (const [place, role] of ['Applicant', 'Spouse'].entries()) {
        const signers = world.coSigned.signers.map((each, index) => {
          const [head = '', body = '', ...more] = (each[member] ?? '').split('.');
          return index === place ? { ...each, [member]: [head, flipIn(body), ...more].join('.') } : each;
        });
        const report = await check(saveFile({ ...world.coSigned, signers }));
        expect([report.verdict, listBroken(report)]).toEqual(['invalid', [role]]);
      }
    },
  );

  it('E13: is invalid where the two have changed places beside the JWS, or its text was changed', async () => {
    const { jws, signers } = world.coSigned;
    expect((await check(saveFile({ ...world.coSigned, signers: signers.toReversed() }))).verdict).toBe('invalid');
    expect((await check(saveFile({ ...world.coSigned, jws: { ...jws, payload: flipIn(jws.payload) } }))).verdict).toBe('invalid');
  });

  it('E13: one flipped bit anywhere in the PDF is invalid', async () => {
    const text = Buffer.from(pdf).toString('latin1');
    const inside = world.coSigned.jws.signatures.map(({ signature }) => text.indexOf(signature) + 40);
    expect(inside.every((at) => at > 40)).toBe(true);
    const step = Math.floor(pdf.length / 16);
    const places = [...inside, ...Array.from({ length: 16 }, (_each, index) => 7 + index * step)];
    const verdicts = await Promise.all(places.map(async (at) => (await check(pdf.with(at, (pdf[at] ?? 0) ^ 1))).verdict));
    expect(verdicts).toEqual(places.map(() => 'invalid'));
  });
});
