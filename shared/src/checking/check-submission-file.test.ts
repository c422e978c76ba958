import { beforeAll, describe, expect, it } from 'vitest';
import { inflateZlib, statusValues } from '../credential/index.ts';
import { canonicalizeJson, decodeBase64Url, encodeBase64Url, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  type Manifest,
  readSubmissionFile,
  type SingleSubmissionFile,
  type SubmissionFile,
  submissionSteps,
  writeSubmissionFile,
} from '../submission/index.ts';
import {
  buildTestManifest,
  createRandom,
  createTestFileWorld,
  createTestRoot,
  createTestSeal,
  createTestTimeStampCertificate,
  digest,
  mutateText,
  sha256,
  type TestFileWorld,
  testTime,
  verifyP256,
  verifyRs256,
  verifySignature,
} from '../testing/index.ts';
import { ownSteps, stepRules } from './examine-steps.ts';
import { type CheckCall, type CheckedRule, checkSubmissionFile, rulesOf, rulesOfSome } from './index.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
let world: TestFileWorld;
let file: SingleSubmissionFile;

beforeAll(async () => {
  world = await createTestFileWorld();
  file = await world.makeFile();
});

const later = (seconds: number): Date => new Date(testTime.getTime() + seconds * 1000);
const day = 86_400;
/** All certificates but the root end with the year of the tests. */
const inTenYears = new Date('2036-06-01T12:00:00Z');

/** The check under the world's own root, a day later. */
function check(checked: SubmissionFile, changes: Partial<CheckCall> = {}) {
  const call = { roots: [world.root.der], trustList: null, beside: [], now: later(day), ...changes };
  return checkSubmissionFile(checked, call, ports);
}

/** The verdict, and what came of that rule. */
async function ask(rule: CheckedRule, checked: SubmissionFile, changes: Partial<CheckCall> = {}) {
  const { verdict, findings } = await check(checked, changes);
  const { outcome, reason, asOf, clock } = findings.find((finding) => finding.rule === rule) ?? {};
  return { verdict, outcome, reason, asOf, clock };
}

function without(...members: (keyof SubmissionFile)[]): SubmissionFile {
  return Object.fromEntries(Object.entries(file).filter(([name]) => !members.some((member) => member === name))) as SubmissionFile;
}

describe('a sound file', () => {
  it('is valid by every rule, each as of its own time and by its own clock', async () => {
    const { verdict, findings, about } = await check(file);
    expect(verdict).toBe('valid');
    expect(about).toMatchObject({ origin: 'https://tax.example', title: { en: 'Yearly return' } });
    expect(findings.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(
      rulesOf.submission.filter((rule) => !rulesOfSome.has(rule)).map((rule) => `${rule} holds`),
    );
    const told = Object.fromEntries(findings.map(({ rule, asOf, clock }) => [rule, { asOf, clock }]));
    const at = testTime.toISOString();
    expect(told).toMatchObject({
      manifest: { asOf: null, clock: null },
      certificate: { asOf: at, clock: 'authority' },
      'time-stamp': { asOf: at, clock: 'authority' },
      status: { asOf: at, clock: 'issuer' },
      receipt: { asOf: at, clock: 'agency' },
      root: { asOf: later(day).toISOString(), clock: 'checker' },
    });
  });

  it('is the same after it was saved and read', () => {
    expect(readSubmissionFile(writeSubmissionFile(file))).toEqual(file);
  });

  it('names the agency’s own clock as that', async () => {
    const clock = await createTestTimeStampCertificate(world.root, { uris: ['https://tax.example'] });
    expect(await ask('time-stamp', await world.makeFile({ clock }))).toMatchObject({ verdict: 'valid', clock: 'agency' });
  });

  it('is held to a trust list of the caller’s in the place of its own', async () => {
    const [trustList = ''] = file.trustList ?? [];
    expect(await ask('registered', without('trustList'), { trustList })).toMatchObject({ verdict: 'valid', outcome: 'holds' });
    expect(await ask('registered', without('trustList'))).toMatchObject({ verdict: 'valid', outcome: 'not-checked', reason: 'absent' });
  });

  it('is looked at by every step that an agency takes, or by a rule in its place', () => {
    const steps = submissionSteps.map(({ name }) => name);
    expect([...Object.keys(stepRules), ...ownSteps].sort()).toEqual([...steps].sort());
  });
});

describe('time', () => {
  it('a time stamp proves for as long as its authority’s certificate counts, and nothing afterwards', async () => {
    expect(await ask('time-stamp', file, { now: new Date('2026-12-31T23:59:59Z') })).toMatchObject({ verdict: 'valid', outcome: 'holds' });
    const ended = { verdict: 'cannot-be-proven', outcome: 'cannot-be-proven', reason: 'stamp_ended' };
    expect(await ask('time-stamp', file, { now: new Date('2027-01-01T00:00:01Z') })).toMatchObject(ended);
    expect(await ask('time-stamp', file, { now: inTenYears })).toMatchObject(ended);
    expect(await ask('certificate', file, { now: inTenYears })).toMatchObject({ outcome: 'cannot-be-proven', reason: 'stamp_ended' });
  });

  it('a time stamp whose authority still counts proves what the signer’s certificate no longer does', async () => {
    const clock = await createTestTimeStampCertificate(world.root, { notAfter: new Date('2040-01-01T00:00:00Z') });
    const long = await world.makeFile({ clock });
    const { verdict, findings } = await check(long, { now: inTenYears });
    expect(verdict).toBe('valid');
    const ended = '2027-01-01T00:00:00.999Z';
    expect(findings.filter(({ facts }) => facts['sealEndedAt'] === ended).map(({ rule }) => rule)).toEqual([
      'request',
      'credential',
      'status',
      'receipt',
      'log',
    ]);
  });

  describe('renewed before its authority ended, and again before that one did', () => {
    let renewed: SingleSubmissionFile;
    beforeAll(async () => {
      renewed = file;
      for (const year of [2026, 2030, 2034]) renewed = await world.renew(renewed, new Date(`${year}-11-01T00:00:00Z`));
    });

    it('is valid in ten years, as of its first time stamp', async () => {
      const { verdict, findings } = await check(renewed, { now: inTenYears });
      expect(verdict).toBe('valid');
      expect(findings.find(({ rule }) => rule === 'time-stamp')).toMatchObject({
        asOf: testTime.toISOString(),
        facts: { authority: 'Clock', newest: 'Later clock', renewals: 3, until: '2038-11-01T00:00:00.999Z' },
      });
      // What the renewals cover needs no word of caution.
      expect(findings.filter(({ facts }) => 'sealEndedAt' in facts).map(({ rule }) => rule)).toEqual(['receipt', 'log']);
    });

    it('cannot be proven once the newest has ended too', async () => {
      const now = new Date('2038-11-02T00:00:00Z');
      expect(await ask('time-stamp', renewed, { now })).toMatchObject({ verdict: 'cannot-be-proven', reason: 'stamp_ended' });
    });

    it('cannot be proven with a gap between two', async () => {
      const late = await world.renew(file, new Date('2027-06-01T00:00:00Z'));
      const now = new Date('2028-01-01T00:00:00Z');
      expect(await ask('time-stamp', late, { now })).toMatchObject({ verdict: 'cannot-be-proven', reason: 'stamp_ended' });
    });

    it('cannot be proven by a renewal of somebody whom no root vouches for', async () => {
      const stranger = await createTestFileWorld();
      const header = (await stranger.renew(file, new Date('2026-11-01T00:00:00Z'))).header;
      expect(await ask('time-stamp', { ...file, ...(header && { header }) }, { now: inTenYears })).toMatchObject({
        verdict: 'cannot-be-proven',
        reason: 'clock_unknown',
      });
    });

    it('is invalid with another credential than was covered', async () => {
      const other = await world.makeFile();
      const envelope = { ...renewed.envelope, presentation: other.envelope.presentation };
      expect(await ask('time-stamp', { ...renewed, envelope }, { now: inTenYears })).toMatchObject({
        verdict: 'invalid',
        outcome: 'fails',
      });
    });
  });

  it('without a time stamp, it holds while the signer’s certificate does', async () => {
    const bare = without('header');
    expect(await ask('certificate', bare)).toMatchObject({ verdict: 'valid', outcome: 'holds', clock: 'agency' });
    expect(await ask('time-stamp', bare)).toMatchObject({ outcome: 'not-checked', reason: 'absent' });
    expect(await ask('certificate', bare, { now: inTenYears })).toMatchObject({
      verdict: 'cannot-be-proven',
      outcome: 'cannot-be-proven',
      reason: 'certificate_ended',
    });
  });

  it('a checker whose clock is behind the time stamp proves nothing by it', async () => {
    expect(await ask('time-stamp', file, { now: later(-day) })).toMatchObject({ verdict: 'cannot-be-proven', reason: 'not_yet' });
  });

  it('a time stamp of an authority under another root is none', async () => {
    const clock = await createTestTimeStampCertificate(await createTestRoot('Stranger'));
    expect(await ask('time-stamp', await world.makeFile({ clock }))).toMatchObject({ verdict: 'invalid', outcome: 'fails' });
  });
});

describe('the credential’s status', () => {
  it.each([
    ['was good', {}, { verdict: 'valid', outcome: 'holds' }],
    ['was revoked before', { status: statusValues.invalid }, { verdict: 'invalid', outcome: 'fails', reason: 'credential_revoked' }],
    ['was suspended', { status: statusValues.suspended }, { verdict: 'invalid', outcome: 'fails', reason: 'credential_suspended' }],
    ['was good even later', { statusAt: later(3600) }, { verdict: 'valid', outcome: 'holds', asOf: later(3600).toISOString() }],
    [
      'is revoked in a list of a later time',
      { status: statusValues.invalid, statusAt: later(3600) },
      { verdict: 'cannot-be-proven', outcome: 'cannot-be-proven', reason: 'revoked_later' },
    ],
    [
      'is in a list that had run out',
      { statusAt: later(-7200) },
      { verdict: 'cannot-be-proven', outcome: 'cannot-be-proven', reason: 'status_over' },
    ],
  ])('%s', async (_what, parts, expected) => {
    expect(await ask('status', await world.makeFile(parts))).toMatchObject(expected);
  });

  it('was good when it was received, where the time stamp came after the list had run out', async () => {
    const parts = { stampedAt: later(2 * day) };
    expect(await ask('status', await world.makeFile(parts), { now: later(3 * day) })).toMatchObject({ verdict: 'valid', outcome: 'holds' });
  });

  it('is not known without the list', async () => {
    expect(await ask('status', without('statusToken'))).toMatchObject({
      verdict: 'cannot-be-proven',
      outcome: 'not-checked',
      reason: 'absent',
    });
  });
});

describe('roots', () => {
  it('that only the file names make nothing valid, and all else is looked at', async () => {
    const { verdict, findings } = await check(file, { roots: [] });
    expect(verdict).toBe('cannot-be-proven');
    expect(findings.filter(({ outcome }) => outcome !== 'holds')).toEqual([
      expect.objectContaining({ rule: 'root', outcome: 'not-checked', reason: 'own_roots' }),
    ]);
    const { facts } = findings.find(({ rule }) => rule === 'root') ?? {};
    expect(facts?.['fingerprints']).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('that nobody names leave every chain unlooked at', async () => {
    expect(await ask('receipt', without('roots', 'trustList'), { roots: [] })).toMatchObject({
      verdict: 'cannot-be-proven',
      outcome: 'not-checked',
      reason: 'needs',
    });
    expect(await ask('signature', without('roots', 'trustList'), { roots: [] })).toMatchObject({ outcome: 'holds' });
  });

  it('of the file are not believed, whichever they are', async () => {
    const stranger = await createTestFileWorld();
    const forged = await stranger.makeFile();
    const { verdict, findings } = await check(forged);
    expect(verdict).toBe('invalid');
    expect(findings.find(({ rule }) => rule === 'receipt')).toMatchObject({ outcome: 'fails' });
    expect((await check({ ...file, roots: forged.roots ?? [] })).verdict).toBe('valid');
  });
});

describe('attachments', () => {
  const name = 'proof.pdf';
  const content = new TextEncoder().encode('%PDF-1.7');

  /** A manifest that names a file. */
  async function attach(): Promise<SingleSubmissionFile> {
    const manifest: Manifest = {
      ...buildTestManifest(world.form, { at: testTime }),
      attachments: [
        {
          ...{ slot: 'proof', label: { fa: 'گواه', en: 'Proof' }, name, mediaType: 'application/pdf' },
          ...{ sha256: encodeBase64Url(await sha256(content)), size: content.length },
        },
      ],
    };
    return world.makeFile({ manifest });
  }

  it.each([
    ['lies beside under any name', 'other.pdf', content, { outcome: 'holds' }],
    ['is not there', 'other.pdf', content.with(5, 0x32), { outcome: 'not-checked', reason: 'absent' }],
    ['was changed', name, content.with(5, 0x32), { verdict: 'invalid', outcome: 'fails', reason: 'other_content' }],
  ])('one that %s', async (_what, beside, bytes, expected) => {
    const files = [{ name: beside, sha256: encodeBase64Url(await sha256(bytes)) }];
    expect(await ask('attachment', await attach(), { beside: files })).toMatchObject(expected);
  });
});

describe('E4 E13: a changed file is found out', () => {
  /** Changes a text in one place, so that base64url stays base64url. */
  const flip = (text: string, at = Math.floor(text.length / 2)): string =>
    text.slice(0, at) + (text[at] === 'B' ? 'C' : 'B') + text.slice(at + 1);
  const jws = (change: Partial<SingleSubmissionFile['envelope']['jws']>): SubmissionFile => ({
    ...file,
    envelope: { ...file.envelope, jws: { ...file.envelope.jws, ...change } },
  });
  const envelope = (change: Partial<SingleSubmissionFile['envelope']>): SubmissionFile => ({
    ...file,
    envelope: { ...file.envelope, ...change },
  });
  const log = (): NonNullable<SubmissionFile['log']> => file.log ?? expect.fail('a log');

  it.each<[string, CheckedRule, () => SubmissionFile]>([
    ['the signed bytes', 'manifest', () => jws({ payload: flip(file.envelope.jws.payload) })],
    ['the signature', 'signature', () => jws({ signature: flip(file.envelope.jws.signature) })],
    ['the protected header', 'signature', () => jws({ protected: flip(file.envelope.jws.protected) })],
    ['the request', 'request', () => envelope({ request: flip(file.envelope.request) })],
    ['the credential', 'credential', () => envelope({ presentation: flip(file.envelope.presentation) })],
    [
      'the end of the key binding',
      'credential',
      () => envelope({ presentation: flip(file.envelope.presentation, file.envelope.presentation.length - 9) }),
    ],
    ['the passkey', 'passkey', () => envelope({ assertion: { ...file.envelope.assertion, credentialId: 'AAAA' } })],
    [
      'what the passkey signed',
      'passkey',
      () => envelope({ assertion: { ...file.envelope.assertion, signature: flip(file.envelope.assertion.signature) } }),
    ],
    ['the place in the batch', 'passkey', () => envelope({ leaf: { index: 0, size: 2, path: ['A'.repeat(43)] } })],
    ['the form’s definition', 'form', () => ({ ...file, form: flip(file.form ?? '') })],
    ['the receipt', 'receipt', () => ({ ...file, receipt: flip(file.receipt) })],
    ['the time stamp', 'time-stamp', () => ({ ...file, header: { etsiU: [flip(String(file.header?.etsiU[0]))] } })],
    ['the status list', 'status', () => ({ ...file, statusToken: flip(file.statusToken ?? '') })],
    ['the trust list', 'registered', () => ({ ...file, trustList: [flip(file.trustList?.[0] ?? '')] })],
    ['the proof in the log', 'log', () => ({ ...file, log: { ...log(), proof: { ...log().proof, index: 0 } } })],
    ['the checkpoint', 'log', () => ({ ...file, log: { ...log(), proof: { ...log().proof, checkpoint: flip(log().proof.checkpoint) } } })],
    ['the newest checkpoint', 'log', () => ({ ...file, log: { ...log(), checkpoint: flip(log().checkpoint) } })],
    ['whose it is', 'manifest', () => ({ ...file, agency: { ...file.agency, id: 'passport' } })],
  ])('%s', async (_what, rule, change) => {
    expect(await ask(rule, change())).toMatchObject({ verdict: 'invalid', outcome: 'fails' });
  });

  it('the receipt is of another form, with everything under sound seals', async () => {
    const other = await world.makeFile();
    expect(await ask('receipt', { ...file, receipt: other.receipt })).toMatchObject({ verdict: 'invalid', reason: 'receipt_invalid' });
  });

  it('E13: the receipt and the log are under another agency’s seal', async () => {
    const seal = await createTestSeal(world.root, 'https://passport.example');
    expect(await ask('receipt', await world.makeFile({ seal }))).toMatchObject({ verdict: 'invalid', outcome: 'fails' });
    // Of the same origin, and not one of the certificates that the trust list names.
    const twin = await createTestSeal(world.root, 'https://tax.example');
    expect(await ask('receipt', await world.makeFile({ seal: twin }))).toMatchObject({ verdict: 'invalid', outcome: 'fails' });
  });

  it('E13: the agency showed another log of the same size', async () => {
    const other = (await world.makeFile()).log?.checkpoint ?? '';
    expect(await ask('log', { ...file, log: { ...log(), contradiction: other } })).toMatchObject({
      verdict: 'invalid',
      reason: 'log_inconsistent',
    });
  });

  it('E13: the newest checkpoint is of another log than the proof’s own', async () => {
    const other = (await world.makeFile()).log?.checkpoint ?? '';
    expect(await ask('log', { ...file, log: { ...log(), checkpoint: other } })).toMatchObject({
      verdict: 'invalid',
      reason: 'log_inconsistent',
    });
  });

  it('in 300 accidents of any kind, and no accident breaks the check', async () => {
    const random = createRandom(20261128);
    const text = writeSubmissionFile(file);
    const meaning = (each: SubmissionFile): string => canonicalizeJson(parseStrictJson(JSON.stringify({ ...each, roots: [] })));
    let read = 0;
    for (let turn = 0; turn < 300; turn += 1) {
      const changed = tryRead(turn % 2 === 0 ? mutateText(text, random) : flipLeaf(file, random));
      if (changed === undefined || meaning(changed) === meaning(file)) continue;
      read += 1;
      expect((await check(changed)).verdict).not.toBe('valid');
    }
    // Most of what stays readable is of the second kind.
    expect(read).toBeGreaterThan(100);
  });

  function tryRead(text: string): SubmissionFile | undefined {
    try {
      return readSubmissionFile(text);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      return undefined;
    }
  }

  /** One bit of one of the file's texts, flipped in the bytes that it stands for where it stands for any. */
  function flipLeaf(value: SubmissionFile, random: (below: number) => number): string {
    const leaves = [...new Set(JSON.stringify(value).match(/[A-Za-z0-9_-]{43,}/g) ?? [])];
    const leaf = leaves[random(leaves.length)] ?? '';
    return JSON.stringify(value).replace(leaf, flipBit(leaf, random));
  }

  function flipBit(text: string, random: (below: number) => number): string {
    try {
      const bytes = decodeBase64Url(text);
      const at = random(bytes.length);
      return encodeBase64Url(bytes.with(at, (bytes[at] ?? 0) ^ (1 << random(8))));
    } catch {
      // Not base64url by itself, such as a part of base64.
      return flip(text, random(text.length));
    }
  }
});

describe('a file as wallets wrote it first', () => {
  it('is read, and says what it does not bring', async () => {
    const { form: _form, statusToken: _token, trustList: _list, roots: _roots, log, ...kept } = file;
    const proven = { ...log, provenAtMs: 1, checkedAtMs: 1 };
    const old = JSON.stringify({ ...kept, type: 'daricheh.submission-file.v1', log: { proven, problem: null } });
    const read = readSubmissionFile(old);
    expect(read).toEqual(without('form', 'statusToken', 'trustList', 'roots'));
    const { verdict, findings } = await check(read);
    expect(verdict).toBe('cannot-be-proven');
    const held = findings.filter(({ outcome }) => outcome === 'holds').map(({ rule }) => rule);
    expect(held).toEqual(['manifest', 'view', 'signature', 'certificate', 'time-stamp', 'time', 'receipt', 'log', 'root']);
  });

  it.each([
    ['no JSON', '{'],
    ['another document', '{"type":"daricheh.receipt.v1"}'],
    ['a file of a later kind', '{"type":"daricheh.submission-file.v9"}'],
    ['a name twice', '{"type":"daricheh.submission-file.v2","type":"daricheh.submission-file.v2"}'],
  ])('%s is no such file', (_what, text) => {
    expect(() => readSubmissionFile(text)).toThrow(expect.objectContaining({ code: 'submission_file_invalid' }));
  });
});
