import { beforeAll, describe, expect, it } from 'vitest';
import { inflateZlib } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import type { LocalProofFile } from '../local-proof/index.ts';
import {
  createTestProofWorld,
  createTestRoot,
  digest,
  sha256,
  type TestProofWorld,
  testTime,
  verifyP256,
  verifyRs256,
  verifySignature,
} from '../testing/index.ts';
import { type CheckCall, type CheckedRule, checkFile, readCheckable, rulesOf } from './index.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
let world: TestProofWorld;
let file: LocalProofFile;

beforeAll(async () => {
  world = await createTestProofWorld();
  file = await world.makeFile();
});

const later = (days: number): Date => new Date(testTime.getTime() + days * 86_400_000);

function check(checked: LocalProofFile, changes: Partial<CheckCall> = {}) {
  const call = { roots: [world.root.der], trustList: null, beside: [], now: later(1), ...changes };
  return checkFile({ kind: 'local-proof', file: checked }, call, ports);
}

/** The verdict, and what came of that rule. */
async function ask(rule: CheckedRule, checked: LocalProofFile, changes: Partial<CheckCall> = {}) {
  const { verdict, findings } = await check(checked, changes);
  const { outcome, reason, asOf, clock } = findings.find((finding) => finding.rule === rule) ?? {};
  return { verdict, outcome, reason, asOf, clock };
}

const flip = (text: string): string => {
  const bytes = decodeBase64Url(text);
  return encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1));
};

describe('B23: an owner’s own record', () => {
  it('is valid as that, by whose clock, and says that nobody confirmed it', async () => {
    const { kind, verdict, about, findings } = await check(file);
    expect([kind, verdict]).toEqual(['local-proof', 'valid']);
    expect(about).toMatchObject({ agency: null, origin: 'https://water.example', title: { fa: 'شکایت' } });
    const told = findings.map(({ rule, outcome, clock, reason }) => [rule, outcome, clock, reason]);
    expect(told).toEqual([
      ['record', 'holds', 'wallet', null],
      ['signature', 'holds', null, null],
      ['certificate', 'holds', 'authority', null],
      ['time-stamp', 'holds', 'authority', null],
      ['picture', 'holds', null, null],
      ['arrival', 'cannot-be-proven', null, 'unconfirmed'],
      ['root', 'holds', 'checker', null],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(rulesOf['local-proof']);
  });

  it('is told from others by what is in it', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    expect(readCheckable(bytes)).toEqual({ kind: 'local-proof', file });
    expect(readCheckable(new TextEncoder().encode('{}'))).toBeNull();
    expect(() => readCheckable(bytes.slice(0, 200))).toThrow(expect.objectContaining({ code: 'local_proof_file_invalid' }));
  });

  it('may hold as much as a form does', async () => {
    const lines = Array.from({ length: 20 }, () => ({ label: 'شرح', value: 'آ'.repeat(10_000) }));
    expect((await check(await world.makeFile({ lines }))).verdict).toBe('valid');
  });

  it('without a picture has none to look at; without a time stamp it is as old as its signer says', async () => {
    const bare = await world.makeFile({ picture: null }, { clock: null });
    const { verdict, findings } = await check(bare);
    expect(verdict).toBe('valid');
    expect(findings.map(({ rule }) => rule)).not.toContain('picture');
    expect(await ask('certificate', bare)).toMatchObject({ outcome: 'holds', clock: 'wallet' });
  });

  it.each([
    ['signature', { jws: 'signature' }],
    ['signature', { jws: 'payload' }],
    ['record', { jws: 'protected' }],
    ['picture', { picture: 'flipped' }],
    ['picture', { picture: null }],
  ] as const)('is refused by rule %s with one bit changed (%o)', async (rule, change) => {
    const changed: LocalProofFile =
      'jws' in change
        ? { ...file, jws: { ...file.jws, [change.jws]: flip(file.jws[change.jws]) } }
        : { ...file, picture: change.picture === null ? null : flip(file.picture ?? '') };
    const { verdict, findings } = await check(changed);
    expect(verdict).toBe('invalid');
    // A payload that is no JSON any more is refused even before its signature.
    expect(findings.filter(({ outcome }) => outcome === 'fails').map((each) => each.rule)).toContain(
      rule === 'signature' && findings.some((each) => each.rule === 'record' && each.outcome === 'fails') ? 'record' : rule,
    );
  });

  it('is refused with another’s time stamp, and under a root that is not the caller’s', async () => {
    const other = await world.makeFile({ title: 'another' });
    const swapped = { ...file, ...(other.header && { header: other.header }) };
    expect(await ask('time-stamp', swapped)).toMatchObject({ verdict: 'invalid', outcome: 'fails', reason: 'time_stamp_invalid' });
    const roots = [(await createTestRoot()).der];
    expect(await ask('certificate', file, { roots })).toMatchObject({ verdict: 'invalid', outcome: 'fails', reason: 'issuer_not_trusted' });
  });

  it('cannot be proven without a root, nor when its time stamp’s authority has ended, nor before it was made', async () => {
    expect(await ask('root', file, { roots: [] })).toMatchObject({ verdict: 'cannot-be-proven', reason: 'no_roots' });
    expect(await ask('time-stamp', file, { now: new Date('2036-06-01T12:00:00Z') })).toMatchObject({
      verdict: 'cannot-be-proven',
      reason: 'stamp_ended',
    });
    expect(await ask('time-stamp', file, { now: later(-1) })).toMatchObject({ verdict: 'cannot-be-proven', reason: 'not_yet' });
    const bare = await world.makeFile({}, { clock: null });
    expect(await ask('certificate', bare, { now: new Date('2036-06-01T12:00:00Z') })).toMatchObject({
      verdict: 'cannot-be-proven',
      reason: 'certificate_ended',
    });
  });
});
