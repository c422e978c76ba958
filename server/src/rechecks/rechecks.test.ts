import { caseStatus } from '@daricheh/shared/catalogue';
import { openReceipt, submissionAnswer } from '@daricheh/shared/submission';
import { sha256, verifyP256 } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { text } from '../caseworker/text.ts';
import { createTestApp, originOf, startOfTests, type TestApp } from '../testing/test-app.ts';
import { answerByApi, TestBrowser } from '../testing/test-browser.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { createTestWallet } from '../testing/test-wallet.ts';
import { createTrust } from '../trust/trust.ts';
import { recheckStatuses } from './recheck-statuses.ts';

const minute = 60_000;
/** Where the test's citizens have their place in the registry's list. */
const index = 7;

const after = (app: TestApp, ms: number): void => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};

/** A server that has read the registry's list, and then, ten minutes later, a registry that is away. */
async function createStaleWorld(lifetimeSeconds = 3600) {
  const app = await createTestApp();
  app.registry.lifetimeSeconds = lifetimeSeconds;
  const signer = await createTestSigner(app);
  expect((await signer.submit(await signer.sign(), 'read-the-list-once')).status).toBe(201);
  after(app, 10 * minute);
  app.registry.isAway = true;
  const submit = async () => signer.submit(await signer.sign());
  return { app, submit };
}

/** A submission that was taken on the last list, the caseworker who reads it, and the citizen who follows it. */
async function createFlagged() {
  const { app, submit } = await createStaleWorld();
  const response = await submit();
  expect(response.status).toBe(201);
  const answer = submissionAnswer.parse(await response.json());
  const path = new URL(answer.caseUri).pathname;
  const caseNumber = path.split('/').at(-1) ?? '';
  const worker = createTestCaseworker(app, 'tax');
  await worker.enrol();
  const page = `/daricheh/caseworker/cases/${caseNumber}`;
  return {
    ...{ app, worker, page, answer },
    recheck: (trust = app.trust) => recheckStatuses('tax', { ...app.deps, ...trust }),
    readCase: async () => (await app.deps.store.cases.read({ agency: 'tax', caseNumber }))?.case,
    readStatus: async () =>
      caseStatus.parse(await (await app.send('tax', path, { headers: { authorization: `Bearer ${answer.caseToken}` } })).json()),
    readPage: async (language: 'fa' | 'en') => (await worker.open(`${page}?lang=${language}`)).text(),
    readBadge: async () => {
      const list = await (await worker.open('/daricheh/caseworker?lang=fa')).text();
      const row = list.split('<tr ').find((one) => one.includes(`data-case="${caseNumber}"`));
      return /class="badge (\w+)">/.exec(row?.replace('badge state', '') ?? '')?.[1];
    },
  };
}

describe('C9: a submission whose signer’s status cannot be looked up', () => {
  it('is taken on the last list, flagged in its receipt and on the caseworker’s page', async () => {
    const { app, answer, readCase, readPage, readStatus } = await createFlagged();
    const verifyChain = createChainVerifier({ anchors: [app.authority.root.der], verifyP256 });
    const manifestHash = JSON.parse(Buffer.from(answer.receipt.split('.')[1] ?? '', 'base64url').toString()).manifestHash;
    const expected = { origin: originOf('tax'), certificateHashes: null, at: app.clock.now, manifestHash };
    const { report } = await openReceipt(answer.receipt, expected, { verifyChain, verifyP256, sha256 });
    expect(report.filter(({ holds }) => !holds)).toEqual([{ step: 'status-fresh', holds: false }]);
    expect(await readCase()).toMatchObject({ state: 'received', recheck: { state: 'waiting', takenAsOf: startOfTests, settled: null } });
    for (const language of ['fa', 'en'] as const) {
      const page = await readPage(language);
      expect(page).toContain('<p class="notice warn" data-recheck="waiting">');
      expect(page).not.toContain(text[language].verifiedLead);
    }
    expect(await readStatus()).toMatchObject({ state: 'received', nextAction: null });
  });

  it('is not flagged on a list that is fresh', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    await signer.submit(await signer.sign());
    const cases = await app.deps.store.cases.list({ agency: 'tax', states: ['received'], limit: 9 });
    expect(cases.map(({ recheck }) => recheck)).toEqual([null]);
  });

  it.each<[string, number, number, number]>([
    ['is taken a second before the last list ends', 3600, 3599, 201],
    ['is put off from when the last list ends', 3600, 3600, 503],
    ['is taken a second before the last list is a day old', 7 * 86_400, 86_399, 201],
    ['is put off once the last list is a day old, though it goes on for a week', 7 * 86_400, 86_400, 503],
  ])('%s', async (_what, lifetimeSeconds, ageSeconds, status) => {
    const { app, submit } = await createStaleWorld(lifetimeSeconds);
    app.clock.now = new Date(startOfTests.getTime() + ageSeconds * 1000);
    const response = await submit();
    expect(response.status).toBe(status);
    if (status !== 201) expect(await response.json()).toMatchObject({ code: 'status_list_unreachable' });
  });

  it('is put off where no list was ever read, and refused where the last one revokes', async () => {
    const fresh = await createTestApp();
    fresh.registry.isAway = true;
    const signer = await createTestSigner(fresh);
    expect((await signer.submit(await signer.sign())).status).toBe(503);
    const { app, submit } = await createStaleWorld();
    app.registry.isAway = false;
    app.revoked.push(index);
    expect((await submit()).status).toBe(422);
    app.registry.isAway = true;
    after(app, 10 * minute);
    expect(await (await submit()).json()).toMatchObject({ code: 'signature_invalid', facts: { reason: 'credential_revoked' } });
  });

  it('is taken while nobody gets in, who signs in with the same list', async () => {
    const { app, submit } = await createStaleWorld();
    const wallet = await createTestWallet(app, {
      open: { status: { status_list: { idx: index, uri: `${originOf('civil-registry')}/daricheh/status-lists/1` } } },
    });
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    expect((await browser.hand(asked, await answerByApi(wallet, asked))).body).toMatchObject({ code: 'status_list_unreachable' });
    expect((await submit()).status).toBe(201);
  });
});

describe('C9: a flagged submission', () => {
  it('is looked at again, later each time while the registry is away', async () => {
    const { app, recheck, readCase } = await createFlagged();
    const asked: number[] = [];
    const begin = app.clock.now.getTime();
    const watched = {
      ...app.trust,
      lookUpStatus: (...given: Parameters<typeof app.trust.lookUpStatus>) => {
        asked.push((app.clock.now.getTime() - begin) / minute);
        return app.trust.lookUpStatus(...given);
      },
    };
    for (let passed = 0; passed < 240; passed++) {
      await recheck(watched);
      after(app, minute);
    }
    expect(asked).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    expect(await readCase()).toMatchObject({ recheck: { state: 'waiting' } });
  });

  it('loses its flag once a newer list says valid', async () => {
    const { app, recheck, readCase, readPage, readBadge, readStatus } = await createFlagged();
    expect(await readBadge()).toBe('warn');
    app.registry.isAway = false;
    after(app, minute);
    await recheck();
    const settled = { at: app.clock.now, asOf: app.clock.now };
    expect(await readCase()).toMatchObject({
      state: 'received',
      revision: 1,
      recheck: { state: 'valid', takenAsOf: startOfTests, settled },
    });
    expect(await readStatus()).toMatchObject({ state: 'received', nextAction: null });
    for (const language of ['fa', 'en'] as const) {
      const page = await readPage(language);
      expect(page).toContain('<p class="notice good" data-recheck="valid">');
      expect(page).toContain(text[language].events['status-valid']);
    }
    expect(await readBadge()).toBe('good');
  });

  it.each(['revoked', 'suspended'] as const)(
    'is marked when a newer list says %s, and caseworker and citizen are told',
    async (verdict) => {
      const { app, recheck, readCase, readPage, readBadge, readStatus, worker, page } = await createFlagged();
      app.registry.isAway = false;
      (verdict === 'revoked' ? app.revoked : app.registry.suspended).push(index);
      after(app, minute);
      await recheck();
      expect(await readCase()).toMatchObject({ state: 'more-needed', recheck: { state: verdict, settled: { asOf: app.clock.now } } });
      const told = await readStatus();
      expect(told).toMatchObject({ state: 'more-needed', updatedAt: app.clock.now.toISOString() });
      expect(told.nextAction?.en).toMatch(verdict === 'revoked' ? /has been revoked/ : /is suspended/);
      for (const language of ['fa', 'en'] as const) {
        const shown = await readPage(language);
        expect(shown).toContain(`<p class="notice bad" data-recheck="${verdict}">`);
        expect(shown).toContain(text[language].events[`status-${verdict}`]);
        expect(shown).not.toContain(text[language].verifiedLead);
      }
      expect(await readBadge()).toBe('bad');
      // Whoever had the page open before decides on what they saw no more.
      expect((await worker.post(`${page}/changes`, { form: { to: 'in-review', revision: '1' } })).status).toBe(409);
      expect(app.logged).toContainEqual({ level: 'info', event: 'status rechecked', agency: 'tax', verdict });
    },
  );

  it('keeps its flag while the list that can be had is older than the submission', async () => {
    const { app, recheck, readCase } = await createFlagged();
    const old = await app.authority.issueStatuses(startOfTests, { revoked: [], ...app.registry });
    const fetchBytes = async () => ({ status: 200, contentType: 'application/statuslist+jwt', body: new TextEncoder().encode(old) });
    after(app, minute);
    await recheck(createTrust({ ...app.deps, fetchBytes }));
    expect(await readCase()).toMatchObject({ recheck: { state: 'waiting' } });
  });

  it('is looked at again by the server that starts after the one that took it', async () => {
    const { app, recheck, readCase } = await createFlagged();
    app.registry.isAway = false;
    after(app, 30 * 86_400_000);
    await recheck(createTrust(app.deps));
    expect(await readCase()).toMatchObject({ recheck: { state: 'valid' } });
  });

  it('is looked at by one of ten servers at a time', async () => {
    const { app, recheck, readCase } = await createFlagged();
    app.registry.isAway = false;
    app.revoked.push(index);
    after(app, minute);
    await Promise.all(Array.from({ length: 10 }, () => recheck(createTrust(app.deps))));
    expect(await readCase()).toMatchObject({ revision: 2, recheck: { state: 'revoked' } });
    expect(app.logged.filter(({ event }) => event === 'status rechecked')).toHaveLength(1);
  });

  it('waits for nobody twice in one round when its list cannot be had', async () => {
    const { app, submit } = await createStaleWorld();
    const signer = await createTestSigner(app);
    for (const key of ['first-submission', 'second-submission']) expect((await signer.submit(await signer.sign(), key)).status).toBe(201);
    expect((await submit()).status).toBe(201);
    after(app, minute);
    let fetched = 0;
    const fetchBytes = async () => {
      fetched++;
      throw new Error('away');
    };
    await recheckStatuses('tax', { ...app.deps, ...createTrust({ ...app.deps, fetchBytes }) });
    expect(fetched).toBe(1);
  });
});
