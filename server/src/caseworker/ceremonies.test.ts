import { describe, expect, it, vi } from 'vitest';
import { apiKeyOf, createTestApp, enrolmentCodeOf, originOf, startOfTests } from '../testing/test-app.ts';
import { createDeskPasskey, createTestCaseworker } from '../testing/test-caseworker.ts';

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

/** ES256 (-7) becomes EdDSA (-8). */
function replaceAlgorithm(attestation: Uint8Array): Uint8Array {
  const at = attestation.findIndex((byte, index) => byte === 0x03 && attestation[index + 1] === 0x26 && index > 60);
  return attestation.with(at + 1, 0x27);
}

/** The authenticator data, which comes last, is one byte longer than what it holds. */
function lengthenAuthenticatorData(attestation: Uint8Array): Uint8Array {
  const length = 37 + 18 + 16 + 77;
  return new Uint8Array([...attestation.with(-length - 1, length + 1), 0]);
}

/** The model of an authenticator, its AAGUID, which stands behind the first 37 bytes of the authenticator data. */
function claimModel(attestation: Uint8Array): Uint8Array {
  const start = attestation.length - (18 + 16 + 77);
  return attestation.map((byte, at) => (at >= start && at < start + 16 ? 0xab : byte));
}

/** `attStmt`, which is empty without attestation, with one member: {"a": 1}. */
function addStatement(attestation: Uint8Array): Uint8Array {
  const at = Buffer.from(attestation).indexOf('attStmt') + 'attStmt'.length;
  return new Uint8Array([...attestation.subarray(0, at), 0xa1, 0x61, 0x61, 0x01, ...attestation.subarray(at + 1)]);
}

async function askForCode(app: Awaited<ReturnType<typeof createTestApp>>): Promise<string> {
  const headers = { authorization: `Bearer ${apiKeyOf('tax')}` };
  return ((await (await app.send('tax', `${base}/enrolment-codes`, { json: {}, headers })).json()) as { code: string }).code;
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
    ['D8: an algorithm that was not offered', { mutate: replaceAlgorithm }, 'webauthn_invalid'],
    ['D8: a byte after the attestation', { mutate: (bytes: Uint8Array) => new Uint8Array([...bytes, 0]) }, 'webauthn_invalid'],
    ['D8: a byte after the authenticator data', { mutate: lengthenAuthenticatorData }, 'webauthn_invalid'],
    ['D8: half an attestation', { mutate: (bytes: Uint8Array) => bytes.subarray(0, 99) }, 'webauthn_invalid'],
    ['D8: an id of 1024 bytes', { with: createDeskPasskey('tax', { idBytes: 1024 }) }, 'webauthn_invalid'],
    ['D8: an id that is not the authenticator’s', { id: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'webauthn_invalid'],
  ])('is refused with %s', async (_what, changes, code) => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    expect(await readProblem(await worker.enrol(changes))).toMatchObject({ status: 401, code });
    expect((await worker.open(base)).status).toBe(303);
  });

  // WebAuthn Level 3 no longer blanks the model where no attestation is asked for: synchronised passkeys name their provider.
  it.each([
    ['names its model', { mutate: claimModel }],
    ['names none', {}],
  ])('D8: without attestation, is by an authenticator that %s, which is a mere claim', async (_what, changes) => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    expect([(await worker.enrol(changes)).status, (await worker.signIn()).status]).toEqual([200, 200]);
  });

  it('D8: is refused with a statement where there is no attestation', async () => {
    const app = await createTestApp();
    const answer = await createTestCaseworker(app, 'tax').enrol({ mutate: addStatement });
    expect(await readProblem(answer)).toEqual({ status: 401, code: 'webauthn_invalid', what: 'registration' });
  });

  it('D8: takes an id of 1023 bytes, the longest that there is', async () => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax', createDeskPasskey('tax', { idBytes: 1023 }));
    expect([(await worker.enrol()).status, (await worker.signIn()).status]).toEqual([200, 200]);
  });

  it('D9: is once for one challenge, of fifty at the same time', async () => {
    const app = await createTestApp();
    const worker = createTestCaseworker(app, 'tax');
    const answer = await worker.post(`${base}/enrol/options`, { json: { code: enrolmentCodeOf('tax'), name: 'مینا' } });
    const { challenge } = (await answer.json()) as { challenge: string };
    const answers = await Promise.all(Array.from({ length: 50 }, () => worker.enrol({ challenge, with: createDeskPasskey('tax') })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
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
    ['a passkey that is not enrolled', { with: createDeskPasskey('tax') }],
    ['an id of 1024 bytes', { with: createDeskPasskey('tax', { idBytes: 1024 }) }],
  ])('D8: is refused with %s', async (_what, changes) => {
    const { worker } = await enrolled();
    expect(await readProblem(await worker.signIn(changes))).toMatchObject({ status: 401, code: 'webauthn_invalid' });
  });

  it('D8: is refused with the id of another’s passkey', async () => {
    const { app, worker } = await enrolled();
    const other = createTestCaseworker(app, 'tax');
    await other.enrol({ code: await askForCode(app) });
    const answer = await other.signIn({ id: worker.passkey.listed.id });
    expect(await readProblem(answer)).toMatchObject({ status: 401, code: 'webauthn_invalid' });
  });

  it('D8: is refused when the counter went back or stood still; and from then on, for there may be a copy', async () => {
    const { app, worker } = await enrolled();
    expect((await worker.signIn({ counter: 9 })).status).toBe(200);
    app.clock.now = new Date(startOfTests.getTime() + 1000);
    expect(await readProblem(await worker.signIn({ counter: 9 }))).toMatchObject({ status: 401, code: 'webauthn_invalid' });
    expect((await worker.open(base)).status).toBe(303);
    expect(await readProblem(await worker.signIn({ counter: 10 }))).toMatchObject({ status: 401, code: 'webauthn_invalid' });
    const [event] = await app.deps.store.staffEvents.list({ agency: 'tax', limit: 1 });
    expect(event).toMatchObject({ kind: 'passkey-flagged', actor: null, subject: { name: 'مینا' } });
  });

  it('D8: a stranger who only knows its id cannot have a passkey put out of use', async () => {
    const { worker } = await enrolled();
    await worker.signIn({ counter: 9 });
    await worker.signIn({ with: createDeskPasskey('tax'), id: worker.passkey.listed.id, counter: 1 });
    expect((await worker.signIn({ counter: 10 })).status).toBe(200);
  });

  it('takes a passkey that keeps no counter, as those that are synchronised, again and again', async () => {
    const { worker } = await enrolled();
    expect([(await worker.signIn({ counter: 0 })).status, (await worker.signIn({ counter: 0 })).status]).toEqual([200, 200]);
  });

  it('D10: tells nobody whether a passkey is enrolled, by its words or by the work it does', async () => {
    const { app, worker } = await enrolled();
    const stranger = createTestCaseworker(app, 'tax');
    const verify = vi.spyOn(globalThis.crypto.subtle, 'verify');
    const find = vi.spyOn(app.deps.store.passkeys, 'find');
    const attempt = async (changes: object, who = worker) => {
      verify.mockClear();
      find.mockClear();
      const answer = await who.signIn(changes);
      return { status: answer.status, body: await answer.text(), verified: verify.mock.calls.length, found: find.mock.calls.length };
    };
    const known = await attempt({ with: createDeskPasskey('tax'), id: worker.passkey.listed.id });
    const unknown = await attempt({}, stranger);
    verify.mockRestore();
    expect(unknown).toEqual(known);
    expect(unknown).toMatchObject({ status: 401, verified: 1, found: 1 });
  });

  it('D10: offers the same to everybody: a challenge, and no passkey’s id', async () => {
    const { app, worker } = await enrolled();
    const offers = [worker, createTestCaseworker(app, 'tax')].map(async (one) => {
      const { challenge, ...rest } = (await (await one.post(`${base}/sign-in/options`, { json: {} })).json()) as { challenge: string };
      return { length: challenge.length, ...rest };
    });
    const [known, unknown] = await Promise.all(offers);
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ allowCredentials: [] });
  });

  it('D10: a recovery link that never was is answered as one that was used', async () => {
    const { app } = await enrolled();
    const guess = async (code: string) => (await app.send('tax', `${base}/recover?code=${code}`)).text();
    expect(await guess('AAAAAAAAAAAAAAAAAAAAAA')).toBe(await guess(enrolmentCodeOf('tax')));
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

  it('D11: after a hundred failures says when to come again, and the right passkey still gets in', async () => {
    const { app, worker } = await enrolled();
    const fail = () => worker.signIn({ challenge: 'AAAA' });
    for (let count = 0; count < 100; count++) expect((await fail()).status).toBe(401);
    const put = await fail();
    expect([put.status, put.headers.get('retry-after')]).toEqual([429, '900']);
    expect((await worker.signIn()).status).toBe(200);
    app.clock.now = new Date(startOfTests.getTime() + 900_000);
    expect((await fail()).status).toBe(401);
  });

  it('D11: codes tried by the hundred are put off, even a right one, at that address alone', async () => {
    const app = await createTestApp({ trustForwardedFor: true });
    const tryCode = (code: string, address: string) =>
      createTestCaseworker(app, 'tax').post(`${base}/enrol/options`, {
        json: { code, name: 'x' },
        headers: { 'x-forwarded-for': address },
      });
    for (let count = 0; count < 100; count++) expect((await tryCode(`wrong-code-${count}`, '192.0.2.1')).status).toBe(401);
    expect((await tryCode(enrolmentCodeOf('tax'), '192.0.2.1')).status).toBe(429);
    expect((await tryCode(enrolmentCodeOf('tax'), '192.0.2.2')).status).toBe(200);
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

  it('D12: is new at each sign-in, whatever the browser brought along, and the one before is over', async () => {
    const { app, worker } = await enrolled();
    const first = worker.readCookie();
    const planted = 'daricheh_caseworker=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const options = await worker.post(`${base}/sign-in/options`, { json: {}, headers: { cookie: planted } });
    await worker.signIn({ challenge: ((await options.json()) as { challenge: string }).challenge });
    const second = worker.readCookie();
    expect(new Set([first, planted, second]).size).toBe(3);
    const statuses = [first, planted, second].map(async (cookie) => (await app.send('tax', base, { headers: { cookie } })).status);
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });

  it('D12: hangs on a cookie that no script reads, no other site’s post carries, and no plain connection either', async () => {
    const origin = originOf('tax').replace('http:', 'https:');
    const plain = await createTestApp();
    const agencies = plain.deps.agencies.map((agency) => (agency.id === 'tax' ? { ...agency, origin } : agency));
    const app = await createTestApp({ agencies });
    const worker = createTestCaseworker(app, 'tax');
    const headers = { origin };
    const options = await worker.post(`${base}/enrol/options`, { json: { code: enrolmentCodeOf('tax'), name: 'x' }, headers });
    const { challenge } = (await options.json()) as { challenge: string };
    const { credentialId: id, ...response } = worker.passkey.register(Buffer.from(challenge, 'base64url'), { origin });
    const json = { code: enrolmentCodeOf('tax'), name: 'x', response: { id, rawId: id, type: 'public-key', response } };
    const answer = await worker.post(`${base}/enrol`, { json, headers });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-daricheh_caseworker=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
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
