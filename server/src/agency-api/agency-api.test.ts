import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { errorSentences } from '@daricheh/shared/errors';
import { buildApiTranscript, buildPostTranscript } from '@daricheh/shared/mdoc';
import { encodeTransactionData } from '@daricheh/shared/presentation';
import { createMdocWorld, createTestKey, sha256, testTime } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgePresentation, openRegistry } from '../testing/forge-answer.ts';
import { apiKeyOf, createTestApp, type DemoAgencyId, originOf, startOfTests, type TestApp, type TestRequest } from '../testing/test-app.ts';
import { type Asked, answerByApi, answerByLink, directPost, responseCodeOf, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';
import { apiRequestOpened, apiResult } from './shapes.ts';

let app: TestApp;
let wallet: TestWallet;

beforeEach(async () => {
  app = await createTestApp();
  wallet = await createTestWallet(app);
});

const requests = '/daricheh/api/requests';
const documents = [{ document: 'identity', data: ['given-name', 'national-id'] }];

/** Calls as the agency's own system does. */
async function call(agency: DemoAgencyId, path: string, init: TestRequest = {}) {
  const headers = { authorization: `Bearer ${apiKeyOf(agency)}`, ...init.headers };
  const answer = await app.send(agency, path, { ...init, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function ask(agency: DemoAgencyId, wish: object): Promise<Asked> {
  const { status, body } = await call(agency, requests, { json: { documents, ...wish } });
  expect([status, body['code']]).toEqual([201, undefined]);
  apiRequestOpened.parse(body);
  return body as Asked;
}

const shown = {
  state: 'verified',
  documents: [
    {
      ...{ id: 'identity', document: 'identity', vct: 'urn:daricheh:identity:1', issuer: originOf('civil-registry'), statusAsOf: null },
      data: { 'given-name': 'سارا', 'national-id': '9990000018' },
      claims: [
        { datum: 'given-name', path: ['given_name'], value: 'سارا' },
        { datum: 'national-id', path: ['national_id'], value: '9990000018' },
      ],
      rules: expect.arrayContaining([
        { step: 'issuer_signature', rule: 'V2' },
        { step: 'binding_nonce', rule: 'V19' },
      ]),
    },
  ],
};

describe('a request by an agency’s own system', () => {
  it('over the Digital Credentials API gives the documents to whoever hands over the answer', async () => {
    const asked = await ask('tax', { channel: 'dc_api' });
    expect((await call('tax', `${requests}/${asked.id}`)).body).toEqual({ state: 'pending' });
    const answer = await call('tax', `${requests}/${asked.id}/response`, { json: { response: await answerByApi(wallet, asked) } });
    expect(answer).toEqual({ status: 200, body: shown });
    apiResult.parse(answer.body);
  });

  it('by a link gives them to who brings the code from the citizen’s browser', async () => {
    const asked = await ask('passport', { channel: 'link', returnTo: '/start?step=2' });
    const posted = await directPost(app, asked, await answerByLink(wallet, asked));
    expect(String(posted.body['redirect_uri'])).toMatch(/^http:\/\/passport\.localhost:8570\/start\?step=2&response_code=[\w-]{43}$/);
    expect((await call('passport', `${requests}/${asked.id}?response_code=${responseCodeOf(posted)}`)).body).toEqual(shown);
  });

  it('may name a registered use in the place of documents', async () => {
    const asked = await ask('tax', { documents: undefined, use: 'sign-in', channel: 'dc_api' });
    const { body } = await call('tax', `${requests}/${asked.id}/response`, { json: { response: await answerByApi(wallet, asked) } });
    expect(body).toMatchObject({ documents: [{ data: { 'given-name': 'سارا', 'family-name-latin': 'Rezaei' } }] });
  });

  it('tells of status by the time of the list', async () => {
    const uri = `${originOf('civil-registry')}/daricheh/status-lists/1`;
    const from = await createTestWallet(app, { open: { status: { status_list: { uri, idx: 5 } } } });
    const asked = await ask('tax', { channel: 'dc_api' });
    const response = await answerByApi(from, asked);
    const { body } = await call('tax', `${requests}/${asked.id}/response`, { json: { response } });
    expect(body).toMatchObject({ documents: [{ statusAsOf: startOfTests.toISOString() }] });
    app.revoked.push(7);
    const revoked = await createTestWallet(app, { open: { status: { status_list: { uri, idx: 7 } } } });
    const again = await ask('tax', { channel: 'dc_api' });
    app.clock.now = new Date(startOfTests.getTime() + 61_000);
    const refused = await call('tax', `${requests}/${again.id}/response`, { json: { response: await answerByApi(revoked, again) } });
    expect(refused).toEqual({
      status: 400,
      body: {
        ...{ type: 'urn:daricheh:error:credential_revoked', status: 400, code: 'credential_revoked', facts: expect.anything() },
        ...{ title: errorSentences.credential_revoked.en, title_fa: errorSentences.credential_revoked.fa },
      },
    });
  });

  it('hears that the citizen says no, once', async () => {
    const asked = await ask('passport', { channel: 'link' });
    expect((await directPost(app, asked, { error: 'access_denied' })).body).toEqual({});
    const results = [await call('passport', `${requests}/${asked.id}`), await call('passport', `${requests}/${asked.id}`)];
    expect(results.map(({ status, body }) => [status, body['state'] ?? body['code']])).toEqual([
      [200, 'declined'],
      [404, 'not_found'],
    ]);
    const other = await ask('tax', { channel: 'dc_api' });
    const { body } = await call('tax', `${requests}/${other.id}/response`, { json: { error: 'NotAllowedError' } });
    expect(body).toEqual({ state: 'declined' });
  });

  it('is over after five minutes', async () => {
    const asked = await ask('tax', { channel: 'dc_api' });
    app.clock.now = new Date(startOfTests.getTime() + 300_000);
    expect((await call('tax', `${requests}/${asked.id}`)).status).toBe(404);
  });

  it.each([
    ['no documents and no use', { documents: undefined }, 'malformed_request'],
    ['both', { use: 'sign-in' }, 'malformed_request'],
    ['a use that is not registered', { documents: undefined, use: 'other' }, 'use_not_registered'],
    ['a datum that the document does not state', { documents: [{ document: 'identity', data: ['tax-id'] }] }, 'malformed_request'],
    ['a datum that there is not', { documents: [{ document: 'identity', data: ['toString'] }] }, 'malformed_request'],
    ['a document that there is not', { documents: [{ document: 'constructor', data: ['given-name'] }] }, 'malformed_request'],
    ['a way back that leads elsewhere', { returnTo: '//evil.test/' }, 'malformed_request'],
  ])('with %s is refused', async (_what, change, code) => {
    const wish = { documents, channel: 'link', ...change };
    expect((await call('tax', requests, { json: wish })).body).toMatchObject({ code });
  });

  it('is made, read and answered by who has the API key alone', async () => {
    const asked = await ask('tax', { channel: 'dc_api' });
    const calls = [
      app.send('tax', requests, { json: { documents, channel: 'dc_api' } }),
      app.send('tax', `${requests}/${asked.id}`),
      app.send('tax', `${requests}/${asked.id}/response`, { json: { error: 'x' } }),
      app.send('tax', '/daricheh/api/verify', { json: {} }),
      app.send('tax', `${requests}/${asked.id}`, { headers: { authorization: `Bearer ${apiKeyOf('passport')}` } }),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });
});

describe('C18: a result', () => {
  it('C18: is read once', async () => {
    const asked = await ask('passport', { channel: 'link' });
    const code = responseCodeOf(await directPost(app, asked, await answerByLink(wallet, asked)));
    const read = () => call('passport', `${requests}/${asked.id}?response_code=${code}`);
    expect([(await read()).status, (await read()).body['code']]).toEqual([200, 'not_found']);
  });

  it('C18: is read by one of fifty at once', async () => {
    const asked = await ask('passport', { channel: 'link' });
    const code = responseCodeOf(await directPost(app, asked, await answerByLink(wallet, asked)));
    const answers = await Promise.all(Array.from({ length: 50 }, () => call('passport', `${requests}/${asked.id}?response_code=${code}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(49);
  });

  it('C18: is, for another agency, as one that never was', async () => {
    const asked = await ask('passport', { channel: 'link' });
    const code = responseCodeOf(await directPost(app, asked, await answerByLink(wallet, asked)));
    const foreign = await call('tax', `${requests}/${asked.id}?response_code=${code}`);
    expect(foreign).toEqual(await call('tax', `${requests}/AAAAAAAAAAAAAAAAAAAAAA?response_code=${code}`));
    expect(foreign.status).toBe(404);
    expect((await call('passport', `${requests}/${asked.id}?response_code=${code}`)).status).toBe(200);
  });

  it('C18: handed over directly is not kept', async () => {
    const asked = await ask('tax', { channel: 'dc_api' });
    const json = { response: await answerByApi(wallet, asked) };
    expect((await call('tax', `${requests}/${asked.id}/response`, { json })).status).toBe(200);
    expect((await call('tax', `${requests}/${asked.id}`)).status).toBe(404);
    expect((await call('tax', `${requests}/${asked.id}/response`, { json })).body).toMatchObject({ code: 'session_reused' });
  });

  it('C12: is withheld without the code that went to the citizen’s browser, and waits for it', async () => {
    const asked = await ask('passport', { channel: 'link' });
    const code = responseCodeOf(await directPost(app, asked, await answerByLink(wallet, asked)));
    for (const guess of ['', '?response_code=', `?response_code=${'A'.repeat(43)}`]) {
      expect(await call('passport', `${requests}/${asked.id}${guess}`)).toMatchObject({ status: 403, body: { code: 'response_withheld' } });
    }
    expect((await call('passport', `${requests}/${asked.id}?response_code=${code}`)).status).toBe(200);
  });

  it('of a page’s request is not the system’s to read, nor the other way round', async () => {
    const page = await new TestBrowser(app).ask();
    expect((await call('tax', `${requests}/${page.id}`)).status).toBe(404);
    const browser = new TestBrowser(app);
    const asked = await ask('tax', { channel: 'dc_api' });
    expect((await browser.hand(asked, await answerByApi(wallet, asked))).body).toMatchObject({ code: 'unknown_state' });
  });

  it('C10: comes from one of fifty answers at once', async () => {
    const asked = await ask('tax', { channel: 'dc_api' });
    const json = { response: await answerByApi(wallet, asked) };
    const answers = await Promise.all(Array.from({ length: 50 }, () => call('tax', `${requests}/${asked.id}/response`, { json })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'session_reused')).toHaveLength(49);
  });
});

describe('a presentation that the agency holds', () => {
  const nonce = 'a-nonce-that-the-agency-made';
  const holder = createTestKey();

  async function hold(change: object = {}) {
    app.clock.now = testTime;
    const present = forgePresentation(openRegistry(app), holder);
    const presentation = await present({ nonce, audience: `origin:${originOf('tax')}` });
    return { vp_token: { identity: [presentation] }, nonce, origin: originOf('tax'), documents, ...change };
  }

  it('is verified in one call', async () => {
    const answer = await call('tax', '/daricheh/api/verify', { json: await hold() });
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'verified', documents: [{ document: 'identity', data: { 'given-name': 'Sara', 'national-id': 'x' } }] },
    });
    expect(JSON.stringify(app.logged)).not.toContain('Sara');
  });

  it('may be asked for by a query of DCQL', async () => {
    const dcql_query = {
      credentials: [
        { id: 'identity', format: 'dc+sd-jwt', meta: { vct_values: ['urn:daricheh:identity:1'] }, claims: [{ path: ['given_name'] }] },
      ],
    };
    const { body } = await call('tax', '/daricheh/api/verify', { json: await hold({ documents: undefined, dcql_query }) });
    expect(body).toMatchObject({ documents: [{ data: { 'given-name': 'Sara' }, claims: [{ path: ['given_name'] }] }] });
  });

  const hash = 'A'.repeat(43);
  const transaction = (...credential_ids: string[]) =>
    encodeTransactionData({ type: 'daricheh.submission.v1', credential_ids, form: { id: 'f', version: 1, hash }, manifest_hash: hash });
  const holdSigned = async (signed: readonly string[], expected: readonly string[] | undefined) => {
    const transaction_data_hashes = await Promise.all(signed.map(async (raw) => encodeBase64Url(await sha256(encodeUtf8(raw)))));
    const payload = { transaction_data_hashes, transaction_data_hashes_alg: 'sha-256' };
    const present = forgePresentation(openRegistry(app), holder, { binding: { payload } });
    const presentation = await present({ nonce, audience: `origin:${originOf('tax')}` });
    return hold({ vp_token: { identity: [presentation] }, transaction_data: expected });
  };

  it('V22: is verified with the transaction data that the wallet was to sign', async () => {
    const data = [transaction('identity'), transaction('identity', 'other')];
    const { body } = await call('tax', '/daricheh/api/verify', { json: await holdSigned(data, data) });
    expect(body).toMatchObject({ state: 'verified', documents: [{ data: { 'given-name': 'Sara' } }] });
    const [shownDocument] = body['documents'] as { rules: { rule: string }[] }[];
    expect(shownDocument?.rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['V22', 'V23']));
  });

  it.each<[string, readonly string[], readonly string[] | undefined, string]>([
    ['left out by the wallet', [], [transaction('identity')], 'transaction_data_mismatch'],
    ['signed though nobody asked', [transaction('identity')], undefined, 'transaction_data_mismatch'],
    ['another than was asked', [transaction('identity', 'x')], [transaction('identity')], 'transaction_data_mismatch'],
    ['for a document that was not shown', [transaction('diploma')], [transaction('diploma')], 'transaction_data_mismatch'],
    ['of an unknown type', ['e30'], ['e30'], 'invalid_transaction_data'],
    ['more than may be asked', [], Array(9).fill(transaction('identity')), 'malformed_request'],
  ])('V22: is refused with transaction data that is %s', async (_what, signed, expected, code) => {
    expect((await call('tax', '/daricheh/api/verify', { json: await holdSigned(signed, expected) })).body).toMatchObject({ code });
  });

  it('counts once by its nonce, of fifty at once; in its own agency', async () => {
    const held = await hold();
    const answers = await Promise.all(Array.from({ length: 50 }, () => call('tax', '/daricheh/api/verify', { json: held })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'session_reused')).toHaveLength(49);
    expect((await call('passport', '/daricheh/api/verify', { json: held })).status).toBe(200);
  });

  it.each([
    ['another nonce', { nonce: 'another-nonce-of-the-agency' }, 'nonce_invalid'],
    ['another origin', { origin: originOf('passport') }, 'kb_invalid'],
    ['a client id in the place of the origin', { origin: undefined, audience: 'x509_hash:abc' }, 'kb_invalid'],
    ['a datum that was not shown', { documents: [{ document: 'identity', data: ['bday'] }] }, 'query_not_satisfied'],
    ['another document', { documents: [{ document: 'diploma', data: ['education-field'] }] }, 'vp_token_malformed'],
    ['no query', { documents: undefined }, 'malformed_request'],
    ['two audiences', { audience: 'x509_hash:abc' }, 'malformed_request'],
    ['a short nonce', { nonce: 'short' }, 'malformed_request'],
    ['a query that is none', { documents: undefined, dcql_query: { credentials: [] } }, 'invalid_request'],
    ['something that is no presentation', { vp_token: { identity: ['x'] } }, 'credential_malformed'],
  ])('is refused with %s', async (_what, change, code) => {
    expect((await call('tax', '/daricheh/api/verify', { json: await hold(change) })).body).toMatchObject({ code });
  });

  it('is refused whole when it is not good any more, and its nonce stays good', async () => {
    const held = await hold();
    app.clock.now = new Date(testTime.getTime() + 301_000);
    expect((await call('tax', '/daricheh/api/verify', { json: held })).body).toMatchObject({ code: 'kb_invalid', facts: { rule: 'V18' } });
    app.clock.now = testTime;
    expect((await call('tax', '/daricheh/api/verify', { json: held })).status).toBe(200);
  });
});

describe('a licence as mdoc that the agency holds', () => {
  const nonce = 'a-nonce-that-the-agency-made';
  const licence = [{ document: 'driving-licence', format: 'mso_mdoc', data: ['family-name-latin', 'drivers-license-number'] }];
  const clientId = 'x509_hash:of-the-agency';
  const responseUri = `${originOf('tax')}/answers`;
  const { kty, crv, x, y } = createTestKey().publicKey;
  const key = { kty, crv, x, y };

  type Exchange = { readonly origin?: string; readonly encryptionKey?: typeof key | null; readonly nonce?: string };

  /** What was shown over the Digital Credentials API, or posted. */
  async function hold(shown: Exchange & { readonly posted?: boolean }, change: object = {}) {
    app.clock.now = testTime;
    const { root, documentSigner: signer } = app.authority;
    const world = await createMdocWorld({ origin: originOf('transport'), root, signer });
    const exchange = { origin: originOf('tax'), clientId, responseUri, nonce, encryptionKey: null, ...shown };
    const transcript = await (shown.posted ? buildPostTranscript : buildApiTranscript)(exchange, sha256);
    const way = shown.posted ? { audience: clientId, response_uri: responseUri } : { origin: originOf('tax') };
    return { vp_token: { 'driving-licence': [await world.forge({ transcript })] }, nonce, documents: licence, ...way, ...change };
  }
  const verify = (json: object) => call('tax', '/daricheh/api/verify', { json });

  it.each<[string, object, object]>([
    ['the Digital Credentials API', {}, {}],
    [
      'the Digital Credentials API, encrypted',
      { encryptionKey: key },
      { encryption_key: { ...key, kid: '1', alg: 'ECDH-ES', use: 'enc' } },
    ],
    ['a post', { posted: true }, {}],
    ['a post, encrypted', { posted: true, encryptionKey: key }, { encryption_key: key }],
  ])('is verified when it was shown over %s', async (_way, shown, change) => {
    expect(await verify(await hold(shown, change))).toMatchObject({
      status: 200,
      body: {
        state: 'verified',
        documents: [
          {
            ...{ document: 'driving-licence', vct: 'org.iso.18013.5.1.mDL', issuer: originOf('transport') },
            data: { 'family-name-latin': 'رضایی', 'drivers-license-number': 'D-100' },
          },
        ],
      },
    });
    expect(JSON.stringify(app.logged)).not.toMatch(/رضایی|D-100/);
  });

  it.each<[string, object, object, string]>([
    ['another nonce', { nonce: 'a-nonce-of-another-request' }, {}, 'mdoc_invalid'],
    ['another origin', { origin: originOf('passport') }, {}, 'mdoc_invalid'],
    ['a key that it was not encrypted to', {}, { encryption_key: key }, 'mdoc_invalid'],
    ['no key though it was encrypted', { encryptionKey: key }, {}, 'mdoc_invalid'],
    ['another address of the answer', { posted: true }, { response_uri: `${responseUri}/2` }, 'mdoc_invalid'],
    ['another client id', { posted: true }, { audience: `${clientId}2` }, 'mdoc_invalid'],
    ['no address of the answer', { posted: true }, { response_uri: undefined }, 'malformed_request'],
    ['both ways', {}, { response_uri: responseUri }, 'malformed_request'],
    ['a key of another curve', {}, { encryption_key: { ...key, crv: 'P-384' } }, 'malformed_request'],
    ['transaction data, which no mdoc can carry', {}, { transaction_data: ['e30'] }, 'invalid_transaction_data'],
    [
      'a query for the same licence as SD-JWT VC',
      {},
      { documents: [{ document: 'driving-licence', data: ['family-name'] }] },
      'credential_malformed',
    ],
  ])('C8: is refused with %s', async (_what, shown, change, code) => {
    expect((await verify(await hold(shown, change))).body).toMatchObject({ code });
  });

  it('counts once by its nonce until it ends, since its device signs no time', async () => {
    const held = await hold({});
    expect((await verify(held)).status).toBe(200);
    app.clock.now = new Date(testTime.getTime() + 23 * 3_600_000);
    await app.deps.store.oneTime.sweep(app.clock.now);
    expect((await verify(held)).body).toMatchObject({ code: 'session_reused' });
    app.clock.now = new Date(testTime.getTime() + 25 * 3_600_000);
    expect((await verify(held)).body).toMatchObject({ code: 'mdoc_invalid' });
  });
});
