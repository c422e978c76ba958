import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../storage/open-store.ts';
import type { CaseRecord, Store } from '../storage/store.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let folder: string;
let database: string;
let server: TestServer;
const hourAgo = new Date(Date.now() - 3_600_000);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daricheh-rechecks-'));
  database = join(folder, 'server.sqlite');
  server = await createTestServer();
});
afterAll(async () => {
  await server.stop('SIGKILL');
  await server.removeFiles();
  await rm(folder, { recursive: true });
});

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ database, now: () => new Date() });
  const result = await use(store);
  await store.close();
  return result;
}

/** A signer's place in the registry's list, and a submission of theirs that was flagged before the server ended. */
async function leaveFlagged(store: Store, caseNumber: string, index: number): Promise<void> {
  const issuer = server.originOf('civil-registry');
  const place = { agency: 'civil-registry', list: 1, index, offerId: caseNumber, configuration: 'signing' };
  await store.issued.claim({ ...place, expiresAt: new Date(Date.now() + 86_400_000) });
  const title = { fa: 'فرم', en: 'Form' };
  await store.submissions.record({
    case: { agency: 'tax', caseNumber, formId: null, title, isSigned: true, receivedAt: hourAgo, dueAt: new Date() },
    tokenHash: null,
    submission: { id: caseNumber, receivedAt: hourAgo, manifestHash: null, body: '{}', receipt: null },
    request: null,
    idempotency: null,
    eventId: caseNumber,
    recheck: { issuer, uri: `${issuer}/daricheh/status-lists/1`, index, takenAsOf: hourAgo, dueAt: hourAgo },
    evidence: null,
    attachments: [],
  });
}

const readCase = (store: Store, caseNumber: string): Promise<CaseRecord | undefined> =>
  store.cases.read({ agency: 'tax', caseNumber }).then((file) => file?.case);

it('C9: a server that starts looks again at what was flagged before it ended, over a socket', async () => {
  await withStore(async (store) => {
    await leaveFlagged(store, 'VALID', 7);
    await leaveFlagged(store, 'REVOKED', 8);
    await store.issued.setStatus({ agency: 'civil-registry', offerId: 'REVOKED' }, 1);
  });
  await server.start(database);
  await expect.poll(() => server.readLog().match(/"event":"status rechecked"/g)?.length, { timeout: 30_000 }).toBe(2);
  expect(await server.stop('SIGTERM')).toBe(0);
  const cases = await withStore((store) => Promise.all(['VALID', 'REVOKED'].map((number) => readCase(store, number))));
  expect(cases.map((record) => [record?.state, record?.recheck?.state])).toEqual([
    ['received', 'valid'],
    ['more-needed', 'revoked'],
  ]);
});
