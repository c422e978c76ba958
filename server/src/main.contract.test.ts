import { submissionAnswer } from '@daricheh/shared/submission';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningPostgres, startPostgres } from './storage/testing/start-postgres.ts';
import { openStatusList } from './testing/open-status-list.ts';
import { apiKeyOf } from './testing/test-app.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';
import { createTestSigner } from './testing/test-signer.ts';

let postgres: RunningPostgres;
let server: TestServer;
let database: string;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await postgres.createDatabase();
  await openStatusList(database);
  server = await createTestServer();
  await server.start(database);
});
afterAll(async () => {
  await server.stop('SIGKILL');
  await server.removeFiles();
  await postgres.stop();
});

it('E1: what was acknowledged is there after the process was killed, and once', async () => {
  const clock = { now: new Date() };
  const signer = await createTestSigner({ ...server, clock, origin: server.originOf('tax') });
  const envelope = await signer.sign();
  const first = await signer.submit(envelope);
  const answer = submissionAnswer.parse(await first.json());
  expect(first.status).toBe(201);
  await server.stop('SIGKILL');
  await server.start(database);
  const again = await signer.submit(envelope);
  expect([again.status, await again.json()]).toEqual([200, answer]);
  const headers = { authorization: `Bearer ${answer.caseToken}` };
  const status = await server.send('tax', new URL(answer.caseUri).pathname, { headers });
  expect(await status.json()).toMatchObject({ state: 'received', title: { en: 'Yearly return' } });
  const replayed = await signer.submit(envelope, 'another-key');
  expect([replayed.status, await replayed.json()]).toEqual([422, expect.objectContaining({ code: 'submission_request_unknown' })]);
});

it('E16: a NUL in an address or a body finds nothing, and is no fault of ours', async () => {
  const answers = await Promise.all([
    server.send('tax', '/daricheh/cases/%00', { headers: { authorization: 'Bearer x' } }),
    server.send('tax', '/daricheh/verifier/requests/%00/object'),
    server.send('tax', '/daricheh/verifier/requests/%00/direct-post', { form: { response: 'x' } }),
    server.send('civil-registry', '/daricheh/issuer/statuses', {
      json: { offerId: 'a\u0000b', status: 'valid' },
      headers: { authorization: `Bearer ${apiKeyOf('civil-registry')}` },
    }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { code: string }).code));
  expect(new Set(codes)).toEqual(new Set(['malformed_request']));
});

it('F9: ends when it is asked to, with 0', async () => {
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(server.readLog()).not.toMatch(/"level":"error"|999000001|1200000000/);
});
