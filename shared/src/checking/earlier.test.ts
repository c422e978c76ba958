import { beforeAll, describe, expect, it } from 'vitest';
import { inflateZlib } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type EarlierSubmission, hashManifest, type SubmissionFile, writeSubmissionFile } from '../submission/index.ts';
import {
  addTestSigners,
  buildTestManifest,
  createRandom,
  createTestFileWorld,
  describeTestForm,
  digest,
  mutateText,
  sha256,
  type TestFileWorld,
  testTime,
  verifyP256,
  verifyRs256,
  verifySignature,
} from '../testing/index.ts';
import { type CheckedRule, checkSubmissionFile, describeBeside, readCheckable, type SubmissionBeside } from './index.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
const earlierNumber = 'T-1405-0001';
let world: TestFileWorld;
let earlier: SubmissionFile;
let named: EarlierSubmission;
/** What amends it, and what withdraws it; each in a case of its own. */
let later: Readonly<Record<'amends' | 'withdraws', SubmissionFile>>;

beforeAll(async () => {
  world = await createTestFileWorld();
  earlier = await world.makeFile();
  named = { caseNumber: earlierNumber, manifestHash: await hashOf(earlier) };
  later = {
    amends: await makeLater({ amends: named }, { caseNumber: 'T-1405-0002' }),
    withdraws: await makeLater({ withdraws: named }, { caseNumber: 'T-1405-0002' }),
  };
});

const hashOf = ({ envelope }: SubmissionFile) => hashManifest(decodeBase64Url(envelope.jws.payload), sha256);

function makeLater(
  parts: Partial<Record<'amends' | 'withdraws', EarlierSubmission>>,
  receipt: NonNullable<Parameters<TestFileWorld['makeFile']>[0]>['receipt'] = {},
) {
  return world.makeFile({ manifest: buildTestManifest(world.form, { at: testTime, ...parts }), receipt });
}

async function describeFile(name: string, file: SubmissionFile): Promise<SubmissionBeside> {
  return (await describeBeside(name, { kind: 'submission', file }, sha256)) ?? expect.fail('a submission');
}

function check(file: SubmissionFile, submissions: readonly SubmissionBeside[] = [], root = world.root.der) {
  const call = { roots: [root], trustList: null, beside: [], submissions, now: new Date(testTime.getTime() + 86_400_000) };
  return checkSubmissionFile(file, call, ports);
}

/** The verdict, and what came of that rule; no outcome where there was nothing to look at. */
async function ask(rule: CheckedRule, file: SubmissionFile, submissions?: readonly SubmissionBeside[]) {
  const { verdict, findings } = await check(file, submissions);
  const { outcome, reason, facts } = findings.find((finding) => finding.rule === rule) ?? {};
  return { verdict, outcome, reason, facts };
}

describe.each(['amends', 'withdraws'] as const)('what %s an earlier case', (kind) => {
  it('is valid where the receipt says the same, and says which case and which text', async () => {
    expect(await ask('earlier', later[kind])).toEqual({ verdict: 'valid', outcome: 'holds', reason: null, facts: { kind, ...named } });
    expect((await check(later[kind])).about).toMatchObject({ earlier: { kind, ...named }, later: [] });
  });

  it.each([
    ['names another case', { [kind]: 'T-1405-0009' }],
    ['names none', { [kind]: undefined }],
    ['says that it did the other', { [kind]: undefined, [kind === 'amends' ? 'withdraws' : 'amends']: earlierNumber }],
    ['says that it did both', { amends: earlierNumber, withdraws: earlierNumber }],
  ])('E13: is invalid where the receipt %s', async (_what, receipt) => {
    const file = await makeLater({ [kind]: named }, receipt);
    expect(await ask('earlier', file)).toMatchObject({
      verdict: 'invalid',
      outcome: 'fails',
      reason: 'receipt_invalid',
      facts: { what: 'earlier' },
    });
    // The seal and the form in it hold all the same.
    expect(await ask('receipt', file)).toMatchObject({ outcome: 'holds' });
  });

  it('is linked to the earlier submission that lies beside, and that to it', async () => {
    const all = [await describeFile('first.json', earlier), await describeFile('second.json', later[kind])];
    expect(await ask('earlier-file', later[kind], all)).toMatchObject({
      ...{ verdict: 'valid', outcome: 'holds', facts: { name: 'first.json', caseNumber: earlierNumber } },
    });
    const report = await check(earlier, all);
    expect([report.verdict, report.about]).toMatchObject(['valid', { earlier: null, later: [{ kind, name: 'second.json' }] }]);
  });

  it('is not less valid without it', async () => {
    expect(await ask('earlier-file', later[kind])).toMatchObject({ verdict: 'valid', outcome: 'not-checked', reason: 'absent' });
  });

  it('E13: is invalid where another lies beside as that case, or that one as another case', async () => {
    const file = later[kind];
    const own = await describeFile('first.json', earlier);
    for (const beside of [await describeFile('first.json', await world.makeFile()), { ...own, caseNumber: 'T-1405-0009' }])
      expect(await ask('earlier-file', file, [beside])).toMatchObject({
        ...{ verdict: 'invalid', outcome: 'fails', reason: 'other_earlier', facts: { name: 'first.json' } },
      });
  });

  it('passes over another agency’s case of that number, and finds the one that is meant among others', async () => {
    const own = await describeFile('first.json', earlier);
    const foreign = { ...own, name: 'foreign.json', origin: 'https://roads.example', manifestHash: 'A'.repeat(43) };
    expect(await ask('earlier-file', later[kind], [foreign])).toMatchObject({ outcome: 'not-checked' });
    expect(
      await ask('earlier-file', later[kind], [foreign, { ...own, name: 'false.json', manifestHash: 'A'.repeat(43) }, own]),
    ).toMatchObject({
      ...{ outcome: 'holds', facts: { name: 'first.json' } },
    });
  });
});

describe('a form that stands for itself', () => {
  it('has no rule of an earlier one to look at', async () => {
    const { findings } = await check(earlier);
    expect(findings.filter(({ rule }) => rule.startsWith('earlier'))).toEqual([]);
  });

  it.each(['amends', 'withdraws'])('E13: is invalid where the receipt says that it %s a case', async (kind) => {
    const file = await world.makeFile({ receipt: { [kind]: earlierNumber } });
    expect(await ask('earlier', file)).toMatchObject({ verdict: 'invalid', outcome: 'fails', reason: 'receipt_invalid' });
  });
});

it('E13: whatever lies beside, in 300 accidents, is described or passed over, and breaks no check of another', async () => {
  const random = createRandom(20_261_129);
  const text = writeSubmissionFile(later.amends);
  const outcomes = new Set<string>();
  for (let turn = 0; turn < 300; turn += 1) {
    const checkable = tryRead(encodeUtf8(mutateText(text, random)));
    const described = checkable && (await describeBeside('hostile.json', checkable, sha256));
    outcomes.add(described === null ? 'passed over' : typeof described.manifestHash);
  }
  expect([...outcomes].sort()).toEqual(['passed over', 'string']);
});

function tryRead(bytes: Uint8Array<ArrayBuffer>) {
  try {
    return readCheckable(bytes);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

it('what it says of an earlier case is told, though the receipt does not hold', async () => {
  const [head, payload, seal = ''] = later.amends.receipt.split('.');
  const bytes = decodeBase64Url(seal);
  const file = { ...later.amends, receipt: [head, payload, encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1))].join('.') };
  const { about } = await check(file);
  expect(about?.earlier).toEqual({ kind: 'amends', ...named });
  expect(await ask('earlier', file)).toMatchObject({
    verdict: 'invalid',
    outcome: 'not-checked',
    reason: 'needs',
    facts: { needs: 'receipt' },
  });
});

it('E4: what two people signed changes no earlier case, whatever the receipt says', async () => {
  const pair = await createTestFileWorld((origin) => addTestSigners(describeTestForm(origin)));
  const manifest = { ...buildTestManifest(pair.form, { at: testTime }), amends: named };
  const { verdict, findings } = await check(await pair.makeCoFile({ manifest }), [], pair.root.der);
  expect(verdict).toBe('invalid');
  expect(findings.filter(({ outcome }) => outcome === 'fails').map(({ rule, reason }) => [rule, reason])).toEqual([
    ['terms', 'co_signed_fixed'],
  ]);
});
