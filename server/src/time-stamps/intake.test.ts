import { encodeBase64Url } from '@daricheh/shared/encoding';
import {
  type FlattenedJws,
  openReceipt,
  readComponents,
  submissionAnswer,
  submissionEvidence,
  verifySignatureTimeStamp,
} from '@daricheh/shared/submission';
import { createTimeStampPorts, sha256, verifyP256 } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { text } from '../caseworker/text.ts';
import { createTestApp, originOf, startOfTests, type TestApp, type TestAppOptions, timeStampsOfRegistry } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { keepTimeStamps } from './keep-time-stamps.ts';
import { stampSignature } from './stamp-signature.ts';

const stampSteps = ['time-stamp', 'time-stamp-independent'];

/** The tax agency, whose signatures the registry stamps, and a citizen who has submitted a form to it. */
async function createIntake(options: TestAppOptions = { timeStampsFrom: timeStampsOfRegistry }, before?: (app: TestApp) => void) {
  const app = await createTestApp(options);
  const signer = await createTestSigner(app);
  expect((await signer.submit(await signer.sign(), 'so-that-the-list-is-known')).status).toBe(201);
  before?.(app);
  const envelope = await signer.sign();
  const response = await signer.submit(envelope);
  expect(response.status).toBe(201);
  const answer = submissionAnswer.parse(await response.json());
  const verifyChain = createChainVerifier({ anchors: [app.authority.root.der], verifyP256 });
  const ports = { verifyChain, verifyP256, sha256, ...createTimeStampPorts([app.authority.root.der]) };
  const manifestHash = encodeBase64Url(await sha256(new Uint8Array(Buffer.from(envelope.jws.payload, 'base64url'))));
  const expected = { origin: originOf('tax'), certificateHashes: null, at: app.clock.now, manifestHash };
  const { report } = await openReceipt(answer.receipt, expected, ports);
  const path = new URL(answer.caseUri).pathname;
  const [agency] = app.deps.agencies;
  return {
    ...{ app, answer, envelope, ports, path, signer },
    report: report.filter(({ step }) => stampSteps.includes(step)),
    readEvidence: async (token = answer.caseToken) =>
      app.send('tax', `${path}/evidence`, { headers: { authorization: `Bearer ${token}` } }),
    stampLate: () => keepTimeStamps(agency ?? { id: '', timeStampsFrom: null }, { ...app.deps, ...app.trust }),
    readHistory: async () => {
      const worker = createTestCaseworker(app, 'tax');
      await worker.enrol();
      return (await worker.open(`/daricheh/caseworker/cases/${path.split('/').at(-1)}?lang=en`)).text();
    },
  };
}

describe('a signature that comes to an agency with a time-stamp authority', () => {
  it('is stamped: the citizen gets it with the receipt, which says whose clock it was', async () => {
    const { answer, envelope, ports, report } = await createIntake();
    if (answer.header === undefined) throw new Error('not stamped');
    const { at, path } = await verifySignatureTimeStamp(envelope.jws, answer.header, ports);
    expect([at, path[0].extensions.subjectAltName?.uris]).toEqual([startOfTests, [originOf('civil-registry')]]);
    expect(report).toEqual(stampSteps.map((step) => ({ step, holds: true })));
    expect(readComponents(answer.header).map(({ component }) => component)).toEqual([
      { sigTst: { tstTokens: [{ val: expect.stringMatching(/^MI[A-Za-z0-9+/]+=*$/) }] } },
    ]);
  });

  it('has both kept by the agency, with the status list of that time, for who holds the case’s token', async () => {
    const { answer, readEvidence } = await createIntake();
    const { header, statusToken } = submissionEvidence.parse(await (await readEvidence()).json());
    expect(header).toEqual(answer.header);
    expect(JSON.parse(Buffer.from(statusToken?.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: `${originOf('civil-registry')}/daricheh/status-lists/1`,
    });
    expect((await readEvidence('another')).status).toBe(404);
  });

  it('is answered the same again when it is sent again', async () => {
    const { answer, envelope, signer } = await createIntake();
    const again = await signer.submit(envelope);
    expect([again.status, await again.json()]).toEqual([200, answer]);
  });

  it('belongs to no other signature, and to no time after the signer’s certificate', async () => {
    const { answer, envelope, ports, signer } = await createIntake();
    const header = answer.header ?? { etsiU: [] };
    const check = (jws: FlattenedJws) => verifySignatureTimeStamp(jws, header, ports);
    await expect(check((await signer.sign()).jws)).rejects.toMatchObject({ code: 'time_stamp_invalid', facts: { what: 'imprint' } });
    const later = { ...JSON.parse(Buffer.from(envelope.jws.protected, 'base64url').toString()), iat: startOfTests.getTime() / 1000 + 301 };
    const protectedLater = Buffer.from(JSON.stringify(later)).toString('base64url');
    await expect(check({ ...envelope.jws, protected: protectedLater })).rejects.toMatchObject({ facts: { what: 'iat' } });
    const verifyChain = createChainVerifier({ anchors: [], verifyP256 });
    await expect(verifySignatureTimeStamp(envelope.jws, header, { ...ports, verifyChain })).rejects.toMatchObject({
      code: 'time_stamp_invalid',
    });
  });
});

it('an authority that is the agency’s own is said to be', async () => {
  const { app, envelope } = await createIntake();
  const own = { origin: originOf('civil-registry'), timeStampsFrom: timeStampsOfRegistry };
  const { report } = await stampSignature(own, envelope.jws, { ...app.deps, ...app.trust });
  expect(report).toEqual([
    { step: 'time-stamp', holds: true },
    { step: 'time-stamp-independent', holds: false },
  ]);
});

describe('a signature whose authority does not answer', () => {
  const createLate = () =>
    createIntake(undefined, (app) => {
      app.registry.isAway = true;
    });

  it('is taken all the same, and the receipt says that the stamp has not come', async () => {
    const { answer, report, readEvidence, app } = await createLate();
    expect([answer.header, report]).toEqual([undefined, [{ step: 'time-stamp', holds: false }]]);
    expect(await (await readEvidence()).json()).toMatchObject({ header: null });
    expect(app.logged).toContainEqual(expect.objectContaining({ event: 'time stamp late', reason: 'remote' }));
  });

  it('is stamped once the authority is back, and the case says so', async () => {
    const { app, envelope, ports, readEvidence, readHistory, stampLate } = await createLate();
    await stampLate();
    app.clock.now = new Date(startOfTests.getTime() + 60_000);
    await stampLate();
    app.registry.isAway = false;
    app.clock.now = new Date(startOfTests.getTime() + 119_000);
    await stampLate();
    expect(await (await readEvidence()).json()).toMatchObject({ header: null });
    app.clock.now = new Date(startOfTests.getTime() + 180_000);
    await stampLate();
    const { header } = submissionEvidence.parse(await (await readEvidence()).json());
    if (header === null) throw new Error('not stamped');
    expect((await verifySignatureTimeStamp(envelope.jws, header, ports)).at).toEqual(app.clock.now);
    const shown = await readHistory();
    expect(shown).toContain(text.en.events['time-stamped']);
    expect(shown).toContain(text.en.missing['time-stamp']);
  });
});

it('a signature that comes to an agency without an authority is taken as it is', async () => {
  const { answer, report, readEvidence, stampLate } = await createIntake({});
  await stampLate();
  expect([answer.header, report]).toEqual([undefined, []]);
  expect(await (await readEvidence()).json()).toMatchObject({ header: null });
});

it.each([
  ['a page', { status: 200, contentType: 'text/html', body: new TextEncoder().encode('<html>') }],
  ['an error', { status: 503, contentType: 'application/timestamp-reply', body: new Uint8Array() }],
  ['something else', { status: 200, contentType: 'application/timestamp-reply', body: new TextEncoder().encode('x') }],
])('an authority that answers with %s is one that does not answer', async (_what, answered) => {
  const { report } = await createIntake({ timeStampsFrom: timeStampsOfRegistry }, (app) => {
    Object.assign(app.deps, { fetchBytes: async () => answered });
  });
  expect(report).toEqual([{ step: 'time-stamp', holds: false }]);
});
