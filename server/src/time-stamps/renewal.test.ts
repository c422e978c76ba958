import { inflateZlib } from '@daricheh/shared/credential';
import { readComponents, submissionAnswer, submissionEvidence, verifyLongTerm } from '@daricheh/shared/submission';
import {
  createTestTimeStampCertificate,
  createTimeStampPorts,
  describeTestAuthority,
  randomBytes,
  sha256,
  verifyP256,
} from '@daricheh/shared/testing';
import { timeStampReplyType } from '@daricheh/shared/timestamp';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { text } from '../caseworker/text.ts';
import type { FetchBytes } from '../http/fetch-bytes.ts';
import { createTestApp, startOfTests, type TestApp, timeStampsOfRegistry } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { answerQuery } from './answer-query.ts';
import { keepTimeStamps } from './keep-time-stamps.ts';

const day = 86_400_000;
const after = (years: number, days = 0): Date => {
  const at = new Date(startOfTests.getTime() + days * day);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at;
};

/** Whoever asks the registry for the time from now on is answered by an authority whose certificate ends then. */
async function replaceClock({ authority, clock, deps, registry }: TestApp, notAfter: Date): Promise<void> {
  const certificate = await createTestTimeStampCertificate(authority.root, { notBefore: new Date(clock.now.getTime() - day), notAfter });
  const ask: FetchBytes = deps.fetchBytes;
  const fetchBytes: FetchBytes = async (url, options) => {
    if (url !== timeStampsOfRegistry || options.post === undefined || registry.isAway) return ask(url, options);
    const now = () => clock.now;
    const body = await answerQuery(options.post.body, describeTestAuthority(certificate), { now, randomBytes, sha256 });
    return { status: 200, contentType: timeStampReplyType, body };
  };
  Object.assign(deps, { fetchBytes });
}

/** A submission to the tax agency, `stamped` at once or while the authority was away. */
async function createSubmission({ isAway = false } = {}) {
  const app = await createTestApp({ timeStampsFrom: timeStampsOfRegistry });
  await replaceClock(app, after(4));
  const signer = await createTestSigner(app);
  expect((await signer.submit(await signer.sign(), 'so-that-the-list-is-known')).status).toBe(201);
  app.registry.isAway = isAway;
  const envelope = await signer.sign();
  const answer = submissionAnswer.parse(await (await signer.submit(envelope)).json());
  const path = new URL(answer.caseUri).pathname;
  const [agency] = app.deps.agencies;
  const readEvidence = async () => {
    const response = await app.send('tax', `${path}/evidence`, { headers: { authorization: `Bearer ${answer.caseToken}` } });
    return submissionEvidence.parse(await response.json());
  };
  const anchors = [app.authority.root.der];
  const ports = {
    ...createTimeStampPorts(anchors),
    verifyChain: createChainVerifier({ anchors, verifyP256 }),
    verifyP256,
    inflate: inflateZlib,
  };
  return {
    ...{ app, readEvidence },
    /** Runs the job at that time, as if the process had slept until then. */
    keep: async (at: Date) => {
      app.clock.now = at;
      await keepTimeStamps(agency ?? { id: '', timeStampsFrom: null }, { ...app.deps, ...app.trust });
    },
    listKinds: async () => readComponents((await readEvidence()).header ?? { etsiU: [] }).map(({ component }) => Object.keys(component)[0]),
    prove: async (at: Date) => verifyLongTerm({ envelope, ...(await readEvidence()) }, ports, at),
    readHistory: async () => {
      const worker = createTestCaseworker(app, 'tax');
      await worker.enrol();
      return (await worker.open(`/daricheh/caseworker/cases/${path.split('/').at(-1)}?lang=en`)).text();
    },
  };
}

describe('a time stamp of an agency’s signatures', () => {
  it('is renewed before its authority ends, and again before the next does, so that ten years on it is proven', async () => {
    const { app, keep, listKinds, prove } = await createSubmission();
    expect((await prove(after(10))).kind).toBe('cannot-be-proven');
    await keep(after(3));
    expect(await listKinds()).toEqual(['sigTst']);
    for (const years of [4, 8]) {
      await replaceClock(app, after(years + 4));
      await keep(after(years, -80));
    }
    expect(await listKinds()).toEqual(['sigTst', 'xVals', 'rVals', 'envelopeHash', 'arcTst', 'arcTst']);
    expect(await prove(after(10))).toMatchObject({ kind: 'proven', at: startOfTests, status: 'valid', stamps: { length: 3 } });
    expect((await prove(after(13))).kind).toBe('cannot-be-proven');
    // Each twice: the submission that came before was renewed beside it.
    expect(app.logged.filter(({ event }) => event === 'time stamp renewed')).toHaveLength(4);
  });

  it('is left while the authority has the same certificate still, and looked at again before that ends', async () => {
    const { app, keep, listKinds } = await createSubmission();
    await keep(after(4, -60));
    expect(await listKinds()).toEqual(['sigTst']);
    await replaceClock(app, after(8));
    await keep(after(4, -45));
    expect(await listKinds()).toEqual(['sigTst']);
    await keep(after(4, -29));
    expect((await listKinds()).at(-1)).toBe('arcTst');
  });

  it('is renewed later when the authority does not answer', async () => {
    const { app, keep, listKinds } = await createSubmission();
    app.registry.isAway = true;
    await keep(after(4, -80));
    expect(await listKinds()).toEqual(['sigTst']);
    app.registry.isAway = false;
    await replaceClock(app, after(8));
    await keep(new Date(after(4, -80).getTime() + 120_000));
    expect((await listKinds()).at(-1)).toBe('arcTst');
  });

  it('is given up where its time is over, and the case says so', async () => {
    const { app, keep, listKinds, readHistory } = await createSubmission();
    await replaceClock(app, after(9));
    await keep(after(5));
    expect(await listKinds()).toEqual(['sigTst']);
    expect(app.logged).toContainEqual(expect.objectContaining({ level: 'warn', event: 'time stamp unprovable' }));
    expect(await readHistory()).toContain(text.en.events['time-stamp-unprovable']);
  });
});

describe('a time stamp that comes late', () => {
  it('is kept with the status list of that time, where the list of before is out of force', async () => {
    const { app, keep, prove, readEvidence } = await createSubmission({ isAway: true });
    const before = (await readEvidence()).statusToken;
    app.registry.isAway = false;
    await keep(after(0, 2));
    expect((await readEvidence()).statusToken).not.toBe(before);
    expect(await prove(after(1))).toMatchObject({ kind: 'proven', at: after(0, 2), status: 'valid' });
  });

  it.each([
    ['the signer’s certificate was over by then', (_app: TestApp) => after(0, 60)],
    [
      'the signer’s credential was revoked by then',
      (app: TestApp) => {
        app.revoked.push(7);
        return after(0, 2);
      },
    ],
  ])('is not kept where %s, and the case says so', async (_what, prepare) => {
    const { app, keep, listKinds, readEvidence, readHistory } = await createSubmission({ isAway: true });
    const at = prepare(app);
    app.registry.isAway = false;
    await keep(at);
    expect((await readEvidence()).header).toBeNull();
    expect(await readHistory()).toContain(text.en.events['time-stamp-unprovable']);
    await keep(after(0, 90));
    await expect(listKinds()).rejects.toThrow();
  });

  it('waits for the status list, where that cannot be had', async () => {
    const { app, keep, readEvidence } = await createSubmission({ isAway: true });
    const { lookUpStatus } = app.trust;
    app.registry.isAway = false;
    Object.assign(app.trust, {
      lookUpStatus: () =>
        lookUpStatus({ uri: 'https://elsewhere.example/1', index: 1 }, { issuer: 'https://registry.example', whenUnreachable: 'refuse' }),
    });
    await keep(after(0, 2));
    expect((await readEvidence()).header).toBeNull();
    Object.assign(app.trust, { lookUpStatus });
    await keep(after(0, 3));
    expect((await readEvidence()).header).not.toBeNull();
  });
});
