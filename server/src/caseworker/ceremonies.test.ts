import { describe, expect, it } from 'vitest';
import { apiKeyOf, createTestApp, enrolmentCodeOf, startOfTests } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';

const base = '/daricheh/caseworker';

async function readProblem(response: Response) {
  const { code, facts } = (await response.json()) as { code: string; facts: object };
  return { status: response.status, code, ...facts };
}

async function enrolled() {
  const app = await createTestApp();
  const worker = createTestCaseworker(app, 'tax');
  await worker.enrol();
  return { app, worker };
}

describe('enrolment', () => {
  it('makes a caseworker by a code and a passkey, and signs in', async () => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    const answer = await worker.enrol();
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^daricheh_caseworker=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(await (await worker.open(base)).text()).toContain('<bdi class="soft">مینا</bdi>');
  });

  it('works once for one code, of ten at once', async () => {
    const app = await createTestApp();
    const answers = await Promise.all(Array.from({ length: 10 }, () => createTestCaseworker(app, 'tax').enrol()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const later = await createTestCaseworker(app, 'tax').enrol();
    expect(await readProblem(later)).toEqual({ status: 401, code: 'enrolment_code_invalid' });
  });

  it('takes a code that the agency’s back end asked for, for a day', async () => {
    const app = await createTestApp();
    const ask = async () => {
      const answer = await app.send('tax', `${base}/enrolment-codes`, {
        json: {},
        headers: { authorization: `Bearer ${apiKeyOf('tax')}` },
      });
      return ((await answer.json()) as { code: string }).code;
    };
    const [first, second] = [await ask(), await ask()];
    expect((await createTestCaseworker(app, 'tax').enrol({ code: first })).status).toBe(200);
    expect((await createTestCaseworker(app, 'tax').enrol({ code: first })).status).toBe(401);
    app.clock.now = new Date(startOfTests.getTime() + 86_400_000);
    expect((await createTestCaseworker(app, 'tax').enrol({ code: second })).status).toBe(401);
  });

  it.each([
    ['a wrong code', { code: 'not-the-code' }, 'enrolment_code_invalid'],
    ['another agency’s code', { code: enrolmentCodeOf('passport') }, 'enrolment_code_invalid'],
    ['D8: another origin', { origin: 'https://evil.example' }, 'webauthn_invalid'],
    ['D8: another RP', { rpId: 'localhost' }, 'webauthn_invalid'],
    ['D8: an assertion in its place', { type: 'webauthn.get' }, 'webauthn_invalid'],
    ['D8: a user who was not verified', { flags: 1 }, 'webauthn_invalid'],
    ['D8: a user who was not there', { flags: 4 }, 'webauthn_invalid'],
    ['D8: a frame of another site', { crossOrigin: true }, 'webauthn_invalid'],
    ['D8: a challenge that was never made', { challenge: 'AAAA' }, 'webauthn_invalid'],
  ])('is refused with %s', async (_what, changes, code) => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    expect(await readProblem(await worker.enrol(changes))).toMatchObject({ status: 401, code });
    expect((await worker.open(base)).status).toBe(303);
  });

  it('leaves the code good when the passkey failed', async () => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol({ flags: 1 });
    expect((await worker.enrol()).status).toBe(200);
  });
});

describe('signing in', () => {
  it('opens a new session each time', async () => {
    const { worker } = await enrolled();
    const [first, second] = [await worker.signIn(), await worker.signIn()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.headers.getSetCookie()).not.toEqual(second.headers.getSetCookie());
    expect((await worker.open(base)).status).toBe(200);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another RP', { rpId: 'localhost' }],
    ['a registration in its place', { type: 'webauthn.create' }],
    ['a user who was not verified', { flags: 1 }],
    ['a user who was not there', { flags: 4 }],
    ['a frame of another site', { crossOrigin: true }],
    ['a challenge that was never made', { challenge: 'AAAA' }],
  ])('D8: is refused with %s', async (_what, changes) => {
    const { worker } = await enrolled();
    expect(await readProblem(await worker.signIn(changes))).toMatchObject({ status: 401, code: 'webauthn_invalid' });
  });

  it('D8: is refused when the counter went back', async () => {
    const { worker } = await enrolled();
    expect((await worker.signIn({ counter: 9 })).status).toBe(200);
    expect(await readProblem(await worker.signIn({ counter: 8 }))).toMatchObject({ status: 401, code: 'webauthn_invalid' });
    expect((await worker.signIn({ counter: 10 })).status).toBe(200);
  });

  it('D10: tells nobody whether a passkey is enrolled', async () => {
    const { app, worker } = await enrolled();
    const stranger = createTestCaseworker(app, 'tax');
    const [unknown, wrong] = [await stranger.signIn(), await worker.signIn({ rpId: 'localhost' })];
    expect(await unknown.text()).toBe(await wrong.text());
  });

  it('E10: with another agency’s passkey is refused', async () => {
    const { app } = await enrolled();
    expect((await createTestCaseworker(app, 'passport').signIn()).status).toBe(401);
  });

  it('D9: uses a challenge once, of fifty at the same time', async () => {
    const { worker } = await enrolled();
    const answer = await worker.post(`${base}/sign-in/options`, { json: {} });
    const { challenge } = (await answer.json()) as { challenge: string };
    const answers = await Promise.all(Array.from({ length: 50 }, () => worker.signIn({ challenge })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('uses a challenge within five minutes, and for nothing else', async () => {
    const { app, worker } = await enrolled();
    const ask = async (path: string, json: object) =>
      ((await (await worker.post(`${base}/${path}/options`, { json })).json()) as { challenge: string }).challenge;
    const old = await ask('sign-in', {});
    app.clock.now = new Date(startOfTests.getTime() + 300_000);
    expect((await worker.signIn({ challenge: old })).status).toBe(401);
    const codeAnswer = await app.send('tax', `${base}/enrolment-codes`, {
      json: {},
      headers: { authorization: `Bearer ${apiKeyOf('tax')}` },
    });
    const { code } = (await codeAnswer.json()) as { code: string };
    expect((await worker.signIn({ challenge: await ask('enrol', { code, name: 'x' }) })).status).toBe(401);
  });

  it('D11: is put off after a hundred failures, with a word on when', async () => {
    const { worker } = await enrolled();
    for (let count = 0; count < 100; count++) await worker.signIn({ challenge: 'AAAA' });
    const answer = await worker.signIn();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '900']);
  });
});

describe('a caseworker’s session', () => {
  it.each([
    ['after 15 minutes without use', 15 * 60_000],
    ['after 12 hours', 12 * 3_600_000],
  ])('D12: is over %s', async (_what, ms) => {
    const { app, worker } = await enrolled();
    for (let passed = 10 * 60_000; passed < ms; passed += 10 * 60_000) {
      if (ms > 3_600_000) {
        app.clock.now = new Date(startOfTests.getTime() + passed);
        expect((await worker.open(base)).status).toBe(200);
      }
    }
    app.clock.now = new Date(startOfTests.getTime() + ms);
    expect((await worker.open(base)).headers.get('location')).toBe(`${base}/sign-in`);
  });

  it('D12: is over after signing out, even for who kept the cookie', async () => {
    const { app, worker } = await enrolled();
    const cookie = (await worker.signIn()).headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    expect((await worker.post(`${base}/sign-out`, { form: {} })).status).toBe(303);
    expect((await app.send('tax', base, { headers: { cookie } })).status).toBe(401);
  });

  it('E10: opens nothing at another agency', async () => {
    const { app, worker } = await enrolled();
    const cookie = (await worker.signIn()).headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    expect((await app.send('passport', base, { headers: { cookie } })).status).toBe(401);
  });

  it('E15: is not opened or closed from another site', async () => {
    const { worker } = await enrolled();
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await worker.post(`${base}/sign-out`, { form: {}, headers })).status).toBe(403);
    expect((await worker.open(base)).status).toBe(200);
  });
});
