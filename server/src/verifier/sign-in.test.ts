import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { answerByApi, answerByLink, directPost, responseCodeOf, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';

let app: TestApp;
let wallet: TestWallet;

beforeEach(async () => {
  app = await createTestApp();
  wallet = await createTestWallet(app);
});

const subject = {
  given_name: 'سارا',
  family_name: 'رضایی',
  given_name_latin: 'Sara',
  family_name_latin: 'Rezaei',
  national_id: '9990000018',
};

describe('signing in through the Digital Credentials API', () => {
  it('opens a session that knows the registered claims and no others', async () => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    expect(asked.request.protocol).toBe('openid4vp-v1-signed');
    expect(await browser.hand(asked, await answerByApi(wallet, asked))).toEqual({ status: 200, body: { signedIn: true, subject } });
    expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: true, subject });
  });

  it('lets in who has one name only', async () => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    const { family_name: _family, family_name_latin: _latin, ...claims } = subject;
    const from = await createTestWallet(app, { claims });
    expect((await browser.hand(asked, await answerByApi(from, asked))).body).toEqual({ signedIn: true, subject: claims });
  });

  it('D12: gives a new session at each sign-in, and ends the one before', async () => {
    const browser = new TestBrowser(app);
    const first = await browser.ask();
    await browser.hand(first, await answerByApi(wallet, first));
    const former = browser.cookies.get('daricheh_session') ?? '';
    const second = await browser.ask();
    await browser.hand(second, await answerByApi(wallet, second));
    expect(browser.cookies.get('daricheh_session')).not.toBe(former);
    const stolen = await app.send('tax', '/daricheh/session', { headers: { cookie: `daricheh_session=${former}` } });
    expect(await stolen.json()).toEqual({ signedIn: false });
  });

  it('D12: ends after 15 idle minutes, after 12 hours, and at sign-out', async () => {
    const start = app.clock.now.getTime();
    const signInAgain = async () => {
      const browser = new TestBrowser(app);
      const asked = await browser.ask();
      await browser.hand(asked, await answerByApi(wallet, asked));
      return browser;
    };
    const idle = await signInAgain();
    app.clock.now = new Date(start + 15 * 60_000 + 1);
    expect((await idle.send('/daricheh/session')).body).toEqual({ signedIn: false });
    const leaving = await signInAgain();
    const secret = leaving.cookies.get('daricheh_session') ?? '';
    expect((await leaving.send('/daricheh/session', { method: 'DELETE' })).body).toEqual({ signedIn: false });
    const reused = await app.send('tax', '/daricheh/session', { headers: { cookie: `daricheh_session=${secret}` } });
    expect(await reused.json()).toEqual({ signedIn: false });
  });

  it('is for this agency alone', async () => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    await browser.hand(asked, await answerByApi(wallet, asked));
    const cookie = `daricheh_session=${browser.cookies.get('daricheh_session')}`;
    expect(await (await app.send('passport', '/daricheh/session', { headers: { cookie } })).json()).toEqual({ signedIn: false });
  });
});

describe('signing in by a link', () => {
  it('goes from the wallet’s post to a session in the browser that began it', async () => {
    const browser = new TestBrowser(app, 'passport');
    const asked = await browser.ask({ channel: 'link', returnTo: '/start?step=2' });
    const answer = await directPost(app, asked, await answerByLink(wallet, asked));
    const { status, body } = answer;
    expect([status, new URL(String(body['redirect_uri'])).pathname]).toEqual([200, '/start']);
    expect((await browser.send('/daricheh/verifier/sessions', { json: { responseCode: responseCodeOf(answer) } })).body).toEqual({
      signedIn: true,
      subject,
    });
    expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: true, subject });
  });

  it('C16: request-uri-fetched-twice: serves the same request again', async () => {
    const asked = await new TestBrowser(app, 'passport').ask({ channel: 'link' });
    const path = new URL(new URLSearchParams(asked.link.split('?')[1]).get('request_uri') ?? '').pathname;
    const bodies = await Promise.all([1, 2].map(async () => (await (await app.send('passport', path)).text()).split('.')[1]));
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('C16: request-uri-method-post: repeats the wallet’s nonce', async () => {
    const asked = await new TestBrowser(app, 'passport').ask({ channel: 'link' });
    const answer = await app.send('passport', `/daricheh/verifier/requests/${asked.id}/object`, {
      form: { wallet_nonce: 'abc', wallet_metadata: '{}' },
    });
    expect(answer.headers.get('content-type')).toBe('application/oauth-authz-req+jwt');
    expect(JSON.parse(Buffer.from((await answer.text()).split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      wallet_nonce: 'abc',
    });
  });

  it('hears that the wallet says no, and is over', async () => {
    const asked = await new TestBrowser(app, 'passport').ask({ channel: 'link' });
    const form = await answerByLink(wallet, asked);
    expect(await directPost(app, asked, { error: 'access_denied' })).toEqual({ status: 200, body: {} });
    expect((await directPost(app, asked, form)).body).toMatchObject({ code: 'session_reused' });
  });
});

describe('C12: a result for the browser that began, and no other', () => {
  it('is withheld from another browser, and then gone', async () => {
    const browser = new TestBrowser(app, 'passport');
    const asked = await browser.ask({ channel: 'link' });
    const answer = await directPost(app, asked, await answerByLink(wallet, asked));
    const responseCode = responseCodeOf(answer);
    const other = new TestBrowser(app, 'passport');
    await other.ask({ channel: 'link' });
    expect(await other.send('/daricheh/verifier/sessions', { json: { responseCode } })).toMatchObject({
      status: 403,
      body: { code: 'response_withheld' },
    });
    expect(other.cookies.has('daricheh_session')).toBe(false);
    expect((await browser.send('/daricheh/verifier/sessions', { json: { responseCode } })).status).toBe(403);
  });

  it('C13: is worth nothing to who made somebody else’s wallet answer', async () => {
    const attacker = new TestBrowser(app, 'passport');
    const asked = await attacker.ask({ channel: 'link' });
    // The victim opened the attacker's link on a device of their own: the code comes back there, and to nobody else.
    const answer = await directPost(app, asked, await answerByLink(wallet, asked));
    const victim = new TestBrowser(app, 'passport');
    const redeemed = await victim.send('/daricheh/verifier/sessions', { json: { responseCode: responseCodeOf(answer) } });
    expect(redeemed).toMatchObject({ status: 403, body: { code: 'response_withheld' } });
    for (const browser of [attacker, victim]) expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: false });
    expect((await attacker.send('/daricheh/verifier/sessions', { json: { responseCode: asked.id } })).status).toBe(403);
  });

  it.each(['', 'wrong'])('is withheld for the code «%s»', async (responseCode) => {
    expect((await new TestBrowser(app, 'passport').send('/daricheh/verifier/sessions', { json: { responseCode } })).body).toMatchObject({
      code: 'response_withheld',
    });
  });

  it('is had once, and not after two minutes', async () => {
    const browser = new TestBrowser(app, 'passport');
    const first = await browser.ask({ channel: 'link' });
    const responseCode = responseCodeOf(await directPost(app, first, await answerByLink(wallet, first)));
    const redeem = () => browser.send('/daricheh/verifier/sessions', { json: { responseCode } });
    expect([(await redeem()).status, (await redeem()).status]).toEqual([200, 403]);
    const second = await browser.ask({ channel: 'link' });
    const late = responseCodeOf(await directPost(app, second, await answerByLink(wallet, second)));
    app.clock.now = new Date(app.clock.now.getTime() + 121_000);
    expect((await browser.send('/daricheh/verifier/sessions', { json: { responseCode: late } })).status).toBe(403);
  });

  it('is withheld over the Digital Credentials API too', async () => {
    const asked = await new TestBrowser(app).ask();
    expect(await new TestBrowser(app).hand(asked, await answerByApi(wallet, asked))).toMatchObject({
      status: 403,
      body: { code: 'response_withheld' },
    });
  });
});
