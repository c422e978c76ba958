import { checkConsistency, consistencyPath, logPage, logProof, openCheckpoint, verifyReceiptInLog } from '@daricheh/shared/log';
import { submissionAnswer } from '@daricheh/shared/submission';
import { sha256, verifyP256 } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { apiKeyOf, createTestApp, originOf, startOfTests, type TestApp } from '../testing/test-app.ts';
import { createTestSigner } from '../testing/test-signer.ts';

const expected = { origin: originOf('tax'), certificateHashes: null, at: startOfTests };
const portsOf = ({ authority }: TestApp) => ({
  ...{ verifyChain: createChainVerifier({ anchors: [authority.root.der], verifyP256 }), verifyP256, sha256 },
});

async function readCheckpoint(app: TestApp) {
  const { checkpoint } = (await (await app.send('tax', '/daricheh/log/checkpoint')).json()) as { checkpoint: string };
  return openCheckpoint(checkpoint, expected, portsOf(app));
}

/** A citizen submits; the answer is given with the token by which its proof is asked for. */
async function submit(app: TestApp) {
  const signer = await createTestSigner(app);
  return submissionAnswer.parse(await (await signer.submit(await signer.sign())).json());
}

const ask = (app: TestApp, { caseUri, caseToken }: { caseUri: string; caseToken: string }) =>
  app.send('tax', `${new URL(caseUri).pathname}/log-proof`, { headers: { authorization: `Bearer ${caseToken}` } });

/** Something that is logged, `count` times. */
async function handOver(app: TestApp, count: number): Promise<void> {
  const json = { formTitle: 'پروانه', answers: [{ label: 'نام', value: 'سارا' }] };
  for (let turn = 0; turn < count; turn++) {
    const headers = { authorization: `Bearer ${apiKeyOf('tax')}`, 'idempotency-key': `key-number-${turn}` };
    await app.send('tax', '/daricheh/plain-submissions', { json, headers });
  }
}

describe('the log of an agency', () => {
  it('E13: proves a receipt to whoever holds the case, offline from then on', async () => {
    const app = await createTestApp();
    const answer = await submit(app);
    const proof = logProof.parse(await (await ask(app, answer)).json());
    expect(await verifyReceiptInLog(answer.receipt, proof, expected, portsOf(app))).toEqual(await readCheckpoint(app));
  });

  it('E13: proves nothing by another server’s word', async () => {
    const [app, other] = [await createTestApp(), await createTestApp()];
    const answer = await submit(app);
    const proof = logProof.parse(await (await ask(app, answer)).json());
    await expect(verifyReceiptInLog(answer.receipt, proof, expected, portsOf(other))).rejects.toMatchObject({
      code: 'log_checkpoint_invalid',
    });
  });

  it('tells nobody else, and nothing where there is no receipt', async () => {
    const app = await createTestApp();
    const answer = await submit(app);
    expect((await ask(app, { ...answer, caseToken: 'another' })).status).toBe(404);
    expect((await app.send('tax', `${new URL(answer.caseUri).pathname}/log-proof`)).status).toBe(404);
    expect((await app.send('passport', `${new URL(answer.caseUri).pathname}/log-proof`)).status).toBe(404);
  });

  it('E11: shows that it only grew', async () => {
    const app = await createTestApp();
    await handOver(app, 3);
    const from = await readCheckpoint(app);
    await handOver(app, 7);
    const to = await readCheckpoint(app);
    const answer = await app.send('tax', `/daricheh/log/consistency?from=${from.size}&to=${to.size}`);
    const { path } = consistencyPath.parse(await answer.json());
    await expect(checkConsistency({ from, to, path }, sha256)).resolves.toBeUndefined();
    await expect(checkConsistency({ from: { ...from, root: to.root }, to, path }, sha256)).rejects.toMatchObject({
      code: 'log_inconsistent',
    });
  });

  it('gives anyone its entries, which say nothing of anybody', async () => {
    const app = await createTestApp();
    const answer = await submit(app);
    const text = await (await app.send('tax', '/daricheh/log/entries?start=0')).text();
    const { entries } = logPage.parse(JSON.parse(text));
    expect(entries.map(({ index, kind }) => [index, kind])).toEqual([
      [0, 'submission'],
      [1, 'receipt'],
    ]);
    const { caseNumber } = { caseNumber: answer.caseUri.split('/').at(-1) ?? '' };
    expect(text).not.toContain(caseNumber);
    expect(text).not.toContain('salt');
    expect(logPage.parse(await (await app.send('tax', '/daricheh/log/entries?start=1')).json()).entries).toEqual(entries.slice(1));
    expect(logPage.parse(await (await app.send('passport', '/daricheh/log/entries?start=0')).json()).entries).toEqual([]);
  });

  it('serves one checkpoint for a minute while nothing is added, and then says that it still stands', async () => {
    const app = await createTestApp();
    const [first, second] = [await readCheckpoint(app), await readCheckpoint(app)];
    expect([first.size, second]).toEqual([0, first]);
    app.clock.now = new Date(startOfTests.getTime() + 60_000);
    expect(await readCheckpoint(app)).toEqual({ ...first, issuedAt: app.clock.now.toISOString() });
  });

  it('holds the administrator’s acts', async () => {
    const app = await createTestApp();
    await app.send('tax', '/daricheh/caseworker/enrolment-codes', {
      method: 'POST',
      json: {},
      headers: { authorization: `Bearer ${apiKeyOf('tax')}` },
    });
    const { entries } = logPage.parse(await (await app.send('tax', '/daricheh/log/entries?start=0')).json());
    expect(entries.map(({ kind }) => kind)).toEqual(['act']);
  });

  it.each([
    ['inclusion?index=0', 'size'],
    ['inclusion?index=2&size=2', 'index'],
    ['inclusion?index=-1&size=2', 'index'],
    ['inclusion?index=0&size=99', 'size'],
    ['consistency?from=2&to=1', 'from'],
    ['consistency?from=0&to=1e0', 'to'],
    ['consistency?from=0&to=99', 'size'],
    ['entries', 'start'],
    ['entries?start=01', 'start'],
    ['entries?start=9999999999999999', 'start'],
  ])('answers %s with what is wrong with it', async (query, what) => {
    const app = await createTestApp();
    await handOver(app, 2);
    const answer = await app.send('tax', `/daricheh/log/${query}`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'malformed_request', facts: { what } }]);
  });
});
