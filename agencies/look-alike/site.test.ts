import { afterEach, describe, expect, it } from 'vitest';
import { createServerClient } from '../front/server-client.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { createSite } from './site.ts';

const origin = 'http://tax-gov.localhost:8570';
const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function setUp() {
  const server = await startFakeServer({
    'GET /daricheh/forms/yearly-return': { json: 'a.b.c' },
    'POST /daricheh/verifier/requests': { status: 201, json: { id: 'r1', link: 'openid4vp://?client_id=x' } },
  });
  running.push(server);
  const app = createSite({ origin, callTax: createServerClient({ port: server.port, host: 'tax.localhost:8570' }) });
  const read = async (path: string, init?: RequestInit) => (await app.request(origin + path, init)).text();
  return { server, read };
}

describe('the look-alike', () => {
  it('shows the pages of the true site, with bait of its own', async () => {
    const { read } = await setUp();
    expect(await read('/return')).toContain('data-daricheh-form="/daricheh/forms/yearly-return"');
    const home = await read('/');
    expect(home).toContain('data-daricheh-sign-in="sign-in"');
    expect(home).toContain(
      'data-bait="offer" href="openid-credential-offer://?credential_offer_uri=http%3A%2F%2Ftax-gov.localhost%3A8570%2Foffer.json"',
    );
    expect(home).toContain('data-bait="request" href="openid4vp://?client_id=x"');
    expect(await read('/daricheh/kit.js')).toContain('/loot');
    expect(await read('/')).toContain('<script src="/daricheh/kit.js" integrity="sha384-');
  });

  it('relays what the true administration signs', async () => {
    const { read, server } = await setUp();
    expect(await read('/daricheh/forms/yearly-return')).toBe('"a.b.c"');
    const init = { method: 'POST', body: JSON.stringify({ use: 'sign-in', channel: 'dc_api' }) };
    expect(JSON.parse(await read('/daricheh/verifier/requests', init))).toMatchObject({ id: 'r1' });
    expect(server.calls.every((call) => call.host === 'tax.localhost:8570')).toBe(true);
  });

  it('keeps what it gets hold of where a test can look', async () => {
    const { read } = await setUp();
    expect(JSON.parse(await read('/loot'))).toEqual([]);
    await read('/daricheh/verifier/requests/r1/dc-response', { method: 'POST', body: '{"response":"jwe"}' });
    await read('/loot', { method: 'POST', body: '{"what":"input first_name"}' });
    expect(JSON.parse(await read('/loot'))).toEqual([
      { path: '/daricheh/verifier/requests/r1/dc-response', body: '{"response":"jwe"}' },
      { path: '/loot', body: '{"what":"input first_name"}' },
    ]);
  });
});
