import { caseStatus } from '@daricheh/shared/catalogue';
import { submissionAnswer } from '@daricheh/shared/submission';
import { describe, expect, it } from 'vitest';
import { erasureText } from '../caseworker/erasure-text.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { eraseOverdue } from './erase-overdue.ts';

const dayMs = 86_400_000;
const reason = 'قانون مالیات نگه داشتن پرونده را تا ۱۴۱۵ می‌خواهد';

/** A signed submission, the citizen who follows it, and a caseworker. */
async function openCase() {
  const app = await createTestApp();
  const signer = await createTestSigner(app);
  const envelope = await signer.sign();
  const response = await signer.submit(envelope, 'the-only-key');
  const { caseUri, caseToken } = submissionAnswer.parse(await response.json());
  const path = new URL(caseUri).pathname;
  const caseNumber = path.split('/').at(-1) ?? '';
  const worker = createTestCaseworker(app, 'tax');
  await worker.enrol();
  const headers = { authorization: `Bearer ${caseToken}` };
  const page = `/daricheh/caseworker/cases/${caseNumber}`;
  return {
    ...{ app, signer, envelope, worker, path, page, caseNumber },
    ask: (given: Record<string, string> = headers) => app.send('tax', `${path}/erasure`, { json: {}, headers: given }),
    follow: async () => caseStatus.parse(await (await app.send('tax', path, { headers })).json()),
    readOwn: (below: string) => app.send('tax', `${path}/${below}`, { headers }),
    decide: (form: Record<string, string>) => worker.post(`${page}/erasure`, { form }),
    open: async (query = '') => (await worker.open(`${page}${query}`)).text(),
  };
}

const readRequests = async (app: TestApp) =>
  (await app.deps.store.cases.listErasureRequests({ agency: 'tax', limit: 9 })).map(({ caseNumber }) => caseNumber);

describe('a citizen', () => {
  it('asks to have a case erased, as often as they like, and is told that it waits', async () => {
    const { app, ask, follow, caseNumber } = await openCase();
    expect((await follow()).erasure).toBeUndefined();
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.status]).toEqual([200, 200]);
    const waiting = { state: 'requested', at: app.clock.now.toISOString() };
    expect([caseStatus.parse(await first.json()).erasure, (await follow()).erasure]).toEqual([waiting, waiting]);
    expect(await readRequests(app)).toEqual([caseNumber]);
  });

  it('E10: asks for nothing without the token, with another’s, or at another agency', async () => {
    const { app, ask, path } = await openCase();
    const other = await openCase();
    expect((await ask({})).status).toBe(404);
    expect((await ask({ authorization: 'Bearer another' })).status).toBe(404);
    expect((await app.send('passport', `${path}/erasure`, { json: {}, headers: { authorization: 'Bearer x' } })).status).toBe(404);
    expect((await other.app.send('tax', `${path}/erasure`, { json: {} })).status).toBe(404);
    expect(await readRequests(app)).toEqual([]);
  });

  it('is told why it was refused, and may ask again', async () => {
    const { app, ask, follow, decide, open } = await openCase();
    await ask();
    expect((await decide({ to: 'refuse', reason })).status).toBe(303);
    expect((await follow()).erasure).toEqual({ state: 'refused', at: app.clock.now.toISOString(), reason });
    expect(await open()).toContain(reason);
    await ask();
    expect((await follow()).erasure).toMatchObject({ state: 'requested' });
  });

  it('sees that it was erased, and finds nothing of it any more', async () => {
    const { app, ask, follow, decide, readOwn, signer, envelope } = await openCase();
    const before = await app.deps.store.log.readHead('tax');
    expect((await readOwn('log-proof')).status).toBe(200);
    await ask();
    await decide({ to: 'erase' });
    expect((await follow()).erasure).toEqual({ state: 'erased', at: app.clock.now.toISOString() });
    expect([(await readOwn('log-proof')).status, (await readOwn('evidence')).status]).toEqual([404, 404]);
    expect((await ask()).status).toBe(200);
    expect((await follow()).erasure).toMatchObject({ state: 'erased' });
    expect((await app.deps.store.log.readHead('tax')).size).toBe(before.size + 2);
    // The key is forgotten with its answer; the request that was signed counts once all the same.
    const again = await signer.submit(envelope, 'the-only-key');
    expect([again.status, await again.json()]).toMatchObject([422, { code: 'submission_request_unknown' }]);
  });
});

describe('a caseworker', () => {
  it.each(['fa', 'en'] as const)('sees what is asked, what would go, and that it is gone (%s)', async (language) => {
    const { ask, decide, open, worker, caseNumber } = await openCase();
    const words = erasureText[language];
    const list = async () => (await worker.open(`/daricheh/caseworker?show=erasure&lang=${language}`)).text();
    expect([await list(), await open(`?lang=${language}`)]).toEqual([
      expect.stringContaining(words.none),
      expect.not.stringContaining(words.heading),
    ]);
    await ask();
    expect(await list()).toContain(`data-case="${caseNumber}"`);
    expect(await open(`?lang=${language}`)).toContain(words.heading);
    expect(await open(`/erasure?lang=${language}`)).toContain(words.confirmLead);
    expect((await decide({ to: 'erase' })).status).toBe(303);
    expect(await open(`?lang=${language}`)).toContain('data-erasure="erased"');
    for (const show of ['in-hand', 'decided', 'erasure']) {
      expect(await (await worker.open(`/daricheh/caseworker?show=${show}`)).text()).not.toContain(`data-case="${caseNumber}"`);
    }
  });

  it('decides nothing that nobody asked for, twice, without a reason, or from elsewhere', async () => {
    const { app, ask, decide, worker, page, follow } = await openCase();
    expect([(await decide({ to: 'erase' })).status, (await worker.open(`${page}/erasure`)).status]).toEqual([409, 409]);
    await ask();
    expect([(await decide({ to: 'refuse' })).status, (await decide({ to: 'eat' })).status]).toEqual([400, 400]);
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await worker.post(`${page}/erasure`, { form: { to: 'erase' }, headers: elsewhere })).status).toBe(403);
    expect((await app.send('tax', `${page}/erasure`, { form: { to: 'erase' } })).status).not.toBe(303);
    expect((await follow()).erasure).toMatchObject({ state: 'requested' });
    await decide({ to: 'refuse', reason });
    expect((await decide({ to: 'erase' })).status).toBe(409);
  });

  it('E10: erases nothing of another agency’s', async () => {
    const { app, ask, page, follow } = await openCase();
    await ask();
    const foreign = createTestCaseworker(app, 'passport');
    await foreign.enrol();
    expect([
      (await foreign.open(`${page}/erasure`)).status,
      (await foreign.post(`${page}/erasure`, { form: { to: 'erase' } })).status,
    ]).toEqual([404, 404]);
    expect((await follow()).erasure).toMatchObject({ state: 'requested' });
  });

  it('E14: leaves neither reason nor case in the server’s own log', async () => {
    const { app, ask, decide, caseNumber } = await openCase();
    await ask();
    await decide({ to: 'refuse', reason });
    await ask();
    await decide({ to: 'erase' });
    const logged = JSON.stringify(app.logged);
    expect([logged.includes(reason), logged.includes(caseNumber)]).toEqual([false, false]);
    expect(app.logged.map(({ event }) => event)).toEqual(expect.arrayContaining(['erasure requested', 'case erased']));
  });
});

describe('a case whose time is over', () => {
  /** The test form is kept for ten years. */
  async function passTenYears({ app, worker, page }: Awaited<ReturnType<typeof openCase>>, days: number): Promise<void> {
    for (const [to, revision] of [
      ['in-review', '1'],
      ['approved', '2'],
    ] as const) {
      await worker.post(`${page}/changes`, { form: { to, revision } });
    }
    app.clock.now = new Date(app.clock.now.getTime() + days * dayMs);
  }

  it('is erased by itself where the agency wants that, and not a day before', async () => {
    const opened = await openCase();
    await passTenYears(opened, 3649);
    const { app, caseNumber } = opened;
    const read = async () => (await app.deps.store.cases.read({ agency: 'tax', caseNumber }))?.case.erasedAt;
    await eraseOverdue({ id: 'tax', erasesAfterRetention: true }, app.deps);
    expect(await read()).toBeNull();
    app.clock.now = new Date(app.clock.now.getTime() + dayMs);
    await eraseOverdue({ id: 'tax', erasesAfterRetention: false }, app.deps);
    await eraseOverdue({ id: 'passport', erasesAfterRetention: true }, app.deps);
    expect(await read()).toBeNull();
    await eraseOverdue({ id: 'tax', erasesAfterRetention: true }, app.deps);
    expect(await read()).toEqual(app.clock.now);
  });
});
