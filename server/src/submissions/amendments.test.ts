import { caseStatus } from '@daricheh/shared/catalogue';
import { parseCompactJws, parseJwsPayload } from '@daricheh/shared/credential';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import {
  type AmendmentRule,
  type EarlierSubmission,
  hashManifest,
  type Manifest,
  publishForm,
  receipt as receiptShape,
  type SubmissionEnvelope,
  submissionAnswer,
} from '@daricheh/shared/submission';
import { answerTestForm, describeTestForm, sha256 } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../storage/store.ts';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner, type SignChanges, type TestSigner } from '../testing/test-signer.ts';

const webhook = { url: 'http://system.localhost:9100/hook', secrets: [new Uint8Array(32)] };

async function readProblem(response: Response) {
  const { code, facts } = (await response.json()) as { code: string; facts: object };
  return { status: response.status, code, ...facts };
}

let key = 0;
/** Signs and sends; each time under a key of its own. */
async function send(signer: TestSigner, changes: SignChanges = {}) {
  const envelope = await signer.sign(changes);
  const response = await signer.submit(envelope, `key-of-an-amendment-${key++}`);
  return { envelope, response };
}

/** The same, which must be taken. */
async function sendSound(signer: TestSigner, changes: SignChanges = {}) {
  const { envelope, response } = await send(signer, changes);
  expect(response.status).toBe(201);
  const { receipt, caseToken } = submissionAnswer.parse(await response.json());
  const code = 'receipt_invalid';
  const content = receiptShape.parse(parseJwsPayload(parseCompactJws(receipt, { code }), code));
  return { envelope, caseToken, receipt: content, named: await nameOf(envelope, content.caseNumber) };
}

async function nameOf({ jws }: SubmissionEnvelope, caseNumber: string): Promise<EarlierSubmission> {
  return { caseNumber, manifestHash: await hashManifest(decodeBase64Url(jws.payload), sha256) };
}

async function setUp() {
  const app = await createTestApp({ webhook });
  const signer = await createTestSigner(app);
  return { app, signer, first: await sendSound(signer) };
}

const read = ({ deps }: TestApp, caseNumber: string) => deps.store.cases.read({ agency: 'tax', caseNumber });

async function bring(app: TestApp, caseNumber: string, ...states: CaseState[]): Promise<void> {
  for (const [index, state] of states.entries()) {
    const event = { id: `${caseNumber} ${state}`, at: app.clock.now, kind: state, actor: 'w', note: null };
    await app.deps.store.cases.change({ agency: 'tax', caseNumber }, index + 1, { state, nextAction: null, event });
  }
}

async function publishAgain(app: TestApp, amendments: AmendmentRule): Promise<void> {
  const agency = app.deps.agencies.find(({ id }) => id === 'tax');
  if (agency === undefined) throw new Error('no agency');
  const { seal } = agency;
  const definition = { ...describeTestForm(originOf('tax')), amendments };
  const published = await publishForm(definition, { x5c: [seal.certificate], sign: seal.sign }, { sha256 });
  (agency.forms as (typeof published)[]).splice(0, 1, published);
}

const answersOf = (values: Readonly<Record<string, string>>) => answerTestForm(describeTestForm(originOf('tax')), values);

async function listEvents({ deps }: TestApp): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const job = await deps.store.outbox.take('tax', deps.now(), new Date(deps.now().getTime() + 9000));
    if (job === null) return told;
    told.push([job.type, job.caseNumber, job.outcome].join(' '));
    await deps.store.outbox.settle(job);
  }
}

describe('an amendment', () => {
  it('comes in the place of the case that it names, and its receipt says so', async () => {
    const { app, signer, first } = await setUp();
    const second = await sendSound(signer, { amends: first.named, answers: answersOf({ income: '5' }) });
    expect(second.receipt).toMatchObject({
      amends: first.named.caseNumber,
      report: expect.arrayContaining([{ step: 'earlier', holds: true }]),
    });
    expect(first.receipt.report.map(({ step }) => step)).not.toContain('earlier');
    const [old, fresh] = [await read(app, first.named.caseNumber), await read(app, second.named.caseNumber)];
    expect(old?.case).toMatchObject({ state: 'amended', closedBy: second.named.caseNumber, revision: 2, about: null });
    expect(old?.events.map(({ kind }) => kind)).toEqual(['received', 'amended']);
    expect(fresh?.case).toMatchObject({
      ...{ state: 'received', closedBy: null, about: { kind: 'amends', caseNumber: first.named.caseNumber } },
    });
  });

  it('is told to the citizen and to the agency’s own system, in the order of the log', async () => {
    const { app, signer, first } = await setUp();
    const { caseNumber } = first.named;
    const second = await sendSound(signer, { amends: first.named });
    const headers = { authorization: `Bearer ${first.caseToken}` };
    const status = caseStatus.parse(await (await app.send('tax', `/daricheh/cases/${caseNumber}`, { headers })).json());
    expect(status).toMatchObject({ state: 'amended', closedBy: second.named.caseNumber });
    expect(await listEvents(app)).toEqual([
      `submission.received ${caseNumber} `,
      `receipt.issued ${caseNumber} `,
      `submission.received ${second.named.caseNumber} `,
      `receipt.issued ${second.named.caseNumber} `,
      `case.amended ${caseNumber} ${second.named.caseNumber}`,
    ]);
  });

  it('may be amended again, and only the last of the chain', async () => {
    const { signer, first } = await setUp();
    const second = await sendSound(signer, { amends: first.named });
    await sendSound(signer, { amends: second.named });
    const { response } = await send(signer, { amends: first.named });
    expect(await readProblem(response)).toEqual({ status: 409, code: 'case_closed', step: 'earlier', state: 'amended' });
  });

  it('is taken once, of two that come at the same time, and nothing is stored of the other', async () => {
    const { app, signer, first } = await setUp();
    const envelopes = await Promise.all([signer.sign({ amends: first.named }), signer.sign({ withdraws: first.named })]);
    const answers = await Promise.all(envelopes.map((envelope, index) => signer.submit(envelope, `key-of-a-race-${index}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const states = ['received', 'amended', 'withdrawn', 'recorded'] as const;
    expect(await app.deps.store.cases.list({ agency: 'tax', states, limit: 9 })).toHaveLength(2);
  });

  it.each<[AmendmentRule, readonly CaseState[], string]>([
    ['until-decided', ['in-review'], 'taken'],
    ['until-decided', ['in-review', 'approved'], 'case_closed'],
    ['until-review', [], 'taken'],
    ['until-review', ['in-review'], 'amendment_not_allowed'],
    ['until-review', ['in-review', 'more-needed'], 'taken'],
    ['until-review', ['in-review', 'refused'], 'case_closed'],
    ['never', [], 'amendment_not_allowed'],
  ])('of a form that says %s, after %j, is %s', async (rule, states, outcome) => {
    const { app, signer, first } = await setUp();
    await publishAgain(app, rule);
    await bring(app, first.named.caseNumber, ...states);
    const { response } = await send(signer, { amends: first.named });
    expect(response.status === 201 ? 'taken' : (await readProblem(response)).code).toBe(outcome);
  });
});

describe('a withdrawal', () => {
  it('closes the case, and is closed itself as it comes', async () => {
    const { app, signer, first } = await setUp();
    await publishAgain(app, 'never');
    await bring(app, first.named.caseNumber, 'in-review', 'more-needed');
    const last = await sendSound(signer, { withdraws: first.named });
    expect(last.receipt).toMatchObject({ withdraws: first.named.caseNumber, dueAt: last.receipt.receivedAt });
    expect((await read(app, first.named.caseNumber))?.case).toMatchObject({
      ...{ state: 'withdrawn', closedBy: last.named.caseNumber, nextAction: null },
    });
    expect((await read(app, last.named.caseNumber))?.case).toMatchObject({
      ...{ state: 'recorded', about: { kind: 'withdraws', caseNumber: first.named.caseNumber } },
    });
    expect((await listEvents(app)).at(-1)).toBe(`case.withdrawn ${first.named.caseNumber} ${last.named.caseNumber}`);
  });

  it.each<CaseState>(['approved', 'refused'])('comes too late once the case is %s', async (state) => {
    const { app, signer, first } = await setUp();
    await bring(app, first.named.caseNumber, 'in-review', state);
    const { response } = await send(signer, { withdraws: first.named });
    expect(await readProblem(response)).toEqual({ status: 409, code: 'case_closed', step: 'earlier', state });
  });

  it('can itself be neither amended nor withdrawn', async () => {
    const { signer, first } = await setUp();
    const last = await sendSound(signer, { withdraws: first.named });
    for (const changes of [{ amends: last.named }, { withdraws: last.named }, { withdraws: first.named }]) {
      const { response } = await send(signer, changes);
      expect(await readProblem(response)).toMatchObject({ status: 409, code: 'case_closed' });
    }
  });
});

describe('E4: what names an earlier case is refused, and nothing stored', () => {
  const refuse = async (
    what: string,
    change: (
      world: Awaited<ReturnType<typeof setUp>>,
    ) => Promise<{ signer?: TestSigner; named: EarlierSubmission; answers?: Manifest['answers'] }>,
  ) => {
    const world = await setUp();
    const { signer = world.signer, named, answers = answersOf({}) } = await change(world);
    for (const changes of [{ amends: named, answers }, { withdraws: named }]) {
      const { response } = await send(signer, changes);
      expect(await readProblem(response)).toEqual({ status: 422, code: 'earlier_case_unknown', step: 'earlier', what });
    }
    const states = ['received', 'amended', 'withdrawn', 'recorded'] as const;
    expect(await world.app.deps.store.cases.list({ agency: 'tax', states, limit: 9 })).toHaveLength(1);
  };

  it('where the agency has no such case', () =>
    refuse('case', async ({ first: { named } }) => ({ named: { ...named, caseNumber: '0000-0000-0000' } })));

  it('where the case holds another manifest', () =>
    refuse('case', async ({ first: { named } }) => ({ named: { ...named, manifestHash: 'A'.repeat(43) } })));

  it('where the case was erased', () =>
    refuse('case', async ({ app, first: { named } }) => {
      const name = { agency: 'tax', caseNumber: named.caseNumber };
      await app.deps.store.erasures.erase(name, { id: 'e', at: app.clock.now, actor: null });
      await sendSound(await createTestSigner(app));
      return { named };
    }));

  it('where somebody else signed it', () =>
    refuse('signer', async ({ app, first: { named } }) => {
      const other = await createTestSigner(app, { nationalId: '9990000023' });
      return { signer: other, named, answers: answersOf({ 'national-id': '9990000023' }) };
    }));

  it('E10: where it is another agency’s', async () => {
    const { app, first } = await setUp();
    const caseNumber = first.named.caseNumber;
    expect(await app.deps.store.cases.read({ agency: 'passport', caseNumber })).toBeNull();
  });
});

describe('the desk', () => {
  const base = '/daricheh/caseworker';

  async function openDesk(app: TestApp) {
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    return worker;
  }

  it('has no withdrawn case among those that wait, says why, and lets nobody decide it', async () => {
    const { app, signer, first } = await setUp();
    const worker = await openDesk(app);
    const last = await sendSound(signer, { withdraws: first.named });
    const list = await (await worker.open(`${base}?lang=en`)).text();
    expect(list).not.toContain(first.named.caseNumber);
    const path = `${base}/cases/${first.named.caseNumber}`;
    const page = await (await worker.open(path)).text();
    expect(page).toContain('data-closing="withdrawn"');
    expect(page).toContain(`href="${base}/cases/${last.named.caseNumber}"`);
    expect(page).not.toContain('name="to"');
    const decided = await worker.post(`${path}/changes`, { form: { to: 'in-review', revision: '2' } });
    expect(decided.status).toBe(409);
    expect((await read(app, first.named.caseNumber))?.case.state).toBe('withdrawn');
  });

  it('refuses a decision that was made upon the page from before', async () => {
    const { app, signer, first } = await setUp();
    const worker = await openDesk(app);
    await sendSound(signer, { amends: first.named });
    const path = `${base}/cases/${first.named.caseNumber}`;
    expect((await worker.post(`${path}/changes`, { form: { to: 'in-review', revision: '1' } })).status).toBe(409);
  });

  it('shows the chain, which of it is current, and what was changed', async () => {
    const { app, signer, first } = await setUp();
    const worker = await openDesk(app);
    const second = await sendSound(signer, { amends: first.named, answers: answersOf({ income: '5' }) });
    const page = await (await worker.open(`${base}/cases/${second.named.caseNumber}?lang=en`)).text();
    const chain = [...page.matchAll(/data-chain="([^"]+)".*?data-state="([^"]+)"/gs)].map(([, number, state]) => [number, state]);
    expect(chain).toEqual([
      [first.named.caseNumber, 'amended'],
      [second.named.caseNumber, 'received'],
    ]);
    const [, changes = ''] = /data-changes>(.*?)<\/section>/s.exec(page) ?? [];
    expect(changes.match(/<tr>/g)).toHaveLength(2);
    expect(changes).toMatch(/income.*1,200,000,000.*<bdi dir="ltr">5<\/bdi>/s);
    expect(page).toContain('name="to"');
  });

  it('shows the rest of the chain where the amended case was erased', async () => {
    const { app, signer, first } = await setUp();
    const worker = await openDesk(app);
    const second = await sendSound(signer, { amends: first.named });
    await app.deps.store.erasures.erase({ agency: 'tax', caseNumber: first.named.caseNumber }, { id: 'e', at: app.clock.now, actor: null });
    const page = await worker.open(`${base}/cases/${second.named.caseNumber}`);
    expect([page.status, (await page.text()).includes('data-changes')]).toEqual([200, false]);
  });
});
