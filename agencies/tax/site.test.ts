import { afterEach, describe, expect, it } from 'vitest';
import { createServerClient } from '../front/server-client.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { createTemporaryRegister } from '../testing/temporary-register.ts';
import { buildForm } from './form.ts';
import { findIncomeReport, summarizeIncome, writeAmount } from './income.ts';
import { createSite } from './site.ts';

const origin = 'http://tax.localhost:8570';
const nationalId = '9990014042';
const subject = {
  given_name: 'سارا',
  family_name: 'رضایی',
  given_name_latin: 'Sara',
  family_name_latin: 'Rezaei',
  national_id: nationalId,
};

const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function setUp(answers: Parameters<typeof startFakeServer>[0] = { 'GET /daricheh/session': { json: { signedIn: true, subject } } }) {
  const server = await startFakeServer(answers);
  running.push(server);
  const callServer = createServerClient({ port: server.port, host: 'tax.localhost:8570' });
  const app = createSite({ origin, callServer, register: createTemporaryRegister(), apiKey: 'key', now: () => new Date(0) });
  const read = async (path: string, cookie = '') => (await app.request(origin + path, { headers: cookie === '' ? {} : { cookie } })).text();
  return { server, app, read };
}

describe('the tax site', () => {
  it('greets whoever the server says has signed in, in the script of the page', async () => {
    const { read, server } = await setUp();
    expect(await read('/', 'daricheh_session=s')).toContain('<bdi data-signed-in>سارا رضایی</bdi>');
    expect(await read('/?lang=en', 'daricheh_session=s')).toContain('<bdi data-signed-in>Sara Rezaei</bdi>');
    expect(server.calls[0]).toMatchObject({ path: '/daricheh/session', cookie: 'daricheh_session=s', host: 'tax.localhost:8570' });
  });

  it('offers signing in to everybody else, also while the server is away', async () => {
    const { read, app } = await setUp({ 'GET /daricheh/session': { json: { signedIn: false } } });
    expect(await read('/', 'daricheh_session=old')).toContain('data-daricheh-sign-in="sign-in"');
    await Promise.all(running.splice(0).map((one) => one.close()));
    expect((await app.request(`${origin}/`, { headers: { cookie: 'daricheh_session=s' } })).status).toBe(200);
  });

  it('has a control for every question of the form that it publishes, and posts plainly without a script', async () => {
    const { read } = await setUp();
    const page = await read('/return');
    for (const field of buildForm(origin).fields) expect(page).toContain(`name="${field.control}"`);
    expect(page).toContain(
      '<form data-daricheh-form="/daricheh/forms/yearly-return" method="post" action="/daricheh/forms/yearly-return/plain">',
    );
    expect(page).toContain('<button class="secondary">فرستادن بی‌امضا</button>');
  });

  it('names the wallet’s script with its digest, and is without it while the server does not say', async () => {
    const kit = { src: '/daricheh/kit-0123456789abcdef.js', integrity: 'sha384-AAAA' };
    const { read, server } = await setUp({ 'GET /daricheh/kit.json': { json: kit } });
    const tag = `<script src="${kit.src}" integrity="${kit.integrity}" crossorigin="anonymous" defer></script>`;
    expect([await read('/return'), await read('/')]).toEqual([expect.stringContaining(tag), expect.stringContaining(tag)]);
    expect(server.calls.filter(({ path }) => path === '/daricheh/kit.json')).toHaveLength(1);
    expect(await (await setUp({})).read('/return')).not.toContain('<script');
  });

  it('writes the figures that it holds on the person signed in', async () => {
    const { read } = await setUp();
    const { totalIncome } = summarizeIncome(findIncomeReport(nationalId));
    expect(await read('/return', 'daricheh_session=s')).toMatch(
      new RegExp(`name="total_income"[^>]* value="${writeAmount(totalIncome, 'fa')}"`),
    );
    expect(await read('/return')).toMatch(/name="total_income"[^>]* value=""/);
    expect(await read('/return', 'daricheh_session=s')).toMatch(/<bdi>[۰-۹]+(٬[۰-۹]{3})+<\/bdi>/);
  });

  it('names the answer that the server refused', async () => {
    const { read } = await setUp();
    expect(await read('/return?problem=answer_invalid&field=postcode')).toMatch(/<div class="problem" role="alert">.*کد پستی/);
    expect(await read('/return?problem=x&field=%3Cb%3E')).not.toContain('<b>');
  });

  it('remembers the language that was chosen', async () => {
    const { app, read } = await setUp();
    const response = await app.request(`${origin}/?lang=en`);
    expect(response.headers.get('set-cookie')).toMatch(/^lang=en;/);
    expect(await read('/', 'lang=en')).toContain('<html lang="en" dir="ltr">');
    expect(await read('/')).toContain('<html lang="fa" dir="rtl">');
  });

  it('signs out through the server', async () => {
    const { app, server } = await setUp({ 'DELETE /daricheh/session': { setCookies: ['daricheh_session=; Max-Age=0'] } });
    const response = await app.request(`${origin}/sign-out`, {
      method: 'POST',
      headers: { cookie: 'daricheh_session=s', origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([response.status, response.headers.get('location'), response.headers.get('set-cookie')]).toEqual([
      303,
      '/',
      'daricheh_session=; Max-Age=0',
    ]);
    expect(server.calls[0]).toMatchObject({ method: 'DELETE', cookie: 'daricheh_session=s' });
  });

  it('writes what comes from outside as text, never as markup', async () => {
    const { read } = await setUp({ 'GET /daricheh/session': { json: { signedIn: true, subject: { ...subject, given_name: '<b>x' } } } });
    expect(await read('/', 'daricheh_session=s')).toContain('&lt;b&gt;x');
    expect(await read('/return?case=%22%3E%3Cscript%3E')).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('allows scripts and styles of its own alone', async () => {
    const { app } = await setUp();
    const policy = (await app.request(`${origin}/`)).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'; style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
