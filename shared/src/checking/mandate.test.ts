import { beforeAll, describe, expect, it } from 'vitest';
import { inflateZlib, statusValues } from '../credential/index.ts';
import { readSubmissionFile, type SingleSubmissionFile, type SubmissionFile, writeSubmissionFile } from '../submission/index.ts';
import {
  addTestMandates,
  createTestFileWorld,
  createTestMandate,
  describeTestForm,
  digest,
  sha256,
  type TestFileWorld,
  type TestMandate,
  testChildIds,
  testSignerIds,
  testTime,
  verifyP256,
  verifyRs256,
  verifySignature,
} from '../testing/index.ts';
import { type CheckedRule, checkSubmissionFile } from './index.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
const nextDay = new Date(testTime.getTime() + 86_400_000);
let world: TestFileWorld;
let mandate: TestMandate;
/** A form about a child, signed by the parent. */
let file: SingleSubmissionFile;

beforeAll(async () => {
  world = await createTestFileWorld((origin) => addTestMandates(describeTestForm(origin)));
  mandate = await createTestMandate(world.registry, { at: testTime });
  file = await world.makeFile({ mandate });
});

function check(checked: SubmissionFile, now = nextDay) {
  return checkSubmissionFile(checked, { roots: [world.root.der], trustList: null, beside: [], now }, ports);
}

/** The verdict, and what came of that rule; no outcome where there was nothing to look at. */
async function ask(rule: CheckedRule, checked: SubmissionFile, now?: Date) {
  const { verdict, findings } = await check(checked, now);
  const { outcome, reason, facts } = findings.find((finding) => finding.rule === rule) ?? {};
  return { verdict, outcome, reason, facts };
}

describe('a file of what somebody signed for another', () => {
  it('is valid, says for whom and as what, and that the mandate was not revoked', async () => {
    expect(await ask('mandate', file)).toMatchObject({
      ...{ verdict: 'valid', outcome: 'holds' },
      facts: { relation: 'parent', principal: 'مینا نمونه', nationalId: testChildIds.elder, issuer: world.registry.origin },
    });
    expect(await ask('mandate-status', file)).toMatchObject({ verdict: 'valid', outcome: 'holds' });
  });

  it('is the same after it was saved and read', () => {
    expect(readSubmissionFile(writeSubmissionFile(file))).toEqual(file);
  });

  it('is proven ten years on where time stamps were renewed, with what was said of the mandate then', async () => {
    let renewed = file;
    for (const year of [2026, 2030, 2034]) renewed = await world.renew(renewed, new Date(`${year}-11-01T00:00:00Z`));
    const { statusToken: _status, mandateStatusToken: _mandate, ...archived } = renewed;
    const inTenYears = new Date('2036-06-01T12:00:00Z');
    expect(await ask('mandate-status', archived, inTenYears)).toMatchObject({ verdict: 'valid', outcome: 'holds' });
    expect(await ask('mandate', archived, inTenYears)).toMatchObject({ verdict: 'valid', outcome: 'holds' });
  });

  it('cannot be proven where nothing says what became of the mandate', async () => {
    const { mandateStatusToken: _token, ...without } = file;
    expect(await ask('mandate-status', without)).toMatchObject({
      ...{ verdict: 'cannot-be-proven', outcome: 'not-checked', reason: 'absent' },
    });
  });

  it('tells nothing of a mandate where the form takes none, and where the signer signed for themselves that they did', async () => {
    const plain = await createTestFileWorld();
    const { findings } = await checkSubmissionFile(
      await plain.makeFile(),
      { roots: [plain.root.der], trustList: null, beside: [], now: nextDay },
      ports,
    );
    expect(findings.filter(({ rule }) => rule.startsWith('mandate'))).toEqual([]);
    expect(await ask('mandate', await world.makeFile())).toMatchObject({ verdict: 'valid', outcome: 'holds', facts: {} });
  });
});

describe('E17: a file of what somebody signed for another does not hold', () => {
  it.each<[string, CheckedRule, string, () => Promise<SubmissionFile>]>([
    [
      'under a mandate that was revoked',
      'mandate-status',
      'mandate_revoked',
      () => world.makeFile({ mandate, mandateStatus: statusValues.invalid }),
    ],
    [
      'under a mandate that was suspended',
      'mandate-status',
      'mandate_suspended',
      () => world.makeFile({ mandate, mandateStatus: statusValues.suspended }),
    ],
    ['without the mandate', 'mandate', 'mandate_invalid', async () => ({ ...file, envelope: strip(file) })],
    [
      'under somebody else’s mandate',
      'mandate',
      'mandate_wrong_holder',
      async () =>
        world.makeFile({
          mandate: await createTestMandate(world.registry, { at: testTime, claims: { national_id: testSignerIds.spouse } }),
        }),
    ],
    [
      'where the manifest says another relation',
      'mandate',
      'mandate_mismatch',
      () => world.makeFile({ mandate: { ...mandate, signed: { ...mandate.signed, relation: 'guardian' } } }),
    ],
  ])('%s', async (_what, rule, reason, make) => {
    expect(await ask(rule, await make())).toMatchObject({ verdict: 'invalid', outcome: 'fails', reason });
  });

  it('where a later time stamp covers another mandate than lies in it', async () => {
    const renewed = await world.renew(file, new Date('2026-11-01T00:00:00Z'));
    const other = await world.makeFile({ mandate });
    const swapped = { ...renewed, envelope: { ...renewed.envelope, ...(other.envelope.mandate && { mandate: other.envelope.mandate }) } };
    expect(await ask('time-stamp', swapped, new Date('2026-12-01T00:00:00Z'))).toMatchObject({ verdict: 'invalid', outcome: 'fails' });
  });
});

function strip({ envelope: { mandate: _taken, ...envelope } }: SingleSubmissionFile) {
  return envelope;
}
