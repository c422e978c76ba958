import { describe, expect, it } from 'vitest';
import { createTestApp, startOfTests } from '../testing/test-app.ts';
import { createDeskPasskey, createTestCaseworker } from '../testing/test-caseworker.ts';
import { describeBrowser } from './describe-browser.ts';
import { staffText } from './staff-text.ts';

const base = '/daricheh/caseworker';
const account = `${base}/account`;

async function enrolled() {
  const app = await createTestApp();
  const worker = createTestCaseworker(app, 'tax');
  await worker.enrol();
  const remove = async (id: string, confirmation?: object) =>
    worker.post(`${account}/passkeys/${id}/remove`, { json: { confirmation: confirmation ?? (await worker.confirm()) } });
  return { app, worker, remove };
}

async function withTwo() {
  const desk = await enrolled();
  const second = createDeskPasskey('tax');
  await desk.worker.add(second);
  return { ...desk, second };
}

const codeOf = async (answer: Response) => `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`.trim();
const countPasskeys = (page: string) => page.match(/data-passkey/g)?.length ?? 0;
const countSessions = (page: string) => page.match(/data-session/g)?.length ?? 0;

describe('one’s own passkeys', () => {
  it('are several: each opens the account, and is listed with its name and last use', async () => {
    const { app, worker, second } = await withTwo();
    const before = await (await worker.open(account)).text();
    expect([countPasskeys(before), before.includes(staffText.fa.onePasskey)]).toEqual([2, false]);
    expect(before).toMatch(/<bdi>تلفن<\/bdi>.*هنوز به کار نرفته/s);
    app.clock.now = new Date(startOfTests.getTime() + 60_000);
    expect((await worker.signIn({ with: second })).status).toBe(200);
    expect(await (await worker.open(account)).text()).toMatch(/<bdi>تلفن<\/bdi>.*آخرین بار: ۲ آذر ۱۴۰۵، ۱۲:۳۱/s);
  });

  it('warn who has one only', async () => {
    const { worker } = await enrolled();
    expect(await (await worker.open(account)).text()).toContain(staffText.fa.onePasskey);
  });

  it.each([
    [
      'made for signing in',
      async ({ worker }: Awaited<ReturnType<typeof enrolled>>) => {
        const { challenge } = (await (await worker.post(`${base}/sign-in/options`, { json: {} })).json()) as { challenge: string };
        return worker.confirm({ challenge });
      },
    ],
    ['by a passkey that is not enrolled', ({ worker }) => worker.confirm({ with: createDeskPasskey('tax') })],
    ['without a verified user', ({ worker }) => worker.confirm({ flags: 1 })],
    [
      'used once before',
      async ({ worker }) => {
        const confirmation = await worker.confirm();
        await worker.add(createDeskPasskey('tax'), { confirmation });
        return confirmation;
      },
    ],
  ] as [string, (desk: Awaited<ReturnType<typeof enrolled>>) => Promise<object>][])(
    'are not added, nor removed, on an answer %s',
    async (_what, answer) => {
      const desk = await enrolled();
      const confirmation = await answer(desk);
      expect(await codeOf(await desk.worker.add(createDeskPasskey('tax'), { confirmation }))).toBe('401 webauthn_invalid');
      expect(await codeOf(await desk.remove(desk.worker.passkey.listed.id, await answer(desk)))).toBe('401 webauthn_invalid');
    },
  );

  it('are not added with a challenge that was given for somebody else’s account', async () => {
    const { app, worker } = await enrolled();
    const headers = { authorization: 'Bearer api-key-of-tax' };
    const asked = await app.send('tax', `${base}/enrolment-codes`, { json: {}, headers });
    const thief = createTestCaseworker(app, 'tax');
    await thief.enrol({ code: ((await asked.json()) as { code: string }).code });
    const wish = { name: 'x', confirmation: await thief.confirm() };
    const options = await thief.post(`${account}/passkeys/options`, { json: wish });
    const { challenge } = (await options.json()) as { challenge: string };
    expect(await codeOf(await worker.add(createDeskPasskey('tax'), { challenge }))).toBe('401 webauthn_invalid');
  });

  it('are not confirmed by a colleague’s', async () => {
    const { app, worker } = await enrolled();
    const headers = { authorization: 'Bearer api-key-of-tax' };
    const asked = await app.send('tax', `${base}/enrolment-codes`, { json: {}, headers });
    const colleague = createTestCaseworker(app, 'tax');
    await colleague.enrol({ code: ((await asked.json()) as { code: string }).code });
    const confirmation = await worker.confirm({ with: colleague.passkey });
    expect(await codeOf(await worker.add(createDeskPasskey('tax'), { confirmation }))).toBe('401 webauthn_invalid');
  });

  it('are not the same one twice', async () => {
    const { worker } = await enrolled();
    expect(await codeOf(await worker.add(worker.passkey))).toBe('401 webauthn_invalid');
  });

  it('are removed, and open nothing from then on; the last one stays', async () => {
    const { worker, remove, second } = await withTwo();
    await worker.signIn({ with: second });
    expect((await remove(worker.passkey.listed.id, await worker.confirm({ with: second }))).status).toBe(200);
    expect((await worker.open(account)).status).toBe(200);
    expect(await codeOf(await remove(second.listed.id, await worker.confirm({ with: second })))).toBe('409 last_passkey');
    expect(await codeOf(await worker.signIn())).toBe('401 webauthn_invalid');
  });

  it('end the sessions that they opened when they are removed', async () => {
    const { app, worker, second } = await withTwo();
    const elsewhere = createTestCaseworker(app, 'tax', second);
    await elsewhere.signIn();
    const confirmation = await worker.confirm();
    await worker.post(`${account}/passkeys/${second.listed.id}/remove`, { json: { confirmation } });
    expect((await elsewhere.open(account)).status).toBe(303);
    expect(countSessions(await (await worker.open(account)).text())).toBe(1);
  });

  it('ask once more before one is removed, on a page that is there for one’s own alone', async () => {
    const { app, worker } = await enrolled();
    const page = `${account}/passkeys/${worker.passkey.listed.id}/remove`;
    const shown = await (await worker.open(page)).text();
    expect(shown).toContain(staffText.fa.removeLead);
    expect(shown).toContain(`action="${page}"`);
    const other = createTestCaseworker(app, 'passport');
    await other.enrol();
    expect((await other.open(page)).status).toBe(404);
  });

  it('have names, which are text', async () => {
    const { worker } = await enrolled();
    const rename = (id: string, name: string) => worker.post(`${account}/passkeys/${id}/name`, { form: { name } });
    expect((await rename(worker.passkey.listed.id, '  <b>کلید</b> ')).status).toBe(303);
    expect(await (await worker.open(account)).text()).toContain('<bdi>&lt;b&gt;کلید&lt;/b&gt;</bdi>');
    expect([(await rename('AAAA', 'x')).status, (await rename(worker.passkey.listed.id, ' ')).status]).toEqual([404, 400]);
  });

  it('E15: are out of reach of other sites', async () => {
    const { worker } = await enrolled();
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const paths = [
      'confirm/options',
      'account/passkeys/options',
      'account/passkeys',
      'account/sign-out-elsewhere',
      'account/passkeys/a/remove',
    ];
    const statuses = paths.map(async (path) => (await worker.post(`${base}/${path}`, { json: {}, headers })).status);
    expect(await Promise.all(statuses)).toEqual(paths.map(() => 403));
  });

  it('are for who is signed in', async () => {
    const app = await createTestApp();
    const stranger = createTestCaseworker(app, 'tax');
    const paths = [
      'confirm/options',
      'account/passkeys/options',
      'account/passkeys',
      'account/sign-out-elsewhere',
      'account/passkeys/a/remove',
    ];
    const statuses = paths.map(async (path) => (await stranger.post(`${base}/${path}`, { json: {} })).status);
    expect(await Promise.all(statuses)).toEqual(paths.map(() => 401));
    expect((await stranger.open(account)).status).toBe(303);
  });
});

describe('one’s own sessions', () => {
  it('are listed with their browser, and ended elsewhere', async () => {
    const { app, worker } = await enrolled();
    const elsewhere = createTestCaseworker(app, 'tax', worker.passkey);
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
    const options = await elsewhere.post(`${base}/sign-in/options`, { json: {} });
    const challenge = ((await options.json()) as { challenge: string }).challenge;
    const { credentialId: id, ...response } = worker.passkey.assert(Buffer.from(challenge, 'base64url'), {
      origin: 'http://tax.localhost:8570',
    });
    const json = { response: { id, rawId: id, type: 'public-key', response } };
    await elsewhere.post(`${base}/sign-in`, { json, headers: { 'user-agent': firefox } });
    const page = await (await worker.open(account)).text();
    expect(countSessions(page)).toBe(2);
    expect(page).toMatch(/<bdi>Firefox, Linux<\/bdi>/);
    expect(page.match(new RegExp(staffText.fa.thisSession, 'g'))).toHaveLength(1);
    expect(await (await worker.open(`${account}/sign-out-elsewhere`)).text()).toContain(staffText.fa.signOutElsewhereLead);
    expect((await worker.post(`${account}/sign-out-elsewhere`, { form: {} })).headers.get('location')).toBe(account);
    expect([(await worker.open(account)).status, (await elsewhere.open(account)).status]).toEqual([200, 303]);
  });
});

describe('a browser in two words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
      'Edge, Windows',
    ],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['curl/8.0', ''],
    ['<script>', ''],
  ])('%s', (userAgent, words) => {
    expect(describeBrowser(userAgent)).toBe(words);
  });
});
