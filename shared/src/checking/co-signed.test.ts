import { beforeAll, describe, expect, it } from 'vitest';
import { inflateZlib, statusValues } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import {
  type CoSubmissionEnvelope,
  joinSignatures,
  readSubmissionFile,
  type SubmissionFile,
  splitSubmissionFile,
  writeSubmissionFile,
} from '../submission/index.ts';
import {
  addTestSigners,
  createTestFileWorld,
  describeTestForm,
  digest,
  sha256,
  type TestFileWorld,
  testSignerIds,
  testTime,
  verifyP256,
  verifyRs256,
  verifySignature,
} from '../testing/index.ts';
import { type CheckedRule, checkedRules, checkSubmissionFile } from './index.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
const hour = 3_600_000;
const inTenYears = new Date('2036-06-01T12:00:00Z');
let world: TestFileWorld;
let file: SubmissionFile;

beforeAll(async () => {
  world = await createTestFileWorld((origin) => addTestSigners(describeTestForm(origin)));
  file = await world.makeCoFile();
});

function check(checked: SubmissionFile, now = new Date(testTime.getTime() + 24 * hour)) {
  const call = { roots: [world.root.der], trustList: null, beside: [], now };
  return checkSubmissionFile(checked, call, ports);
}

/** The verdict, and what fails or was not shown, each with the English name of the signature that it is about. */
async function findFaults(checked: SubmissionFile) {
  const { verdict, findings } = await check(checked);
  const faults = findings.filter(({ outcome }) => outcome !== 'holds');
  return { verdict, faults: faults.map(({ rule, outcome, signature }) => [rule, outcome, signature?.role?.en ?? null]) };
}

function envelopeOf({ envelope }: SubmissionFile): CoSubmissionEnvelope {
  return envelope.type === 'daricheh.co-submission.v1' ? envelope : expect.fail('two signatures');
}

/** With the time stamps of these signatures renewed in the years 0, 3, 6 and 9 from now, each before the one before it ends. */
async function renewAll({ renew }: TestFileWorld, whole: SubmissionFile, places: readonly number[]): Promise<SubmissionFile> {
  const parts = await Promise.all(
    splitSubmissionFile(whole).map(async (single, place) => {
      if (!places.includes(place)) return single;
      let renewed = single;
      for (const years of [0, 3, 6, 9]) renewed = await renew(renewed, new Date(Date.UTC(2026 + years, 10, 1)));
      return renewed;
    }),
  );
  const signatures = parts.map(({ envelope, header = null, statusToken = null }) => ({ envelope, header, statusToken }));
  return { ...whole, envelope: joinSignatures(signatures) };
}

/** The file with something else in the place of one signature’s part. */
function change(place: number, part: 'protected' | 'signature'): SubmissionFile {
  const { jws, ...rest } = envelopeOf(file);
  const flip = (text: string) => {
    const bytes = decodeBase64Url(text);
    return encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1));
  };
  const signatures = jws.signatures.map((each, index) => (index === place ? { ...each, [part]: flip(each[part]) } : each));
  return { ...file, envelope: { ...rest, jws: { ...jws, signatures } } };
}

describe('a form that two people signed', () => {
  it('is valid when each signature holds alone, as of its own time and by its own clock', async () => {
    const { verdict, findings } = await check(file);
    expect(verdict).toBe('valid');
    expect(findings.every(({ outcome }) => outcome === 'holds')).toBe(true);
    const stamps = findings.filter(({ rule }) => rule === 'time-stamp');
    expect(stamps.map(({ signature, asOf, clock }) => [signature?.place, signature?.role?.fa, asOf, clock])).toEqual([
      [1, 'متقاضی', testTime.toISOString(), 'authority'],
      [2, 'همسر', new Date(testTime.getTime() + hour).toISOString(), 'authority'],
    ]);
    const times = (rule: CheckedRule) => findings.filter((each) => each.rule === rule).length;
    expect(Object.fromEntries(checkedRules.map((rule) => [rule, times(rule)]))).toMatchObject({
      ...{ manifest: 1, terms: 1, receipt: 1, signers: 1, attachment: 0 },
      ...{ signature: 2, credential: 2, passkey: 2, status: 2, subject: 2, view: 2 },
    });
  });

  it('says of each signature who made it, and in which role', async () => {
    const { findings } = await check(file);
    const told = findings.filter(({ rule }) => rule === 'subject');
    expect(told.map(({ signature, facts }) => [signature?.role?.en, facts])).toEqual([
      ['Applicant', { signedAs: 'applicant', nationalId: testSignerIds.applicant }],
      ['Spouse', { signedAs: 'spouse', nationalId: testSignerIds.spouse }],
    ]);
  });

  it('is the same after it was saved and read', () => {
    expect(readSubmissionFile(writeSubmissionFile(file))).toEqual(file);
  });

  it('bears time stamps and status at each signature alone: elsewhere they would look as if they counted', () => {
    const [single] = splitSubmissionFile(file);
    for (const member of ['header', 'statusToken'] as const) {
      const text = JSON.stringify({ ...file, [member]: single?.[member] });
      expect(() => readSubmissionFile(text)).toThrow(expect.objectContaining({ code: 'submission_file_invalid' }));
    }
  });

  it.each([
    ['one of them alone', [{ role: 'applicant', receivedAt: testTime.toISOString() }]],
    ['one of them twice', ['applicant', 'applicant'].map((role) => ({ role, receivedAt: testTime.toISOString() }))],
    ['nobody', undefined],
  ])('E13: is invalid where the receipt says that %s signed', async (_what, signers) => {
    const { verdict, findings } = await check(await world.makeCoFile({ receipt: { signers } }));
    expect(verdict).toBe('invalid');
    expect(findings.find(({ rule }) => rule === 'receipt')).toMatchObject({ outcome: 'fails', facts: { what: 'signers' } });
  });

  it('is proven in ten years where the time stamps of both were renewed, and not where one was', async () => {
    const renewed = await renewAll(world, file, [0, 1]);
    expect((await check(renewed, inTenYears)).verdict).toBe('valid');
    const { verdict, findings } = await check(await renewAll(world, file, [0]), inTenYears);
    expect(verdict).toBe('cannot-be-proven');
    expect(findings.filter(({ rule }) => rule === 'time-stamp').map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['holds', null],
      ['cannot-be-proven', 'stamp_ended'],
    ]);
  });

  it('may have been signed in either order', async () => {
    const signers = [
      { role: 'spouse', citizen: world.spouse },
      { role: 'applicant', citizen: world.citizen },
    ];
    expect(await findFaults(await world.makeCoFile({ signers }))).toEqual({ verdict: 'valid', faults: [] });
  });

  it.each([
    [0, 'Applicant'],
    [1, 'Spouse'],
  ])('names the one signature that does not hold, and is invalid as a whole (%i)', async (place, name) => {
    const { verdict, faults } = await findFaults(change(place, 'signature'));
    expect(verdict).toBe('invalid');
    expect(faults).toContainEqual(['signature', 'fails', name]);
    expect(faults).toContainEqual(['signers', 'not-checked', null]);
    expect(faults.filter(([, outcome]) => outcome === 'fails').every(([, , role]) => role === name)).toBe(true);
  });

  it('is invalid where a signature says another role than was signed', async () => {
    expect(await findFaults(change(1, 'protected'))).toMatchObject({ verdict: 'invalid' });
  });

  it('is invalid where one person signed twice', async () => {
    const signers = [
      { role: 'applicant', citizen: world.citizen },
      { role: 'spouse', citizen: world.citizen },
    ];
    expect(await findFaults(await world.makeCoFile({ signers }))).toEqual({
      verdict: 'invalid',
      faults: [
        ['subject', 'fails', 'Spouse'],
        ['signers', 'not-checked', null],
      ],
    });
  });

  it('is invalid where both signed in one role', async () => {
    const signers = [
      { role: 'applicant', citizen: world.citizen },
      { role: 'applicant', citizen: world.citizen },
    ];
    expect(await findFaults(await world.makeCoFile({ signers }))).toMatchObject({ verdict: 'invalid' });
  });

  it('E5: is invalid where one of the two signed another view than the text gives, and says whose that is', async () => {
    const signers = [
      { role: 'applicant', citizen: world.citizen },
      { role: 'spouse', citizen: world.spouse, viewHash: 'A'.repeat(43) },
    ];
    const { verdict, faults } = await findFaults(await world.makeCoFile({ signers }));
    expect([verdict, faults]).toEqual(['invalid', [['view', 'fails', 'Spouse']]]);
  });

  it('is invalid where a signer’s credential was revoked', async () => {
    const { verdict, faults } = await findFaults(await world.makeCoFile({ status: statusValues.invalid }));
    expect([verdict, faults]).toEqual([
      'invalid',
      [
        ['status', 'fails', 'Applicant'],
        ['status', 'fails', 'Spouse'],
      ],
    ]);
  });

  it('is invalid with one signature alone, though that holds', async () => {
    const [first] = splitSubmissionFile(file);
    if (first === undefined) throw new Error('no signature');
    expect(await findFaults(first)).toEqual({ verdict: 'invalid', faults: [['signers', 'fails', null]] });
  });
});

it('a second signature under a form that one person signs makes it invalid', async () => {
  const plain = await createTestFileWorld();
  const signers = [
    { role: 'applicant', citizen: plain.citizen },
    { role: 'spouse', citizen: plain.spouse },
  ];
  const call = { roots: [plain.root.der], trustList: null, beside: [], now: new Date(testTime.getTime() + 24 * hour) };
  const { verdict, findings } = await checkSubmissionFile(await plain.makeCoFile({ signers }), call, ports);
  expect(verdict).toBe('invalid');
  expect(findings.filter(({ outcome }) => outcome === 'fails').map(({ rule }) => rule)).toEqual(['subject', 'subject', 'receipt']);
});
