import { createStatusList, issueStatusToken, writeStatus } from '@daricheh/shared/credential';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../deps.ts';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { type Asked, answerByApi, answerByLink, directPost, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';

let app: TestApp;
let wallet: TestWallet;

beforeEach(async () => {
  app = await createTestApp();
  wallet = await createTestWallet(app);
});

describe('V27 and C10: an answer counts once', () => {
  it('is refused the second time', async () => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    const response = await answerByApi(wallet, asked);
    expect((await browser.hand(asked, response)).status).toBe(200);
    expect(await browser.hand(asked, response)).toMatchObject({ status: 422, body: { code: 'session_reused' } });
  });

  it('wins once among 50 at the same time', async () => {
    const asked = await new TestBrowser(app, 'passport').ask({ channel: 'link' });
    const form = await answerByLink(wallet, asked);
    const answers = await Promise.all(Array.from({ length: 50 }, () => directPost(app, asked, form)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'session_reused')).toHaveLength(49);
  });

  it('is refused for another request than it was made for', async () => {
    const browser = new TestBrowser(app);
    const [first, second] = [await browser.ask(), await browser.ask()];
    expect(await browser.hand(second, await answerByApi(wallet, first))).toMatchObject({
      status: 422,
      body: { code: 'jwe_decrypt_failed' },
    });
  });
});

describe('C11: a request that nobody knows', () => {
  it.each([
    ['made up', async () => ['AAAAAAAAAAAAAAAAAAAAAA', 'passport'] as const],
    ['another agency’s', async () => [(await new TestBrowser(app, 'passport').ask({ channel: 'link' })).id, 'tax'] as const],
    [
      'expired',
      async () => {
        const { id } = await new TestBrowser(app, 'passport').ask({ channel: 'link' });
        app.clock.now = new Date(app.clock.now.getTime() + 300_001);
        return [id, 'passport'] as const;
      },
    ],
    ['of the other channel', async () => [(await new TestBrowser(app).ask()).id, 'tax'] as const],
  ])('is answered alike: %s', async (_what, make) => {
    const [id, agency] = await make();
    const { status, body } = await directPost(app, { id }, { response: 'x' }, agency);
    expect([status, body['code'], body['facts']]).toEqual([422, 'unknown_state', {}]);
  });
});

describe('C14 and V26: an answer that cannot be opened', () => {
  it.each([
    ['changed', (jwe: string) => ({ response: `${jwe.slice(0, -8)}AAAAAAAA` })],
    ['in plain', () => ({ vp_token: { identity: ['a~b'] } })],
    ['nothing', () => ({})],
  ])('is refused, and the request stays open: %s', async (_what, change) => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    const response = await answerByApi(wallet, asked);
    const json = change(response);
    expect(await browser.send(`/daricheh/verifier/requests/${asked.id}/dc-response`, { json })).toMatchObject({
      status: 422,
      body: { code: 'jwe_decrypt_failed' },
    });
    expect((await browser.hand(asked, response)).status).toBe(200);
  });

  it('C15: is refused with a parameter that stands twice', async () => {
    const { id } = await new TestBrowser(app, 'passport').ask({ channel: 'link' });
    const type = 'application/x-www-form-urlencoded';
    const headers = { 'content-type': type, 'content-length': '21' };
    const answer = await app.send('passport', `/daricheh/verifier/requests/${id}/direct-post`, {
      method: 'POST',
      headers,
      body: 'response=a&response=b',
    });
    expect(answer.status).toBe(400);
  });
});

describe('an answer that does not hold', () => {
  it.each([
    ['invalid-kb-jwt-aud', { audience: 'origin:http://passport.localhost:8570' }, 'kb_invalid'],
    ['invalid-kb-jwt-nonce', { nonce: 'the-nonce-of-another-request' }, 'nonce_invalid'],
  ])('%s: signs nobody in, and nothing of it is logged', async (_name, change, code) => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    expect((await browser.hand(asked, await answerByApi(wallet, asked, change))).body).toMatchObject({ code });
    expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: false });
    expect(JSON.stringify(app.logged)).not.toMatch(/9990000018|سارا|Sara/);
  });

  it('C1: is refused from an issuer that the trust list does not name', async () => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    const from = await createTestWallet(app, { open: { iss: originOf('tax') } });
    expect((await browser.hand(asked, await answerByApi(from, asked))).body).toMatchObject({ code: 'issuer_not_trusted' });
  });
});

describe('C9 and V28: the status at sign-in', () => {
  const uri = `${originOf('civil-registry')}/daricheh/status-lists/1`;
  const open = { status: { status_list: { idx: 5, uri } } };

  async function signInWith(
    fetchBytes: (own: TestApp) => Promise<{ status: number; contentType: string; body: Uint8Array<ArrayBuffer> }>,
  ): Promise<Record<string, unknown>> {
    const overrides: Partial<Deps> = { fetchBytes: () => fetchBytes(app) };
    app = await createTestApp(overrides);
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    return (await browser.hand(asked, await answerByApi(await createTestWallet(app, { open }), asked))).body;
  }

  async function publish({ deps }: TestApp, status: number) {
    const registry = deps.agencies.find(({ id }) => id === 'civil-registry');
    if (registry === undefined) throw new Error('no registry');
    const list = createStatusList(1024, 2);
    writeStatus(list, 2, 5, status);
    const content = {
      x5c: [registry.seal.certificate],
      uri,
      list,
      bits: 2,
      at: deps.now(),
      lifetimeSeconds: 86_400,
      ttlSeconds: 600,
    } as const;
    const token = await issueStatusToken(content, registry.seal.sign);
    return { status: 200, contentType: 'application/statuslist+jwt', body: new TextEncoder().encode(token) };
  }

  it('lets in a valid one', async () => {
    expect(await signInWith((own) => publish(own, 0))).toMatchObject({ signedIn: true });
  });

  it.each([
    [1, 'credential_revoked'],
    [2, 'credential_suspended'],
  ])('refuses status %i', async (status, code) => {
    expect(await signInWith((own) => publish(own, status))).toMatchObject({ code });
  });

  it('fails closed when the list cannot be had', async () => {
    expect(await signInWith(() => Promise.reject(new Error('down')))).toMatchObject({ code: 'status_list_unreachable' });
    expect(await signInWith(async () => ({ status: 404, contentType: 'text/html', body: new Uint8Array() }))).toMatchObject({
      code: 'status_list_unreachable',
    });
  });
});

describe('E15: what another site sends', () => {
  const other = { origin: 'http://evil.localhost:8570', 'sec-fetch-site': 'cross-site' };

  it.each([
    ['/daricheh/verifier/requests', { json: { use: 'sign-in', channel: 'dc_api' } }],
    ['/daricheh/verifier/requests/x/dc-response', { json: { response: 'x' } }],
    ['/daricheh/verifier/sessions', { json: { responseCode: 'x' } }],
    ['/daricheh/session', { method: 'DELETE' }],
  ])('is refused at %s', async (path, init) => {
    expect(await new TestBrowser(app).send(path, { ...init, headers: other })).toMatchObject({
      status: 403,
      body: { code: 'other_origin' },
    });
  });

  it('lets the agency’s own back end ask, and end a session', async () => {
    const json = { use: 'sign-in', channel: 'link' };
    expect((await app.send('tax', '/daricheh/verifier/requests', { json })).status).toBe(201);
    expect((await app.send('tax', '/daricheh/session', { method: 'DELETE' })).status).toBe(200);
  });
});

describe('a request', () => {
  it.each([
    ['for a use that is not registered', { use: 'curiosity' }, 'use_not_registered'],
    ['that goes on at another origin', { channel: 'link', returnTo: 'https://evil.test/' }, 'malformed_request'],
    ['that goes on at another host without a scheme', { channel: 'link', returnTo: '//evil.test/' }, 'malformed_request'],
    ['that goes on at another host by a backslash', { channel: 'link', returnTo: '/\\evil.test/' }, 'malformed_request'],
    ['that goes on at an endless address', { channel: 'link', returnTo: `/${'a'.repeat(2048)}` }, 'malformed_request'],
    ['by an unknown channel', { channel: 'qr' }, 'malformed_request'],
    ['with more than it may say', { claims: [] }, 'malformed_request'],
  ])('is refused %s', async (_what, body, code) => {
    expect(
      (await new TestBrowser(app).send('/daricheh/verifier/requests', { json: { use: 'sign-in', channel: 'dc_api', ...body } })).body,
    ).toMatchObject({ code });
  });

  it('has a nonce, a state and a key of its own each time', async () => {
    const browser = new TestBrowser(app);
    const read = async ({ request }: Asked) => JSON.parse(Buffer.from(request.data.request.split('.')[1] ?? '', 'base64url').toString());
    const [first, second] = [await read(await browser.ask()), await read(await browser.ask())];
    expect(first.nonce).toMatch(/^[\w-]{43}$/);
    expect(first.nonce).not.toBe(second.nonce);
    expect(first.client_metadata.jwks.keys[0].x).not.toBe(second.client_metadata.jwks.keys[0].x);
    expect(first.client_metadata.jwks.keys[0].d).toBeUndefined();
  });
});
