import { caseStatus } from '@daricheh/shared/catalogue';
import { checkFile } from '@daricheh/shared/checking';
import { inflateZlib } from '@daricheh/shared/credential';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { hashManifest, submissionAnswer, submissionEvidence, verifyLongTerm } from '@daricheh/shared/submission';
import { createTestMandate, sha256, type TestMandate, testChildIds, testMandateIndex, testSignerIds } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { text } from '../caseworker/text.ts';
import { verifyRs256 } from '../crypto/node-crypto.ts';
import { recheckStatuses } from '../rechecks/recheck-statuses.ts';
import { createTestApp, originOf, type TestApp, timeStampsOfRegistry } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner, type SignChanges, type TestSigner } from '../testing/test-signer.ts';
import { keepTimeStamps } from '../time-stamps/keep-time-stamps.ts';

const child = { national_id: testChildIds.younger, given_name: 'مانی' };

/** The mandate stands in the registry's only list. */
function createMandate({ authority, clock }: TestApp, claims = {}): Promise<TestMandate> {
  const status = { status_list: { uri: `${originOf('civil-registry')}/daricheh/status-lists/1`, idx: testMandateIndex } };
  return createTestMandate(authority.registry, { at: clock.now, open: { status }, claims });
}

let key = 0;
async function send(signer: TestSigner, changes: SignChanges) {
  const envelope = await signer.sign(changes);
  const response = await signer.submit(envelope, `key-of-a-mandate-${key++}`);
  const body: unknown = await response.json();
  const { code, facts = {} } = body as { code?: string; facts?: object };
  return { envelope, status: response.status, refusal: { code, ...facts }, body };
}

/** The same, which must be taken. */
async function sendSound(signer: TestSigner, changes: SignChanges) {
  const { envelope, status, body } = await send(signer, changes);
  expect([status, (body as { code?: string }).code]).toEqual([201, undefined]);
  const answer = submissionAnswer.parse(body);
  const caseNumber = answer.caseUri.split('/').at(-1) ?? '';
  return {
    envelope,
    answer,
    caseNumber,
    named: { caseNumber, manifestHash: await hashManifest(decodeBase64Url(envelope.jws.payload), sha256) },
  };
}

async function setUp() {
  const app = await createTestApp({ takesMandates: true, timeStampsFrom: timeStampsOfRegistry });
  const signer = await createTestSigner(app);
  return { app, signer, mandate: await createMandate(app) };
}

const readCase = async ({ deps }: TestApp, caseNumber: string) => (await deps.store.cases.read({ agency: 'tax', caseNumber }))?.case;

describe('a form signed for another', () => {
  it('is taken, and the case says as what it was signed, without a name', async () => {
    const { app, signer, mandate } = await setUp();
    const { answer, caseNumber } = await sendSound(signer, { mandate });
    expect(await readCase(app, caseNumber)).toMatchObject({ mandate: 'parent', recheck: null });
    const headers = { authorization: `Bearer ${answer.caseToken}` };
    const status = caseStatus.parse(await (await app.send('tax', `/daricheh/cases/${caseNumber}`, { headers })).json());
    expect(status.mandate).toBe('parent');
    expect(JSON.stringify(status)).not.toContain(testChildIds.elder);
  });

  it('is proven later by what was said of the mandate when it came, whatever is said since', async () => {
    const { app, signer, mandate } = await setUp();
    const { envelope, answer, caseNumber } = await sendSound(signer, { mandate });
    app.revoked.push(testMandateIndex);
    app.clock.now = new Date(app.clock.now.getTime() + 86_400_000);
    const headers = { authorization: `Bearer ${answer.caseToken}` };
    const evidence = submissionEvidence.parse(await (await app.send('tax', `/daricheh/cases/${caseNumber}/evidence`, { headers })).json());
    expect(evidence.mandateStatusToken).toBe(evidence.statusToken);
    const ports = { ...app.deps, ...app.trust, inflate: inflateZlib };
    const prove = (kept: typeof evidence) => verifyLongTerm({ envelope, ...kept }, ports, app.clock.now);
    expect(await prove(evidence)).toMatchObject({ kind: 'proven', status: 'valid' });
    const { mandateStatusToken: _token, ...without } = evidence;
    expect(await prove(without)).toMatchObject({ kind: 'proven', status: 'unknown' });
    const later = await app.authority.issueStatuses(app.clock.now, { revoked: app.revoked, ...app.registry });
    expect(await prove({ ...evidence, mandateStatusToken: later })).toMatchObject({ kind: 'cannot-be-proven', link: 'mandate-status' });
  });

  it('is stamped late on the lists of that day, where those that were kept are out of force', async () => {
    const { app, signer, mandate } = await setUp();
    await sendSound(signer, { mandate });
    app.registry.isAway = true;
    const { envelope, answer, caseNumber } = await sendSound(signer, { mandate });
    expect(answer.header).toBeUndefined();
    app.registry.isAway = false;
    app.clock.now = new Date(app.clock.now.getTime() + 2 * 3_600_000);
    await keepTimeStamps({ id: 'tax', timeStampsFrom: timeStampsOfRegistry }, { ...app.deps, ...app.trust });
    const kept = await app.deps.store.evidence.read({ agency: 'tax', caseNumber });
    const evidence = submissionEvidence.parse(kept);
    const proof = await verifyLongTerm({ envelope, ...evidence }, { ...app.deps, ...app.trust, inflate: inflateZlib }, app.clock.now);
    expect(proof).toMatchObject({ kind: 'proven', status: 'valid', at: app.clock.now });
  });

  it('has a receipt as PDF by which others can judge it, the mandate too', async () => {
    const { app, signer, mandate } = await setUp();
    const { answer, caseNumber } = await sendSound(signer, { mandate });
    const headers = { authorization: `Bearer ${answer.caseToken}` };
    const pdf = new Uint8Array(await (await app.send('tax', `/daricheh/cases/${caseNumber}/receipt.pdf`, { headers })).arrayBuffer());
    const call = { roots: [app.authority.root.der], trustList: null, beside: [], now: app.clock.now };
    const { verdict, findings } = await checkFile({ kind: 'sheet', pdf }, call, { ...app.deps, verifyRs256, inflate: inflateZlib });
    const told = findings.filter(({ rule }) => rule.startsWith('mandate')).map(({ rule, outcome }) => [rule, outcome]);
    expect([verdict, told]).toEqual([
      'valid',
      [
        ['mandate', 'holds'],
        ['mandate-status', 'holds'],
      ],
    ]);
  });

  it('is shown to the caseworker with for whom it was signed', async () => {
    const { app, signer, mandate } = await setUp();
    const { caseNumber } = await sendSound(signer, { mandate });
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    for (const language of ['fa', 'en'] as const) {
      const page = await (await worker.open(`/daricheh/caseworker/cases/${caseNumber}?lang=${language}`)).text();
      expect(page).toContain(`<span data-on-behalf>${text[language].onBehalfOf('مینا نمونه')}</span>`);
      for (const step of ['mandate', 'mandate-status']) expect(page).toContain(text[language].steps[step]);
    }
  });

  it('may be amended and withdrawn for the same person under a mandate that holds now, and not otherwise', async () => {
    const { app, signer, mandate } = await setUp();
    const first = await sendSound(signer, { mandate });
    const differs = { code: 'mandate_earlier_differs', step: 'earlier' };
    const other = await createMandate(app, { principal: child });
    expect((await send(signer, { mandate: other, amends: first.named })).refusal).toEqual(differs);
    expect((await send(signer, { withdraws: first.named })).refusal).toEqual(differs);
    const renewed = await createMandate(app);
    const second = await sendSound(signer, { mandate: renewed, amends: first.named });
    expect((await readCase(app, first.caseNumber))?.closedBy).toBe(second.caseNumber);
    const third = await sendSound(signer, { mandate: renewed, withdraws: second.named });
    expect(await readCase(app, third.caseNumber)).toMatchObject({ state: 'recorded', mandate: 'parent' });
  });
});

describe('E17: a form signed for another is refused, and nothing is kept', () => {
  it.each<[string, string, (app: TestApp, mandate: TestMandate) => Promise<SignChanges> | SignChanges]>([
    [
      'under a revoked mandate',
      'mandate_revoked',
      (app, mandate) => {
        app.revoked.push(testMandateIndex);
        return { mandate };
      },
    ],
    [
      'under somebody else’s mandate',
      'mandate_wrong_holder',
      async (app) => ({ mandate: await createMandate(app, { national_id: testSignerIds.spouse }) }),
    ],
    [
      'in another relation than the mandate says',
      'mandate_mismatch',
      (_app, mandate) => ({ mandate: { ...mandate, signed: { ...mandate.signed, relation: 'guardian' } } }),
    ],
  ])('%s', async (_what, code, change) => {
    const { app, signer, mandate } = await setUp();
    const { status, refusal } = await send(signer, await change(app, mandate));
    expect([status, refusal.code]).toEqual([422, code]);
    expect(await app.deps.store.cases.list({ agency: 'tax', states: ['received'], limit: 9 })).toEqual([]);
  });

  it('with the mandate taken away, by a sentence that says what to do', async () => {
    const { signer, mandate } = await setUp();
    const { mandate: _taken, ...stripped } = await signer.sign({ mandate });
    const response = await signer.submit(stripped);
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'mandate_invalid', facts: { what: 'absent' } }]);
  });
});

describe('C9: a form signed for another while the registry is away', () => {
  async function createFlagged() {
    const { app, signer, mandate } = await setUp();
    await sendSound(signer, { mandate });
    app.clock.now = new Date(app.clock.now.getTime() + 600_000);
    app.registry.isAway = true;
    const { caseNumber } = await sendSound(signer, { mandate });
    app.registry.isAway = false;
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    return { app, caseNumber, recheck: () => recheckStatuses('tax', { ...app.deps, ...app.trust }) };
  }

  it('is looked up again, the mandate too, and the citizen is told which of the two was revoked', async () => {
    const { app, caseNumber, recheck } = await createFlagged();
    expect(await readCase(app, caseNumber)).toMatchObject({ recheck: { state: 'waiting' } });
    app.revoked.push(testMandateIndex);
    await recheck();
    const found = await readCase(app, caseNumber);
    expect(found).toMatchObject({ state: 'more-needed', recheck: { state: 'revoked' } });
    expect(found?.nextAction?.en).toMatch(/^The mandate/);
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    const page = await (await worker.open(`/daricheh/caseworker/cases/${caseNumber}?lang=en`)).text();
    expect(page).toContain(text.en.events['mandate-revoked']);
    expect(page).toContain('The mandate has been revoked.');
  });

  it('loses its flag once the lists say that both are valid', async () => {
    const { app, caseNumber, recheck } = await createFlagged();
    await recheck();
    expect(await readCase(app, caseNumber)).toMatchObject({ state: 'received', recheck: { state: 'valid' } });
  });
});
