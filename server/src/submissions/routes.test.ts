import { caseStatus } from '@daricheh/shared/catalogue';
import { openReceipt, submissionAnswer, submissionSteps } from '@daricheh/shared/submission';
import { answerTestForm, describeTestForm, sha256, verifyP256 } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { apiKeyOf, createTestApp, originOf, startOfTests, type TestApp } from '../testing/test-app.ts';
import { createTestSigner } from '../testing/test-signer.ts';

const states = ['received', 'in-review', 'more-needed', 'approved', 'refused'] as const;
const listCases = ({ deps }: TestApp) => deps.store.cases.list({ agency: 'tax', states, limit: 100 });

async function readProblem(response: Response) {
  const { code, facts } = (await response.json()) as { code: string; facts: object };
  return { status: response.status, code, ...facts };
}

describe('a signed submission', () => {
  it('is answered with a receipt under the agency’s seal and a token for the case', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const envelope = await signer.sign();
    const response = await signer.submit(envelope);
    expect(response.status).toBe(201);
    const answer = submissionAnswer.parse(await response.json());
    const [record] = await listCases(app);
    if (record === undefined) throw new Error('no case');
    const manifestHash = Buffer.from(await sha256(new Uint8Array(Buffer.from(envelope.jws.payload, 'base64url')))).toString('base64url');
    const verifyChain = createChainVerifier({ anchors: [app.authority.root.der], verifyP256 });
    const expected = { origin: originOf('tax'), certificateHashes: null, at: startOfTests, manifestHash };
    expect(await openReceipt(answer.receipt, expected, { verifyChain, verifyP256, sha256 })).toEqual({
      type: 'daricheh.receipt.v1',
      agency: { id: 'tax', origin: originOf('tax') },
      form: { id: 'yearly-return', version: 1 },
      manifestHash,
      caseNumber: record.caseNumber,
      receivedAt: '2026-11-23T09:00:00.000Z',
      dueAt: '2026-12-23T09:00:00.000Z',
      report: ['manifest', ...submissionSteps.flatMap(({ name, isAbout }) => (isAbout === undefined ? [name] : []))].map((step) => ({
        step,
        holds: true,
      })),
    });
    expect(answer.caseUri).toBe(`${originOf('tax')}/daricheh/cases/${record.caseNumber}`);
  });

  it('is kept verbatim, with its receipt', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const envelope = await signer.sign();
    const { receipt } = submissionAnswer.parse(await (await signer.submit(envelope)).json());
    const [record] = await listCases(app);
    const file = await app.deps.store.cases.read({ agency: 'tax', caseNumber: record?.caseNumber ?? '' });
    expect(file?.submissions).toEqual([
      { id: expect.any(String), receivedAt: startOfTests, manifestHash: expect.any(String), body: JSON.stringify(envelope), receipt },
    ]);
    expect(file?.events).toEqual([{ at: startOfTests, kind: 'received', actor: null, note: null }]);
  });

  it('E1: counts once, however often it is repeated at the same time and later', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const envelope = await signer.sign();
    const responses = await Promise.all(Array.from({ length: 100 }, () => signer.submit(envelope)));
    expect(responses.map(({ status }) => status).sort()).toEqual([...Array(99).fill(200), 201]);
    const bodies = new Set(await Promise.all(responses.map((response) => response.text())));
    app.clock.now = new Date(startOfTests.getTime() + 86_400_000);
    bodies.add(await (await signer.submit(envelope)).text());
    expect(bodies.size).toBe(1);
    expect(await listCases(app)).toHaveLength(1);
  });

  it('E2: is refused when its key stood for another', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    await signer.submit(await signer.sign());
    expect(await readProblem(await signer.submit(await signer.sign()))).toEqual({ status: 422, code: 'idempotency_key_reused' });
    expect(await listCases(app)).toHaveLength(1);
  });

  it('E2: is put off while another is under way with its key', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const [first, second] = [await signer.sign(), await signer.sign()];
    const [one, two] = await Promise.all([signer.submit(first), signer.submit(second)]);
    expect([one.status, await readProblem(two)]).toEqual([201, { status: 409, code: 'idempotency_key_in_use' }]);
  });

  it.each(['', 'short', 'a key with spaces', 'x'.repeat(129)])('E3: is refused with the key %j', async (key) => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    expect(await readProblem(await signer.submit(await signer.sign(), key))).toEqual({ status: 400, code: 'idempotency_key_required' });
  });

  it('E4: is refused when its request was answered before', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const envelope = await signer.sign();
    await signer.submit(envelope);
    expect(await readProblem(await signer.submit(envelope, 'another-key'))).toEqual({
      status: 422,
      code: 'submission_request_unknown',
      step: 'request-open',
    });
    expect(await listCases(app)).toHaveLength(1);
  });

  it('E4: answers one request once, though two come at the same time under different keys', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const envelope = await signer.sign();
    const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => signer.submit(envelope, `key-number-${index}`)));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await listCases(app)).toHaveLength(1);
  });

  it('E4: is refused, and nothing stored, when the passkey did not verify its user', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    expect(await readProblem(await signer.submit(await signer.sign({ assertion: { flags: 1 } })))).toEqual({
      ...{ status: 422, code: 'signature_invalid', step: 'passkey', what: 'user_verified', reason: 'gesture_invalid' },
    });
    expect(await listCases(app)).toEqual([]);
  });

  it('E4: is refused when the credential is revoked', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    app.revoked.push(7);
    expect(await readProblem(await signer.submit(await signer.sign()))).toMatchObject({
      status: 422,
      step: 'status',
      reason: 'credential_revoked',
    });
  });

  it('E4: may be sent again under the same key once what was wrong is right', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    await signer.submit(await signer.sign({ assertion: { flags: 1 } }));
    expect((await signer.submit(await signer.sign())).status).toBe(201);
  });

  it('E10: made for one agency, is refused by another', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const headers = { 'idempotency-key': 'key-of-this-submission' };
    const response = await app.send('passport', '/daricheh/submissions', { json: await signer.sign(), headers });
    expect(await readProblem(response)).toEqual({ status: 422, code: 'form_version_mismatch', what: 'id', step: 'form' });
  });

  it('leaves nothing of the citizen in the log', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    await signer.submit(await signer.sign());
    await signer.submit(await signer.sign({ assertion: { flags: 1 } }), 'another-key');
    expect(JSON.stringify(app.logged)).not.toMatch(/9990000015|1985|1200000000/);
  });
});

describe('a request to sign', () => {
  const wish = { form: { id: 'yearly-return', version: 2, hash: 'A'.repeat(43) }, manifestHash: 'A'.repeat(43) };

  it('is refused for a form that is not published so', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', '/daricheh/submissions/requests', { json: wish });
    expect(await readProblem(response)).toEqual({ status: 422, code: 'form_version_mismatch' });
  });

  it('is refused when it is not made of what it should be', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', '/daricheh/submissions/requests', { json: { ...wish, manifestHash: 'abc' } });
    expect(await readProblem(response)).toEqual({ status: 400, code: 'malformed_request', field: 'manifestHash' });
    const plain = await send('tax', '/daricheh/submissions/requests', {
      body: JSON.stringify(wish),
      headers: { 'content-type': 'text/plain' },
    });
    expect(await readProblem(plain)).toEqual({ status: 415, code: 'unsupported_media_type', expected: 'application/json' });
  });

  describe('B10: its nonce', () => {
    const askAll = async (app: TestApp, count: number) => {
      const { definition, hash } = app.deps.agencies.find(({ id }) => id === 'tax')?.forms[0] ?? {};
      const json = { form: { id: definition?.id, version: definition?.version, hash }, manifestHash: 'A'.repeat(43) };
      const ask = () => app.send('tax', '/daricheh/submissions/requests', { json });
      return Promise.all(Array.from({ length: count }, ask));
    };
    const readNonce = async (answer: Response): Promise<string> => {
      const { request } = (await answer.json()) as { request: string };
      return JSON.parse(Buffer.from(request.split('.')[1] ?? '', 'base64url').toString()).nonce;
    };

    it('B10: is another for each of fifty requests at once, of 256 bits', async () => {
      const nonces = await Promise.all((await askAll(await createTestApp(), 50)).map(readNonce));
      expect(new Set(nonces).size).toBe(50);
      expect(nonces.filter((nonce) => !/^[\w-]{43}$/.test(nonce))).toEqual([]);
    });

    it('B10: is not given out twice, whatever the source of randomness does', async () => {
      const app = await createTestApp({ randomBytes: (length) => new Uint8Array(length).fill(7) });
      const statuses = (await askAll(app, 10)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, ...Array(9).fill(503)]);
    });
  });

  it('has run out after five minutes', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const envelope = await signer.sign();
    app.clock.now = new Date(startOfTests.getTime() + 300_000);
    expect(await readProblem(await signer.submit(envelope))).toEqual({ status: 422, code: 'submission_request_unknown', step: 'request' });
  });
});

describe('a form', () => {
  it('is published under the agency’s seal', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', '/daricheh/forms/yearly-return');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/jose']);
  });

  it.each([
    ['tax', 'other'],
    ['passport', 'yearly-return'],
  ] as const)('of %s is not found as %s', async (agency, id) => {
    const { send } = await createTestApp();
    expect((await send(agency, `/daricheh/forms/${id}`)).status).toBe(404);
  });
});

describe('a plain submission from an agency’s back end', () => {
  const json = { formTitle: 'Licence renewal', answers: [{ label: 'Name', value: 'نگار' }] };
  const headers = { authorization: `Bearer ${apiKeyOf('passport')}`, 'idempotency-key': 'ABCDEFGHJK' };

  it('becomes an unsigned case, once', async () => {
    const { send, deps } = await createTestApp();
    const [first, second] = [
      await send('passport', '/daricheh/plain-submissions', { json, headers }),
      await send('passport', '/daricheh/plain-submissions', { json, headers }),
    ];
    const answer = await first.json();
    expect([first.status, second.status, await second.json()]).toEqual([201, 200, answer]);
    expect(await deps.store.cases.list({ agency: 'passport', states, limit: 9 })).toMatchObject([
      { formId: null, title: { fa: 'Licence renewal', en: 'Licence renewal' }, isSigned: false, ...{ state: 'received' } },
    ]);
  });

  it('D11: is taken after a hundred bad ones, and put off after a hundred wrong keys', async () => {
    const { send } = await createTestApp();
    const post = (body: object, authorization = headers.authorization) =>
      send('passport', '/daricheh/plain-submissions', { json: body, headers: { ...headers, authorization } });
    for (let tries = 0; tries < 100; tries++) expect((await post({ ...json, answers: [] })).status).toBe(400);
    expect((await post(json)).status).toBe(201);
    for (let tries = 0; tries < 100; tries++) expect((await post(json, 'Bearer wrong')).status).toBe(401);
    expect((await post(json)).status).toBe(429);
  });

  it.each([
    ['no key', {}],
    ['another agency’s key', { authorization: `Bearer ${apiKeyOf('tax')}` }],
  ])('is refused with %s', async (_what, authorization) => {
    const { send } = await createTestApp();
    const response = await send('passport', '/daricheh/plain-submissions', {
      json,
      headers: { 'idempotency-key': 'ABCDEFGHJK', ...authorization },
    });
    expect(await readProblem(response)).toEqual({ status: 401, code: 'not_authorized' });
  });
});

describe('a plain form posted by a browser', () => {
  const path = '/daricheh/forms/yearly-return/plain';
  const page = `${originOf('tax')}/return?old=1`;
  const headers = { origin: originOf('tax'), 'sec-fetch-site': 'same-origin', referer: page };
  const form = { 'national-id': '۹۹۹۰۰۰۰۰۱۵', 'birth-date': '1364/07/05', income: '۱٬۲۰۰', status: 'married', more: 'x' };

  it('becomes an unsigned case, and the page is shown its number', async () => {
    const app = await createTestApp();
    const response = await app.send('tax', path, { form, headers });
    const [record] = await listCases(app);
    expect([response.status, response.headers.get('location')]).toEqual([303, `${originOf('tax')}/return?case=${record?.caseNumber}`]);
    const file = await app.deps.store.cases.read({ agency: 'tax', caseNumber: record?.caseNumber ?? '' });
    const { answers } = JSON.parse(file?.submissions[0]?.body ?? '{}') as { answers: { label: { en: string }; value: string }[] };
    expect(answers.map(({ label, value }) => [label.en, value])).toEqual([
      ['national-id', '9990000015'],
      ['birth-date', '1985-09-27'],
      ['income', '1200'],
      ['status', 'فارسی married'],
    ]);
  });

  it('comes back to its page where a file must be attached, which travels with a signature alone', async () => {
    const app = await createTestApp({ takesFiles: true });
    const response = await app.send('tax', path, { form, headers });
    const location = `${originOf('tax')}/return?problem=attachment_missing&field=deed`;
    expect([response.status, response.headers.get('location'), await listCases(app)]).toEqual([303, location, []]);
  });

  it.each([
    ['answer_missing', 'income', { ...form, income: '' }],
    ['answer_invalid', 'birth-date', { ...form, 'birth-date': '1364/13/05' }],
    ['answer_invalid', 'status', { ...form, status: 'widowed' }],
  ])('comes back to its page as %s of %s', async (problem, field, faulty) => {
    const app = await createTestApp();
    const response = await app.send('tax', path, { form: faulty, headers });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${originOf('tax')}/return?problem=${problem}&field=${field}`,
    ]);
    expect(await listCases(app)).toEqual([]);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site that hides', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['no browser', {}],
  ])('E15: is refused from %s', async (_what, from) => {
    const { send } = await createTestApp();
    expect(await readProblem(await send('tax', path, { form, headers: from }))).toEqual({ status: 403, code: 'other_origin' });
  });

  it('never sends the browser elsewhere', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', path, { form, headers: { ...headers, referer: 'https://evil.example/return' } });
    expect(response.headers.get('location')).toMatch(/^http:\/\/tax\.localhost:8570\/\?case=/);
  });
});

describe('the status of a case', () => {
  it('is told to whoever holds its token', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const { caseToken, caseUri } = submissionAnswer.parse(await (await signer.submit(await signer.sign())).json());
    const path = new URL(caseUri).pathname;
    const response = await app.send('tax', path, { headers: { authorization: `Bearer ${caseToken}` } });
    expect(caseStatus.parse(await response.json())).toEqual({
      caseNumber: path.split('/').at(-1),
      title: describeTestForm(originOf('tax')).title,
      state: 'received',
      receivedAt: '2026-11-23T09:00:00.000Z',
      dueAt: '2026-12-23T09:00:00.000Z',
      updatedAt: '2026-11-23T09:00:00.000Z',
      nextAction: null,
    });
  });

  it.each(['', 'Bearer wrong', 'Basic abc'])('is as if it were not there with %j', async (authorization) => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const { caseUri } = submissionAnswer.parse(await (await signer.submit(await signer.sign())).json());
    const headers = { authorization };
    const wrong = await app.send('tax', new URL(caseUri).pathname, { headers });
    const absent = await app.send('tax', '/daricheh/cases/ABCD-EFGH-JKMN', { headers });
    expect([wrong.status, await wrong.text()]).toEqual([404, await absent.text()]);
  });

  it('E10: is not told by another agency', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    const { caseToken, caseUri } = submissionAnswer.parse(await (await signer.submit(await signer.sign())).json());
    const response = await app.send('passport', new URL(caseUri).pathname, { headers: { authorization: `Bearer ${caseToken}` } });
    expect(response.status).toBe(404);
  });
});

it('E16: answers are stored exactly, whatever they hold', async () => {
  const app = await createTestApp();
  const signer = await createTestSigner(app);
  const definition = describeTestForm(originOf('tax'));
  const answers = answerTestForm(definition, { email: "o'hara--@example.org" });
  const envelope = await signer.sign({ answers });
  expect((await signer.submit(envelope)).status).toBe(201);
  const [record] = await listCases(app);
  const file = await app.deps.store.cases.read({ agency: 'tax', caseNumber: record?.caseNumber ?? '' });
  expect(JSON.parse(file?.submissions[0]?.body ?? '')).toEqual(envelope);
});
