import { afterEach, describe, expect, it } from 'vitest';
import { createServerClient } from '../front/server-client.ts';
import { getLetterPerson, listChildren } from '../people.ts';
import { toPersianDigits } from '../persian/jalali.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { createTemporaryRegister } from '../testing/temporary-register.ts';
import { createSite } from './site.ts';

const origin = 'http://civil-registry.localhost:8570';
const offerUri = 'openid-credential-offer://?credential_offer_uri=http%3A%2F%2Fcivil-registry.localhost%3A8570%2Fo';
const person = getLetterPerson('sara-rezaei');
const right = { national_id: person.claims.national_id, activation_code: person.activationCode };

const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function setUp(
  served: Parameters<typeof startFakeServer>[0] = { 'POST /daricheh/issuer/offers': { status: 201, json: { offerUri } } },
) {
  const server = await startFakeServer(served);
  running.push(server);
  const clock = { now: new Date('2026-11-23T10:00:00Z') };
  const callServer = createServerClient({ port: server.port, host: 'civil-registry.localhost:8570' });
  const register = createTemporaryRegister();
  const app = createSite({ origin, callServer, register, apiKey: 'key', now: () => clock.now });
  const post = (form: Record<string, string>, path = '/identity') =>
    app.request(origin + path, { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
  const get = (path: string, cookie = '') => app.request(origin + path, { headers: { cookie } });
  return { app, server, post, get, clock, register };
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('the civil registry', () => {
  it('hands whoever has the letter a link to both documents, made with all claims', async () => {
    const { post, get, server } = await setUp();
    const identified = await post(right);
    expect([identified.status, identified.headers.get('location')]).toEqual([303, '/identity/offer']);
    const page = await (await get('/identity/offer', cookieOf(identified))).text();
    expect(page).toContain(`data-offer href="${offerUri.replaceAll('&', '&amp;')}"`);
    expect(page).toContain('<bdi>سارا رضایی</bdi>');
    expect(server.calls).toEqual([
      expect.objectContaining({
        path: '/daricheh/issuer/offers',
        authorization: 'Bearer key',
        body: { subject: person.claims, configurations: ['identity', 'signing'] },
      }),
    ]);
  });

  it('reads Persian digits, small letters and spaces', async () => {
    const { post } = await setUp();
    const typed = {
      national_id: toPersianDigits(right.national_id),
      activation_code: ` ${right.activation_code.toLowerCase().replace('-', ' ')} `,
    };
    expect((await post(typed)).status).toBe(303);
  });

  it('does not say which of the two was wrong, and stops after five wrong codes for ten minutes', async () => {
    const { post, clock } = await setUp();
    const wrong = { ...right, activation_code: 'AAAA-AAAA' };
    for (let attempt = 0; attempt < 5; attempt++) {
      const response = await post(wrong);
      expect([response.status, (await response.text()).includes('با هم نمی‌خوانند')]).toEqual([422, true]);
    }
    expect((await post(right)).status).toBe(429);
    clock.now = new Date(clock.now.getTime() + 600_001);
    expect((await post(right)).status).toBe(303);
    expect(await (await post({ ...right, national_id: '1234567891' })).text()).toContain('با هم نمی‌خوانند');
  });

  it('asks again once the visit is over, or when another browser comes', async () => {
    const { post, get, clock } = await setUp();
    const cookie = cookieOf(await post(right));
    expect((await get('/identity/offer')).headers.get('location')).toBe('/identity?over');
    clock.now = new Date(clock.now.getTime() + 900_001);
    expect((await get('/identity/offer?lang=en', cookie)).headers.get('location')).toBe('/identity?over&lang=en');
    expect(await (await get('/identity?over&lang=en')).text()).toContain('This visit is over');
  });

  it('says that the issuing service is away, and shows no link of another scheme', async () => {
    const { post, get } = await setUp({ 'POST /daricheh/issuer/offers': { json: { offerUri: 'javascript:alert(1)' } } });
    const response = await get('/identity/offer', cookieOf(await post(right)));
    const page = await response.text();
    expect([response.status, page.includes('javascript:'), page.includes('سامانهٔ صدور اکنون پاسخ نمی‌دهد')]).toEqual([502, false, true]);
  });

  it('lays out six letters, each of which fills the form', async () => {
    const { get } = await setUp();
    const page = await (await get('/identity?letter=golbakht')).text();
    expect(page.match(/data-letter="/g)).toHaveLength(6);
    expect(page).toContain(`value="${getLetterPerson('golbakht').activationCode}"`);
    expect(page).toContain(toPersianDigits(person.claims.national_id));
  });

  it('speaks English on request', async () => {
    const { get, post } = await setUp();
    expect(await (await get('/identity?lang=en')).text()).toContain('<html lang="en" dir="ltr">');
    expect((await post(right, '/identity?lang=en')).headers.get('location')).toBe('/identity/offer?lang=en');
  });

  it('writes what was typed as text, never as markup', async () => {
    const page = await (await (await setUp()).post({ national_id: '"><script>', activation_code: 'x' })).text();
    expect([page.includes('<script>'), page.includes('value="&quot;&gt;&lt;script&gt;"')]).toEqual([false, true]);
  });

  describe('for who acts for another', () => {
    const parent = getLetterPerson('momeneh-agahi');
    const [child] = listChildren(parent);
    const served = { 'POST /daricheh/issuer/offers': { status: 201, json: { offerId: 'o1', offerUri } } };
    const key = `${child?.claims.national_id}-${parent.claims.national_id}`;

    async function signIn() {
      const world = await setUp(served);
      const identified = await world.post({ national_id: parent.claims.national_id, activation_code: parent.activationCode });
      const cookie = cookieOf(identified);
      const take = (record: string, headers: Record<string, string> = { cookie }) =>
        world.app.request(`${origin}/identity/mandate`, {
          ...{ method: 'POST', headers: { origin, ...headers } },
          body: new URLSearchParams({ record }),
        });
      return { ...world, cookie, take };
    }

    it('hands a parent the mandate for the child, with who acts for whom, as what and until when', async () => {
      const { get, cookie, take, server, register } = await signIn();
      expect(await (await get('/identity/offer', cookie)).text()).toContain(`data-record="${key}"`);
      expect(await (await take(key)).text()).toContain(`data-offer href="${offerUri.replaceAll('&', '&amp;')}"`);
      expect(server.calls.at(-1)?.body).toMatchObject({
        configurations: ['mandate'],
        subject: {
          ...{ national_id: parent.claims.national_id, relation: 'parent', valid_from: '2017-05-14', valid_until: '2035-05-13' },
          principal: { national_id: child?.claims.national_id, given_name: 'رها', birthdate: '2017-05-14' },
        },
      });
      expect(register.read(key).offerIds).toEqual(['o1']);
    });

    it('hands nothing to anybody else, nor what was revoked', async () => {
      const { get, cookie, take, register, server, clock } = await signIn();
      const asked = server.calls.length;
      for (const answer of [await take(key, {}), await take('another')]) expect(answer.headers.get('location')).toBe('/identity/offer');
      register.change(key, 'revoked', clock.now);
      expect((await take(key)).headers.get('location')).toBe('/identity/offer');
      expect(server.calls.length).toBe(asked);
      expect(await (await get('/identity/offer', cookie)).text()).toContain('data-state="revoked"');
    });

    it('says nothing of mandates to who has none', async () => {
      const { post, get } = await setUp(served);
      expect(await (await get('/identity/offer', cookieOf(await post(right)))).text()).not.toContain('id="mandates"');
    });

    it('has its caseworkers revoke a mandate, and nobody else', async () => {
      const { get } = await setUp(served);
      const gate = await get('/mandates/office');
      expect([gate.status, (await gate.text()).includes(key)]).toEqual([403, false]);
      const seated = await setUp({ ...served, 'GET /daricheh/caseworker': { json: {} } });
      expect(await (await seated.get('/mandates/office', 'daricheh_caseworker=c')).text()).toContain(`data-record="${key}"`);
    });
  });

  describe('for a wallet that asks for a sign-in', () => {
    const back = `${origin}/daricheh/issuer/return?code=c`;
    const served = { 'POST /daricheh/issuer/authorizations/h%201': { json: { redirectUri: back } } };

    it('says whom it knows, once, and sends the browser back', async () => {
      const { post, get, server } = await setUp(served);
      const page = await (await get('/identity?authorization=h%201')).text();
      expect(page).toContain('name="authorization" value="h 1"');
      const wrong = await (await post({ ...right, activation_code: 'AAAA-AAAA', authorization: 'h 1' })).text();
      expect(wrong).toContain('name="authorization" value="h 1"');
      const answer = await post({ ...right, authorization: 'h 1' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, back]);
      expect(server.calls.map(({ body }) => body)).toEqual([{ subject: person.claims, configurations: ['identity', 'signing'] }]);
    });

    it('keeps it when the visitor asks for another language, and remembers which', async () => {
      const { get } = await setUp(served);
      const page = await get('/identity?authorization=h%201&lang=en');
      expect(await page.text()).toContain('href="/identity?authorization=h%201&amp;lang=fa"');
      expect(await (await get('/identity?authorization=h%201', cookieOf(page))).text()).toContain('<html lang="en" dir="ltr">');
    });

    it('says so when the sign-in has run out', async () => {
      const { post } = await setUp({ 'POST /daricheh/issuer/authorizations/h%201': { status: 404 } });
      expect((await post({ ...right, authorization: 'h 1' })).status).toBe(502);
    });

    it('has a link by which a wallet begins, and none where one has begun', async () => {
      const { get } = await setUp();
      const pages = await Promise.all(['/identity', '/identity?authorization=h'].map(async (path) => (await get(path)).text()));
      expect(pages.map((page) => page.includes('openid-credential-offer://?credential_offer='))).toEqual([true, false]);
    });
  });
});
