import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { deflateSync } from 'node:zlib';
import { createStatusList, issueStatusToken, signCompactJws, writeStatus } from '@daricheh/shared/credential';
import { encodeBase64Url, type Json } from '@daricheh/shared/encoding';
import { createTestKey } from '@daricheh/shared/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchBytes } from '../http/fetch-bytes.ts';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { answerByApi, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet } from '../testing/test-wallet.ts';

const origin = originOf('civil-registry');
const uri = `${origin}/daricheh/status-lists/1`;
const index = 5;
const mediaType = 'application/statuslist+jwt';

type Seen = { readonly method: string | undefined; readonly url: string | undefined; readonly headers: IncomingHttpHeaders };
type Answer = (response: ServerResponse, app: TestApp) => void | Promise<void>;

let close: (() => void) | undefined;
afterEach(() => close?.());

/** Signs in with a credential whose status stands with an issuer on a real socket, which answers as told. */
async function signIn(answer: Answer, credentialIndex = index) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, headers: request.headers });
    void answer(response, app);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // The registry's name leads to that socket; nobody waits five seconds for a silent one.
  const app: TestApp = await createTestApp({
    fetchBytes: (url, limits) =>
      fetchBytes(url.replace(origin, `http://civil-registry.localhost:${port}`), { ...limits, timeoutMs: Math.min(limits.timeoutMs, 300) }),
  });
  const wallet = await createTestWallet(app, { open: { status: { status_list: { idx: credentialIndex, uri } } } });
  const browser = new TestBrowser(app);
  const asked = await browser.ask();
  const { status, body } = await browser.hand(asked, await answerByApi(wallet, asked));
  return { status, body, seen };
}

function registryOf({ deps }: TestApp) {
  const registry = deps.agencies.find(({ id }) => id === 'civil-registry');
  if (registry === undefined) throw new Error('no registry');
  return registry;
}

/** A token as the registry would make it, with `change` in its payload; `key` signs in the registry's place. */
async function makeToken(
  app: TestApp,
  { change = {}, status = 0, key }: { change?: Record<string, Json>; status?: number; key?: ReturnType<typeof createTestKey> } = {},
) {
  const { seal } = registryOf(app);
  const list = createStatusList(1024, 2);
  writeStatus(list, 2, index, status);
  const iat = Math.floor(app.clock.now.getTime() / 1000);
  const lst = encodeBase64Url(new Uint8Array(deflateSync(list)));
  const payload = { sub: uri, iat, exp: iat + 3600, ttl: 600, status_list: { bits: 2, lst }, ...change };
  return signCompactJws({ header: { typ: 'statuslist+jwt', x5c: [seal.certificate] }, payload }, key?.sign ?? seal.sign);
}

const tell =
  (options?: Parameters<typeof makeToken>[1]): Answer =>
  async (response, app) => {
    response.writeHead(200, { 'content-type': mediaType });
    response.end(await makeToken(app, options));
  };
const answerStatus =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end('no');
  };
const past = Math.floor(Date.UTC(2026, 0, 1) / 1000);
const bomb = encodeBase64Url(new Uint8Array(deflateSync(Buffer.alloc(17 * 1024 * 1024), { level: 9 })));

describe('C9: the status at sign-in, from an issuer on a socket', () => {
  it('lets in who is valid, and asks for the whole list without a word of who is meant or where', async () => {
    const { body, seen } = await signIn(tell());
    expect(body).toMatchObject({ signedIn: true });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/daricheh/status-lists/1' });
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
  });

  it.each<[string, string, Answer]>([
    ['revoked', 'credential_revoked', tell({ status: 1 })],
    ['suspended', 'credential_suspended', tell({ status: 2 })],
    ['of a status that only the issuer knows', 'credential_revoked', tell({ status: 3 })],
    ['at a list that is not there (404)', 'status_list_unreachable', answerStatus(404)],
    ['at an issuer that fails (500)', 'status_list_unreachable', answerStatus(500)],
    ['at an issuer that does not answer in time', 'status_list_unreachable', () => undefined],
    ['at a list that is elsewhere (redirect)', 'status_list_unreachable', answerStatus(302, { location: 'https://tracker.example/' })],
    ['in an answer that is no status token', 'status_list_unreachable', (response) => void response.end('<html></html>')],
    ['in a list that is past', 'status_list_invalid', tell({ change: { iat: past, exp: past + 60 } })],
    ['in a list that somebody else signed', 'status_list_invalid', tell({ key: createTestKey() })],
    ['in a list of another address', 'status_list_invalid', tell({ change: { sub: `${uri}2` } })],
    ['in a list that inflates without end', 'status_list_invalid', tell({ change: { status_list: { bits: 2, lst: bomb } } })],
    ['in a list of three bits', 'status_list_invalid', tell({ change: { status_list: { bits: 3, lst: bomb } } })],
  ])('keeps out who is %s', async (_what, code, answer) => {
    const { status, body } = await signIn(answer);
    expect([body['code'], body['signedIn'], status >= 400]).toEqual([code, undefined, true]);
  });

  it('keeps out whose place is past the end of the list', async () => {
    expect((await signIn(tell(), 1024)).body).toMatchObject({ code: 'status_list_invalid' });
  });

  it('reads a list that our own issuer would publish', async () => {
    const answer: Answer = async (response, app) => {
      const { seal } = registryOf(app);
      const content = {
        uri,
        bits: 2 as const,
        list: createStatusList(131_072, 2),
        at: app.clock.now,
        ttlSeconds: 600,
        lifetimeSeconds: 86_400,
      };
      response.writeHead(200, { 'content-type': mediaType });
      response.end(await issueStatusToken({ ...content, x5c: [seal.certificate] }, seal.sign));
    };
    expect((await signIn(answer, 131_071)).body).toMatchObject({ signedIn: true });
  });
});
