import {
  type AwaitedSignature,
  awaitedSignature,
  coSubmissionAnswer,
  decodeManifest,
  encodeManifest,
  hashManifest,
  joinSignatures,
  type Manifest,
  publishForm,
  type SubmissionEnvelope,
  splitSignatures,
} from '@daricheh/shared/submission';
import { answerTestForm, describeTestForm, sha256, testSignerIds } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createTestApp, originOf, type TestApp, type TestAppOptions, timeStampsOfRegistry } from '../testing/test-app.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { keepTimeStamps } from '../time-stamps/keep-time-stamps.ts';
import { signIn } from '../verifier/citizen-session.ts';

const day = 86_400_000;

/** A form that an applicant and a spouse sign, and both of them. */
async function createCouple(options: TestAppOptions = {}) {
  const app = await createTestApp({ isCoSigned: true, ...options });
  const [applicant, spouse] = await Promise.all(
    [testSignerIds.applicant, testSignerIds.spouse].map((nationalId) => createTestSigner(app, { nationalId })),
  );
  if (applicant === undefined || spouse === undefined) throw new Error('no couple');
  return { app, applicant, spouse };
}

const manifestOf = ({ jws }: SubmissionEnvelope): Manifest => decodeManifest(new Uint8Array(Buffer.from(jws.payload, 'base64url')));

/** The first signature, by the applicant where not said otherwise, and what it was answered. */
async function signFirst(
  { applicant }: Awaited<ReturnType<typeof createCouple>>,
  signer = applicant,
  role = 'applicant',
  { key = 'key-of-the-first', others = [] as Uint8Array<ArrayBuffer>[] } = {},
) {
  const envelope = await signer.sign({ role, others });
  const response = await signer.submit(envelope, key);
  return { envelope, manifest: manifestOf(envelope), response, answer: await readAwaits(response) };
}

/** What is said of the second signature; nothing where the first was refused. */
async function readAwaits(response: Response): Promise<AwaitedSignature> {
  const answer: unknown = await response.json();
  return response.status === 202
    ? awaitedSignature.parse(answer)
    : { awaits: { role: '', label: { fa: '', en: '' }, link: '', expiresAt: '' } };
}

async function listCases({ deps }: TestApp) {
  return deps.store.cases.list({ agency: 'tax', states: ['received'], limit: 10 });
}

async function readProblem(response: Response) {
  const { code, facts } = (await response.json()) as { code: string; facts: object };
  return { status: response.status, code, ...facts };
}

describe('the first of two signatures', () => {
  it('is kept, with a link for the other person, and is no case yet', async () => {
    const couple = await createCouple();
    const { response, answer } = await signFirst(couple);
    expect([response.status, answer]).toEqual([
      202,
      {
        awaits: {
          role: 'spouse',
          label: { fa: 'همسر', en: 'Spouse' },
          link: expect.stringMatching(/^http:\/\/tax\.localhost:8570\/daricheh\/co-sign\/[\w-]{43}$/),
          expiresAt: '2026-11-30T09:00:00.000Z',
        },
      },
    ]);
    expect(await listCases(couple.app)).toEqual([]);
  });

  it('E1: is answered the same when it is sent again, also once it could not be verified any more', async () => {
    const couple = await createCouple();
    const { envelope, answer } = await signFirst(couple);
    couple.app.clock.now = new Date(couple.app.clock.now.getTime() + day);
    const again = await couple.applicant.submit(envelope, 'key-of-the-first');
    expect([again.status, await again.json()]).toEqual([202, answer]);
  });

  it('E2: its key stands for no other form', async () => {
    const couple = await createCouple();
    await signFirst(couple);
    const other = await couple.applicant.submit(await couple.applicant.sign({ role: 'applicant' }), 'key-of-the-first');
    expect(await readProblem(other)).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  it.each([
    ['of somebody whom the form does not name so', { role: 'spouse' }, { step: 'subject', what: 'subject' }],
    ['in no role', {}, { step: 'subject', what: 'role' }],
  ])('E4: is refused %s', async (_what, changes, facts) => {
    const { app, applicant } = await createCouple();
    const refused = await applicant.submit(await applicant.sign(changes));
    expect(await readProblem(refused)).toMatchObject({ status: 422, code: 'signature_invalid', ...facts });
    expect(await listCases(app)).toEqual([]);
  });

  it('is refused while nobody can say whether the signer’s credential counts', async () => {
    const couple = await createCouple();
    couple.app.registry.isAway = true;
    expect((await signFirst(couple)).response.status).toBe(503);
  });
});

describe('the second signature', () => {
  it.each(['applicant', 'spouse'] as const)(
    'makes the form whole, the %s having been first: one case, and one answer for both',
    async (role) => {
      const couple = await createCouple({ timeStampsFrom: timeStampsOfRegistry });
      const [one, two, otherRole] =
        role === 'applicant'
          ? ([couple.applicant, couple.spouse, 'spouse'] as const)
          : ([couple.spouse, couple.applicant, 'applicant'] as const);
      const { envelope, manifest } = await signFirst(couple, one, role);
      const response = await two.submit(await two.sign({ role: otherRole, manifest }), 'key-of-the-second');
      expect(response.status).toBe(201);
      const answer = coSubmissionAnswer.parse(await response.json());
      expect(await listCases(couple.app)).toHaveLength(1);
      const parts = splitSignatures(answer.coSigned ?? expect.fail('both signatures'));
      expect(parts[0]?.envelope).toEqual(envelope);
      expect(parts.every(({ header, statusToken }) => header !== null && statusToken !== null)).toBe(true);
      const receipt = JSON.parse(Buffer.from(answer.receipt.split('.')[1] ?? '', 'base64url').toString());
      expect(receipt).toMatchObject({
        signers: [{ role }, { role: otherRole }],
        report: expect.arrayContaining([
          { step: 'signers', holds: true },
          { step: 'time-stamp', holds: true },
        ]),
      });
      const again = await one.submit(envelope, 'key-of-the-first');
      expect([again.status, await again.json()]).toEqual([200, JSON.parse(JSON.stringify(answer))]);
      const evidence = await couple.app.send('tax', new URL(`${answer.caseUri}/evidence`).pathname, {
        headers: { authorization: `Bearer ${answer.caseToken}` },
      });
      expect(await evidence.json()).toEqual({ header: null, statusToken: null, coSigned: JSON.parse(JSON.stringify(answer.coSigned)) });
    },
  );

  it('E4: is refused from the person who signed first', async () => {
    const couple = await createCouple();
    const { manifest } = await signFirst(couple);
    for (const [role, facts] of [
      ['spouse', { step: 'subject', what: 'subject' }],
      ['applicant', { step: 'signers', what: 'same_person' }],
    ] as const) {
      const twice = await couple.applicant.submit(await couple.applicant.sign({ role, manifest }), `key-as-${role}`);
      expect(await readProblem(twice)).toMatchObject({ code: 'signature_invalid', ...facts });
    }
    expect(await listCases(couple.app)).toEqual([]);
  });

  it('counts once, however many come at the same time', async () => {
    const couple = await createCouple();
    const { manifest } = await signFirst(couple);
    const envelopes = await Promise.all(Array.from({ length: 5 }, () => couple.spouse.sign({ role: 'spouse', manifest })));
    const responses = await Promise.all(envelopes.map((envelope, index) => couple.spouse.submit(envelope, `key-number-${index}`)));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await listCases(couple.app)).toHaveLength(1);
  });

  it('is too late after seven days: then it is the first of a form that waits anew', async () => {
    const couple = await createCouple();
    const { manifest, answer } = await signFirst(couple);
    couple.app.clock.now = new Date(couple.app.clock.now.getTime() + 7 * day);
    const spouse = await createTestSigner(couple.app, { nationalId: testSignerIds.spouse });
    const late = await spouse.submit(await spouse.sign({ role: 'spouse', manifest }), 'key-of-the-second');
    expect(late.status).toBe(202);
    expect((await couple.app.send('tax', new URL(answer.awaits.link).pathname)).status).toBe(404);
  });

  it('is answered to the first signer whenever they ask, for nothing tells them that the form is whole', async () => {
    const couple = await createCouple();
    const { envelope, manifest } = await signFirst(couple);
    const whole = await couple.spouse.submit(await couple.spouse.sign({ role: 'spouse', manifest }), 'key-of-the-second');
    const { clock, deps } = couple.app;
    clock.now = new Date(clock.now.getTime() + 60 * day);
    await deps.store.submissions.sweepKeys(new Date(clock.now.getTime() - 7 * day));
    const late = await couple.applicant.submit(envelope, 'key-of-the-first');
    expect([late.status, await late.json()]).toEqual([200, await whole.json()]);
  });

  it('each signature is looked at for itself when its time stamp is due', async () => {
    const couple = await createCouple({ timeStampsFrom: timeStampsOfRegistry });
    const { manifest } = await signFirst(couple);
    couple.app.clock.now = new Date(couple.app.clock.now.getTime() + 60_000);
    const response = await couple.spouse.submit(await couple.spouse.sign({ role: 'spouse', manifest }), 'key-of-the-second');
    const { caseUri } = coSubmissionAnswer.parse(await response.json());
    const name = { agency: 'tax', caseNumber: caseUri.split('/').at(-1) ?? '' };
    const { evidence } = couple.app.deps.store;
    const before = await evidence.list(name);
    couple.app.clock.now = new Date(couple.app.clock.now.getTime() + 40 * day);
    const [agency] = couple.app.deps.agencies;
    await keepTimeStamps(agency ?? { id: '', timeStampsFrom: null }, { ...couple.app.deps, ...couple.app.trust });
    const due = await evidence.take('tax', couple.app.clock.now, couple.app.clock.now);
    expect([before.length, (await evidence.list(name)).length, due]).toEqual([2, 2, null]);
  });
});

describe('a first signature that is taken back', () => {
  const takeBack = ({ app }: { app: TestApp }, { awaits: { link } }: AwaitedSignature, key = 'key-of-the-first') =>
    app.send('tax', `${new URL(link).pathname}/take-back`, { json: {}, headers: { 'idempotency-key': key } });

  it('is gone: its link leads nowhere, it is not answered again, and the other signature makes nothing whole', async () => {
    const couple = await createCouple();
    const { answer, envelope, manifest } = await signFirst(couple);
    expect((await takeBack(couple, answer)).status).toBe(200);
    expect((await couple.app.send('tax', new URL(answer.awaits.link).pathname)).status).toBe(404);
    const again = await couple.applicant.submit(envelope, 'key-of-the-first');
    expect(await readProblem(again)).toMatchObject({ code: 'submission_request_unknown' });
    expect((await couple.spouse.submit(await couple.spouse.sign({ role: 'spouse', manifest }))).status).toBe(202);
    expect((await takeBack(couple, answer)).status).toBe(404);
    expect(await listCases(couple.app)).toEqual([]);
  });

  it('E4: stays where the key is another’s: the link alone, which the second signer has, takes nothing back', async () => {
    const couple = await createCouple();
    const { answer } = await signFirst(couple);
    expect((await takeBack(couple, answer, 'key-of-the-second')).status).toBe(404);
    expect((await couple.app.send('tax', `${new URL(answer.awaits.link).pathname}/take-back`, { json: {} })).status).toBe(400);
    expect((await couple.app.send('tax', new URL(answer.awaits.link).pathname)).status).toBe(200);
  });

  it('is too late once the form is whole; of both at the same moment one wins', async () => {
    const couple = await createCouple();
    const { answer, manifest } = await signFirst(couple);
    const envelope = await couple.spouse.sign({ role: 'spouse', manifest });
    const [second, back] = await Promise.all([couple.spouse.submit(envelope, 'key-of-the-second'), takeBack(couple, answer)]);
    const isWhole = second.status === 201;
    expect(back.status).toBe(isWhole ? 404 : 200);
    expect(await listCases(couple.app)).toHaveLength(isWhole ? 1 : 0);
  });
});

describe('the page behind the link', () => {
  async function open(app: TestApp, link: string, nationalId?: string) {
    const [agency] = app.deps.agencies;
    if (agency === undefined) throw new Error('no agency');
    const claims = { national_id: nationalId ?? '' };
    const ports = { ...app.deps, trust: app.trust };
    const secret = nationalId && (await signIn({ agency, subject: { use: 'sign-in', claims }, formerSecret: undefined }, ports));
    const headers = { 'accept-language': 'en', ...(secret && { cookie: `daricheh_session=${secret}` }) };
    const response = await app.send('tax', new URL(link).pathname, { headers });
    return { status: response.status, page: await response.text() };
  }
  const personal = [testSignerIds.applicant, testSignerIds.spouse, 'Yearly return', 'data-daricheh-co-sign', 'Applicant'];
  const isTold = (page: string) => personal.some((part) => page.includes(part));

  it('says nothing of the form before the visitor has shown who they are', async () => {
    const couple = await createCouple();
    const { answer } = await signFirst(couple);
    const { status, page } = await open(couple.app, answer.awaits.link);
    expect([status, isTold(page), page.includes('href="openid4vp://')]).toEqual([200, false, true]);
  });

  it.each([
    ['the first signer', testSignerIds.applicant],
    ['a stranger', '9990000031'],
  ])('says nothing of the form to %s', async (_who, nationalId) => {
    const couple = await createCouple();
    const { answer } = await signFirst(couple);
    const { page } = await open(couple.app, answer.awaits.link, nationalId);
    expect([page.includes('This form is not waiting for you'), isTold(page)]).toEqual([true, false]);
  });

  it('shows the whole form, and who has signed it, to whom it waits for', async () => {
    const couple = await createCouple();
    const { answer, envelope } = await signFirst(couple);
    const { page } = await open(couple.app, answer.awaits.link, testSignerIds.spouse);
    for (const part of ['Applicant: signed on', 'Spouse: waiting for your signature', '1,200,000,000', envelope.jws.payload]) {
      expect(page).toContain(part);
    }
  });

  it('leads nowhere with a secret that was never given, or once the form is whole', async () => {
    const couple = await createCouple();
    const { answer, manifest } = await signFirst(couple);
    expect((await open(couple.app, `http://tax.localhost:8570/daricheh/co-sign/${'A'.repeat(43)}`)).status).toBe(404);
    await couple.spouse.submit(await couple.spouse.sign({ role: 'spouse', manifest }), 'key-of-the-second');
    expect((await open(couple.app, answer.awaits.link, testSignerIds.spouse)).status).toBe(404);
  });
});

/** What is refused, and is no case. */
async function expectRefused(app: TestApp, response: Response, problem: object) {
  expect(await readProblem(response)).toMatchObject({ status: 422, ...problem });
  expect(await listCases(app)).toEqual([]);
}

describe('E4: one signature completes no form that names two signers', () => {
  it('in its role: it waits, alone or in a batch', async () => {
    const couple = await createCouple();
    for (const [index, others] of [[], [new Uint8Array(32)]].entries()) {
      const { response } = await signFirst(couple, couple.applicant, 'applicant', { key: `key-of-first-${index}`, others });
      expect(response.status).toBe(202);
    }
    expect(await listCases(couple.app)).toEqual([]);
  });

  it.each([
    ['alone', []],
    ['as one of a batch', [new Uint8Array(32), new Uint8Array(32).fill(1)]],
  ])('in no role, signed %s', async (_how, others) => {
    const { app, applicant } = await createCouple();
    const response = await applicant.submit(await applicant.sign({ others }));
    await expectRefused(app, response, { code: 'signature_invalid', step: 'subject', what: 'role' });
  });

  it.each(['alone', 'in a role'])('under a text that leaves the signers out, signed %s', async (how) => {
    const { app, applicant } = await createCouple();
    const { signers: _none, ...manifest } = manifestOf(await applicant.sign({ role: 'applicant' }));
    const envelope = await applicant.sign({ manifest, ...(how === 'in a role' && { role: 'applicant' }) });
    await expectRefused(app, await applicant.submit(envelope), { code: 'signature_invalid', step: 'terms' });
  });

  it.each(['alone', 'in a role'])('under a text that names two signers of a form for one, signed %s', async (how) => {
    const { app, applicant } = await createCouple({ isCoSigned: false });
    const signers = ['applicant', 'spouse'].map((id) => ({ id, label: { fa: id, en: id } }));
    const manifest = { ...manifestOf(await applicant.sign()), signers };
    const envelope = await applicant.sign({ manifest, ...(how === 'in a role' && { role: 'applicant' }) });
    await expectRefused(app, await applicant.submit(envelope), { code: 'signature_invalid', step: 'terms' });
  });

  it('as an envelope of two that is sent at once, or of one that is there twice', async () => {
    const { app, applicant, spouse } = await createCouple();
    const one = await applicant.sign({ role: 'applicant' });
    const two = await spouse.sign({ role: 'spouse', manifest: manifestOf(one) });
    for (const parts of [
      [one, two],
      [one, one],
    ]) {
      const whole = joinSignatures(parts.map((envelope) => ({ envelope })));
      const json = JSON.parse(JSON.stringify(whole));
      const response = await app.send('tax', '/daricheh/submissions', { json, headers: { 'idempotency-key': 'key-of-both' } });
      expect(response.status).toBe(400);
    }
    expect(await listCases(app)).toEqual([]);
  });

  it('and none at all completes it: it is not taken unsigned', async () => {
    const { app } = await createCouple();
    const response = await app.send('tax', '/daricheh/forms/yearly-return/plain', {
      form: { income: '1' },
      headers: { origin: 'http://tax.localhost:8570', 'sec-fetch-site': 'same-origin' },
    });
    expect(response.headers.get('location')).toContain('problem=signature_required');
    expect(await listCases(app)).toEqual([]);
  });
});

describe('a case that two people signed', () => {
  async function complete() {
    const couple = await createCouple();
    const { manifest } = await signFirst(couple);
    const response = await couple.spouse.submit(await couple.spouse.sign({ role: 'spouse', manifest }), 'key-of-the-second');
    const { caseUri } = coSubmissionAnswer.parse(await response.json());
    const manifestHash = await hashManifest(encodeManifest(manifest), sha256);
    return { ...couple, manifest, named: { caseNumber: caseUri.split('/').at(-1) ?? '', manifestHash } };
  }

  it.each(['amends', 'withdraws'] as const)('is not changed by what %s it under the same form, in whichever role', async (kind) => {
    const { app, applicant, manifest, named } = await complete();
    const { fee: _free, ...terms } = manifest;
    const changed: Manifest = kind === 'amends' ? { ...manifest, amends: named } : { ...terms, answers: [], withdraws: named };
    for (const role of ['applicant', 'spouse']) {
      const response = await applicant.submit(await applicant.sign({ role, manifest: changed }), `key-of-${kind}-as-${role}`);
      expect(await readProblem(response)).toEqual({ status: 422, code: 'co_signed_fixed', step: 'terms' });
    }
    expect((await listCases(app)).map(({ caseNumber }) => caseNumber)).toEqual([named.caseNumber]);
  });

  it('is not changed by one of the two under a form that one person signs by now; whoever else asks is told of no such case', async () => {
    const { app, applicant, spouse, named } = await complete();
    await publishForOne(app);
    const stranger = await createTestSigner(app, { nationalId: '9990000031' });
    const answers = (nationalId: string) => answerTestForm(describeTestForm(originOf('tax')), { 'national-id': nationalId });
    for (const [signer, nationalId, code] of [
      [applicant, testSignerIds.applicant, 'co_signed_fixed'],
      [spouse, testSignerIds.spouse, 'co_signed_fixed'],
      [stranger, '9990000031', 'earlier_case_unknown'],
    ] as const) {
      for (const changes of [{ amends: named, answers: answers(nationalId) }, { withdraws: named }]) {
        const response = await signer.submit(await signer.sign(changes), `key-of-${nationalId}-${Object.keys(changes).length}`);
        expect(await readProblem(response)).toMatchObject({ status: 422, code, step: 'earlier' });
      }
    }
    expect((await listCases(app)).map(({ caseNumber }) => caseNumber)).toEqual([named.caseNumber]);
  });

  async function publishForOne(app: TestApp): Promise<void> {
    const agency = app.deps.agencies.find(({ id }) => id === 'tax');
    if (agency === undefined) throw new Error('no agency');
    const { seal } = agency;
    const published = await publishForm(describeTestForm(originOf('tax')), { x5c: [seal.certificate], sign: seal.sign }, { sha256 });
    (agency.forms as (typeof published)[]).splice(0, 1, published);
  }
});
