import { afterEach, describe, expect, it } from 'vitest';
import { createSite as createCompanies } from '../companies/site.ts';
import { createServerClient } from '../front/server-client.ts';
import { createSite as createLicence } from '../licence/site.ts';
import { getLetterPerson } from '../people.ts';
import { createSite as createResidents } from '../residents/site.ts';
import { type FakeAnswer, type SeenCall, startFakeServer } from '../testing/fake-server.ts';
import { createTemporaryRegister } from '../testing/temporary-register.ts';
import { createSite as createUniversity } from '../university/site.ts';
import type { CounterDeps } from './counter-options.ts';

const origin = 'http://licence.localhost:8470';
const sara = getLetterPerson('sara-rezaei').claims;
const anna = getLetterPerson('anna-mueller').claims;
const link = 'openid4vp://?client_id=x509_hash%3Aabc';
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** A site beside a server that knows one citizen and one caseworker by their cookies. */
async function open(
  options: {
    readonly citizen?: object;
    readonly answers?: Readonly<Record<string, FakeAnswer>>;
    readonly create?: typeof createLicence;
  } = {},
) {
  const { citizen = sara, answers = {}, create = createLicence } = options;
  let offers = 0;
  const server = await startFakeServer({
    'GET /daricheh/session': ({ cookie }: SeenCall) => ({
      json: cookie?.includes('daricheh_session=c') ? { signedIn: true, subject: citizen } : { signedIn: false },
    }),
    'GET /daricheh/caseworker': ({ cookie }: SeenCall) => ({ status: cookie?.includes('daricheh_caseworker=k') ? 200 : 303 }),
    'POST /daricheh/verifier/requests': { status: 201, json: { id: 'r', link }, setCookies: ['daricheh_browser=b; Path=/'] },
    'POST /daricheh/issuer/offers': () => ({
      status: 201,
      json: { offerId: `offer-${++offers}`, offerUri: 'openid-credential-offer://?x=1' },
    }),
    'POST /daricheh/issuer/statuses': { json: { changed: 1 } },
    ...answers,
  });
  close = server.close;
  const register = createTemporaryRegister();
  const callServer = createServerClient({ port: server.port, host: 'licence.localhost:8470' });
  const deps: CounterDeps = { origin, callServer, apiKey: 'key', now: () => new Date('2026-11-23T10:00:00Z'), register };
  const site = create(deps);
  const as = (who: 'citizen' | 'caseworker' | 'nobody') =>
    ({ citizen: 'daricheh_session=c', caseworker: 'daricheh_caseworker=k', nobody: '' })[who];
  const get = (path: string, who: 'citizen' | 'caseworker' | 'nobody') => site.request(origin + path, { headers: { cookie: as(who) } });
  const post = (path: string, form: Record<string, string>, who: 'citizen' | 'caseworker' | 'nobody') =>
    site.request(origin + path, {
      method: 'POST',
      headers: { cookie: as(who), origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  const callsTo = (path: string) => server.calls.filter((call) => call.path === path);
  return { get, post, callsTo, register };
}

describe('the counter for documents', () => {
  it('signs the citizen in by a link that comes back to it', async () => {
    const { get, callsTo } = await open();
    const page = await (await get('/documents', 'nobody')).text();
    expect(page).toContain('openid4vp://?client_id=x509_hash%3Aabc');
    expect(callsTo('/daricheh/verifier/requests')[0]?.body).toEqual({ use: 'sign-in', channel: 'link', returnTo: '/documents/return' });
    expect(page).not.toContain('data-record');
  });

  it('shows the citizen their own records, in Persian and in English', async () => {
    const { get } = await open();
    const page = await (await get('/documents', 'citizen')).text();
    expect(page.match(/data-record="/g)).toHaveLength(3);
    expect(page).toContain('۲۰ اردیبهشت ۱۴۰۰');
    const english = await (await get('/documents?lang=en', 'citizen')).text();
    expect(english).toContain('10 May 2021');
    expect(english).toContain('lang="en" dir="ltr"');
  });

  it('says so where nothing is on record', async () => {
    const { get } = await open({ citizen: getLetterPerson('golbakht').claims });
    expect(await (await get('/documents', 'citizen')).text()).toContain('مدرکی به نام شما ثبت نشده است');
  });

  it('offers one document with its holder, each claim at its path', async () => {
    const { post, callsTo } = await open();
    const answer = await post('/documents/take', { record: 'ZZZAAB13N00007326' }, 'citizen');
    expect(await answer.text()).toContain('openid-credential-offer://?x=1');
    expect(callsTo('/daricheh/issuer/offers')).toMatchObject([
      {
        authorization: 'Bearer key',
        body: {
          configurations: ['vehicle-registration'],
          subject: {
            national_id: sara.national_id,
            given_name: 'سارا',
            vehicle: { vin: 'ZZZAAB13N00007326', fuel: 'cng' },
            fictitious: true,
          },
        },
      },
    ]);
  });

  it.each([
    ['nobody', 'nobody', sara],
    ['somebody else', 'citizen', anna],
  ] as const)('gives no document to %s', async (_whom, who, citizen) => {
    const { post, callsTo } = await open({ citizen });
    expect((await post('/documents/take', { record: 'ZZZAAB13N00007326' }, who)).status).toBe(303);
    expect(callsTo('/daricheh/issuer/offers')).toEqual([]);
  });

  it('keeps the citizen’s records in view when the server makes no offer', async () => {
    const { post } = await open({ answers: { 'POST /daricheh/issuer/offers': { status: 503 } } });
    const answer = await post('/documents/take', { record: 'ZZZAAB13N00007326' }, 'citizen');
    expect([answer.status, (await answer.text()).includes('role="alert"')]).toEqual([502, true]);
  });

  it('is refused to posts from other origins', async () => {
    const { post } = await open();
    const site = createLicence({
      origin: 'http://other.localhost',
      callServer: async () => ({ kind: 'unreachable' }),
      apiKey: '',
      now: () => new Date(),
      register: createTemporaryRegister(),
    });
    expect(
      (
        await site.request('http://other.localhost/documents/take', {
          method: 'POST',
          headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'record=1',
        })
      ).status,
    ).toBe(403);
    expect((await post('/documents/take', { record: '1' }, 'citizen')).status).toBe(303);
  });
});

describe('a document that is handed over more carefully', () => {
  const momeneh = getLetterPerson('momeneh-agahi').claims;
  const handle = 'h 1';
  const authorization = '/daricheh/issuer/authorizations/h%201';
  const asked = { [`GET ${authorization}`]: { json: { clientId: 'w', configurations: ['company-role'], issuerState: 's' } } };
  const roleOf = (page: string) => /name="record" value="([^"]+)"/.exec(page)?.[1] ?? '';

  it('comes with a second code, which is not in the link', async () => {
    const answers = {
      'POST /daricheh/issuer/offers': { status: 201, json: { offerId: 'o', offerUri: 'openid-credential-offer://?x=1', txCode: '493536' } },
    };
    const { post, callsTo } = await open({ create: createUniversity, answers });
    const page = await (await post('/documents/take', { record: 'D-9901417' }, 'citizen')).text();
    expect(page).toContain('<strong dir="ltr" data-second-code>493536</strong>');
    expect(page).toContain('href="openid-credential-offer://?x=1"');
    expect(callsTo('/daricheh/issuer/offers')[0]?.body).toMatchObject({ configurations: ['diploma'], txCode: {} });
  });

  it('is asked for by the wallet at the agency’s own page, where the citizen chooses among two', async () => {
    const redirectUri = `${origin}/daricheh/issuer/return?code=c`;
    const answers = { ...asked, [`POST ${authorization}`]: { json: { redirectUri, offerId: 'signed-in' } } };
    const { get, post, callsTo, register } = await open({ create: createCompanies, citizen: momeneh, answers });
    const page = await (await get(`/documents/authorize?authorization=${encodeURIComponent(handle)}`, 'citizen')).text();
    expect(page.match(/name="record"/g)).toHaveLength(2);
    // Whoever asks for the other language is still expected by the wallet.
    expect(page).toContain(`href="/documents/authorize?${new URLSearchParams({ authorization: handle })}&amp;lang=en"`);
    const record = roleOf(page);
    const answer = await post('/documents/authorize', { authorization: handle, record }, 'citizen');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, redirectUri]);
    const decision = callsTo(authorization).at(-1);
    expect(decision).toMatchObject({ method: 'POST', authorization: 'Bearer key', body: { configurations: ['company-role'] } });
    expect(register.read(record).offerIds).toEqual(['signed-in']);
  });

  it('is not given to who is not signed in, nor is another’s', async () => {
    const { get, post, callsTo } = await open({ create: createCompanies, citizen: momeneh, answers: asked });
    const page = await (await get('/documents/authorize?authorization=h', 'nobody')).text();
    expect(page).toContain('openid4vp://');
    expect(callsTo('/daricheh/verifier/requests')[0]?.body).toMatchObject({ returnTo: '/documents/return?authorization=h' });
    for (const who of ['nobody', 'citizen'] as const) {
      expect((await post('/documents/authorize', { authorization: handle, record: 'another’s' }, who)).status).toBe(404);
    }
    expect(callsTo(authorization).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('is refused when the citizen gives none; a wallet elsewhere is gone to by a link', async () => {
    const redirectUri = 'https://wallet.example/?error=access_denied';
    const answers = { ...asked, [`POST ${authorization}`]: { json: { redirectUri } } };
    const { post, callsTo } = await open({ create: createCompanies, citizen: momeneh, answers });
    const answer = await post('/documents/authorize', { authorization: handle }, 'citizen');
    expect(await answer.text()).toContain(`href="${redirectUri}"`);
    expect(callsTo(authorization).at(-1)?.body).toEqual({ refused: true });
  });
});

describe('the caseworkers’ office', () => {
  const key = 'ZZZAAB13N00007326';

  it('is closed to everybody else, citizens among them', async () => {
    const { get, post, callsTo } = await open();
    for (const who of ['nobody', 'citizen'] as const) {
      expect((await get('/documents/office', who)).status).toBe(403);
      expect((await post('/documents/office', { record: key, to: 'revoked' }, who)).status).toBe(403);
    }
    expect(callsTo('/daricheh/issuer/statuses')).toEqual([]);
  });

  it('revokes a document in every wallet that took it, offers it no more, and restores it', async () => {
    const { get, post, callsTo, register } = await open();
    for (let taken = 0; taken < 2; taken++) await post('/documents/take', { record: key }, 'citizen');
    expect((await post('/documents/office', { record: key, to: 'revoked' }, 'caseworker')).status).toBe(200);
    expect(callsTo('/daricheh/issuer/statuses').map(({ body }) => body)).toEqual([
      { offerId: 'offer-1', status: 'invalid' },
      { offerId: 'offer-2', status: 'invalid' },
    ]);
    expect(register.read(key)).toMatchObject({ state: 'revoked', changedAt: '2026-11-23T10:00:00.000Z' });
    expect(await (await get('/documents', 'citizen')).text()).toContain('لغوشده از ۲ آذر ۱۴۰۵');
    expect((await post('/documents/take', { record: key }, 'citizen')).status).toBe(303);
    await post('/documents/office', { record: key, to: 'valid' }, 'caseworker');
    expect(callsTo('/daricheh/issuer/statuses').at(-1)?.body).toEqual({ offerId: 'offer-2', status: 'valid' });
    expect((await post('/documents/take', { record: key }, 'citizen')).status).toBe(200);
  });

  it('changes nothing when the server did not hear of it', async () => {
    const { post, register } = await open({ answers: { 'POST /daricheh/issuer/statuses': { status: 503 } } });
    await post('/documents/take', { record: key }, 'citizen');
    expect((await post('/documents/office', { record: key, to: 'suspended' }, 'caseworker')).status).toBe(502);
    expect(register.read(key).state).toBe('valid');
  });

  it('overlooks a state that there is none of', async () => {
    const { post, register } = await open();
    await post('/documents/office', { record: key, to: 'deleted' }, 'caseworker');
    expect(register.read(key)).toEqual({ state: 'valid', changedAt: null, offerIds: [] });
  });
});

describe.each([
  ['licence', createLicence],
  ['residents', createResidents],
  ['university', createUniversity],
  ['companies', createCompanies],
] as const)('the site %s', (_id, create) => {
  it.each(['fa', 'en'])('serves whole pages without anything from elsewhere (%s)', async (language) => {
    const { get } = await open({ create });
    for (const path of ['/', '/documents', '/documents/office']) {
      const page = await (await get(`${path}?lang=${language}`, 'nobody')).text();
      expect(page).toContain(`<html lang="${language}"`);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      const files = [...page.matchAll(/(?:href|src)="([^"]+\.(?:css|svg|js))"/g)].map(([, file = '']) => file);
      expect(files.filter((file) => !file.startsWith('/'))).toEqual([]);
      for (const file of files) expect((await get(file, 'nobody')).status).toBe(200);
    }
  });
});
