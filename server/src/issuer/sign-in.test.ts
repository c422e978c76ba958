import { testWalletOrigin } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import {
  askAsBackEnd,
  createProtocolWallet,
  expectTokens,
  goToSignIn,
  makeOffer,
  readOfferDocument,
  signIn,
  walletRedirectUri,
} from '../testing/test-protocol-wallet.ts';
import { testSubject } from '../testing/test-receiver.ts';
import { isWalletAddress } from './wallets.ts';

const issuer = originOf('civil-registry');
const decision = { subject: testSubject, configurations: ['identity'] };

function worldOf(app: TestApp) {
  return { send: app.send, origin: issuer, now: () => app.clock.now };
}

async function prepare() {
  const app = await createTestApp();
  const world = worldOf(app);
  const wallet = createProtocolWallet(world);
  const signedIn = async (changes: Record<string, string | null> = {}) => {
    const { address, offerId } = await signIn(world, await wallet.push(changes), decision);
    return { address, offerId, code: address.searchParams.get('code') ?? '' };
  };
  return { app, world, wallet, signedIn };
}

/** True while the token is good for something: the request itself is empty. */
async function isGood(wallet: ReturnType<typeof createProtocolWallet>, accessToken: string): Promise<boolean> {
  return (await wallet.requestCredential(accessToken, {})).body['error'] !== 'invalid_token';
}

describe('signing in at the agency', () => {
  it('leads from the wallet to the agency’s page and back with a code, and to a credential', async () => {
    const { app, world, wallet } = await prepare();
    const pushed = await wallet.push();
    expect([pushed.status, pushed.body['expires_in']]).toEqual([201, 600]);
    const page = await goToSignIn(world, pushed.body['request_uri']);
    expect(`${page.origin}${page.pathname}`).toBe(`${issuer}/sign-in`);
    // The page may be loaded again, and asked about by the back end.
    expect((await goToSignIn(world, pushed.body['request_uri'])).href).toBe(page.href);
    const path = `/daricheh/issuer/authorizations/${page.searchParams.get('authorization')}`;
    expect(await (await askAsBackEnd(world, path)).json()).toEqual({
      ...{ clientId: testWalletOrigin, configurations: ['identity'], issuerState: null },
    });
    const { address } = await signIn(world, pushed, decision);
    const { code = '', ...rest } = Object.fromEntries(address.searchParams);
    expect(`${address.protocol}//${address.host}${address.pathname}`).toBe(walletRedirectUri);
    expect(rest).toEqual({ state: 'state-of-the-wallet', iss: issuer });
    const tokens = expectTokens(await wallet.redeemCode(code));
    expect(tokens).toMatchObject({
      token_type: 'DPoP',
      authorization_details: [
        { type: 'openid_credential', credential_configuration_id: 'identity', credential_identifiers: ['identity.1'] },
      ],
    });
    const jwt = [await wallet.proveKey(await wallet.requestNonce())];
    const answer = await wallet.requestCredential(tokens.access_token, { credential_identifier: 'identity.1', proofs: { jwt } });
    expect(answer).toMatchObject({ status: 200, body: { credentials: [{ credential: expect.any(String) }] } });
    expect(JSON.stringify(app.logged)).not.toMatch(/سارا|9990000018/);
  });

  it('asks by scope too, and names no identifiers then', async () => {
    const { wallet, signedIn } = await prepare();
    const { code } = await signedIn({ authorization_details: null, scope: 'identity' });
    expect(expectTokens(await wallet.redeemCode(code)).authorization_details).toBeUndefined();
  });

  it('begins with an offer too, whose state comes back to the agency', async () => {
    const { world, wallet } = await prepare();
    const { offerId, offerUri } = await makeOffer(world, { signIn: true, configurations: ['identity'] });
    const { grants } = await readOfferDocument(world, offerUri);
    expect(grants).toEqual({ authorization_code: { issuer_state: offerId } });
    const pushed = await wallet.push({ issuer_state: offerId });
    const handle = (await goToSignIn(world, pushed.body['request_uri'])).searchParams.get('authorization');
    expect(await (await askAsBackEnd(world, `/daricheh/issuer/authorizations/${handle}`)).json()).toMatchObject({ issuerState: offerId });
  });

  it('ends in a refusal, when the agency says so', async () => {
    const { world, wallet } = await prepare();
    const { address } = await signIn(world, await wallet.push(), { refused: true });
    expect(Object.fromEntries(address.searchParams)).toEqual({ error: 'access_denied', state: 'state-of-the-wallet', iss: issuer });
  });

  it('is ended by the agency’s back end alone, once, and grants no more than was asked', async () => {
    const { world, wallet } = await prepare();
    const pushed = await wallet.push();
    const handle = (await goToSignIn(world, pushed.body['request_uri'])).searchParams.get('authorization');
    const path = `/daricheh/issuer/authorizations/${handle}`;
    expect((await world.send('civil-registry', path, { json: decision })).status).toBe(401);
    expect((await world.send('civil-registry', path)).status).toBe(401);
    expect((await askAsBackEnd(world, path, { ...decision, configurations: ['identity', 'signing'] })).status).toBe(400);
    expect((await askAsBackEnd(world, path, { ...decision, subject: { blood_group: 'A' } })).status).toBe(400);
    const ended = await Promise.all(Array.from({ length: 5 }, () => askAsBackEnd(world, path, decision)));
    expect(ended.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
    expect((await goToSignIn(world, pushed.body['request_uri'])).searchParams.get('error')).toBe('authorization_unknown');
  });

  it('tells the citizen on the agency’s page when the time is over, or nothing was pushed', async () => {
    const { app, world, wallet } = await prepare();
    const pushed = await wallet.push();
    const errorOf = async (uri: unknown, clientId?: string) => (await goToSignIn(world, uri, clientId)).searchParams.get('error');
    expect(await errorOf('urn:ietf:params:oauth:request_uri:unknown')).toBe('authorization_unknown');
    expect(await errorOf('https://evil.example/request')).toBe('authorization_unknown');
    expect(await errorOf(pushed.body['request_uri'], 'https://evil.example')).toBe('authorization_unknown');
    app.clock.now = new Date(app.clock.now.getTime() + 600_000);
    expect(await errorOf(pushed.body['request_uri'])).toBe('authorization_unknown');
  });

  it('does not exist at an agency where nobody signs in', async () => {
    const { app } = await prepare();
    const metadata = await (await app.send('transport', '/.well-known/oauth-authorization-server')).json();
    expect(metadata).not.toHaveProperty('authorization_endpoint');
    expect((await app.send('transport', '/daricheh/issuer/authorize?client_id=a&request_uri=b')).status).toBe(404);
    expect((await app.send('transport', '/daricheh/issuer/par', { form: {} })).status).toBe(404);
  });
});

describe('D3: a pushed request', () => {
  it.each<[string, Record<string, string | null>, string]>([
    ['no challenge', { code_challenge: null }, 'invalid_request'],
    ['no method', { code_challenge_method: null }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a wallet that does not count', { client_id: 'https://evil.example' }, 'invalid_client'],
    ['another redirect_uri', { redirect_uri: 'https://evil.example/' }, 'invalid_request'],
    ['a redirect_uri with a fragment', { redirect_uri: `${walletRedirectUri}#a` }, 'invalid_request'],
    ['another request inside', { request_uri: 'urn:ietf:params:oauth:request_uri:a' }, 'invalid_request'],
    ['an unknown scope', { authorization_details: null, scope: 'identity openid' }, 'invalid_scope'],
    ['nothing asked for', { authorization_details: null }, 'invalid_scope'],
    ['details that are none', { authorization_details: '{' }, 'invalid_authorization_details'],
    ['a key that is not the proof’s', { dpop_jkt: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 'invalid_dpop_proof'],
  ])('is refused with %s', async (_what, changes, error) => {
    const { wallet } = await prepare();
    const answer = await wallet.push(changes);
    expect(answer.body['error']).toBe(error);
    expect([400, 401]).toContain(answer.status);
  });

  it('unknown-credential-configuration: is refused for what the agency does not issue', async () => {
    const { wallet } = await prepare();
    const details = JSON.stringify([{ type: 'openid_credential', credential_configuration_id: 'diploma' }]);
    expect((await wallet.push({ authorization_details: details })).body['error']).toBe('invalid_authorization_details');
  });
});

describe('D3: the code of a sign-in', () => {
  it.each<[string, Record<string, string>, string]>([
    ['another verifier', { code_verifier: 'another-verifier-of-the-wallet-that-is-long-enough-too' }, 'invalid_grant'],
    ['the challenge for a verifier', { code_verifier: 'short' }, 'invalid_grant'],
    ['another redirect_uri', { redirect_uri: `${walletRedirectUri}l` }, 'invalid_grant'],
    ['another wallet', { client_id: 'https://evil.example' }, 'invalid_grant'],
    ['another code', { code: 'another' }, 'invalid_grant'],
    ['an empty verifier', { code_verifier: '' }, 'invalid_request'],
  ])('is refused with %s, and is still good for its wallet', async (_what, changes, error) => {
    const { wallet, signedIn } = await prepare();
    const { code } = await signedIn();
    expect((await wallet.redeemCode(code, changes)).body).toMatchObject({ status: 400, error });
    expect((await wallet.redeemCode(code)).status).toBe(200);
  });

  it('is refused without its verifier, without a proof of the key, and with another key', async () => {
    const { world, wallet, signedIn } = await prepare();
    const { code } = await signedIn();
    const form = { grant_type: 'authorization_code', code, redirect_uri: walletRedirectUri, client_id: testWalletOrigin };
    expect((await wallet.post('/daricheh/issuer/token', { form })).body).toMatchObject({ error: 'invalid_request' });
    const whole = { ...form, code_verifier: 'a-verifier-of-the-wallet-that-is-long-enough-for-rfc-7636' };
    expect((await wallet.send('/daricheh/issuer/token', { form: whole })).body).toMatchObject({ error: 'invalid_dpop_proof' });
    expect((await createProtocolWallet(world).redeemCode(code)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await wallet.redeemCode(code)).status).toBe(200);
  });

  it('is refused after two minutes', async () => {
    const { app, wallet, signedIn } = await prepare();
    const { code } = await signedIn();
    app.clock.now = new Date(app.clock.now.getTime() + 120_000);
    expect((await wallet.redeemCode(code)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('stops what it brought when it is shown again', async () => {
    const { wallet, signedIn } = await prepare();
    const { code } = await signedIn();
    const { access_token: accessToken, refresh_token: refreshToken = '' } = expectTokens(await wallet.redeemCode(code));
    expect(await isGood(wallet, accessToken)).toBe(true);
    expect((await wallet.redeemCode(code)).body).toMatchObject({ error: 'invalid_grant' });
    expect(await isGood(wallet, accessToken)).toBe(false);
    expect((await wallet.requestToken({ refreshToken })).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('brings one token, of twenty who show it at once', async () => {
    const { wallet, signedIn } = await prepare();
    const { code } = await signedIn();
    await wallet.requestNonce();
    const answers = await Promise.all(Array.from({ length: 20 }, () => wallet.redeemCode(code)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });
});

describe('the address of a wallet', () => {
  const extension = `chrome-extension://${'a'.repeat(32)}`;
  const origins = [extension, 'https://wallet.example'];

  it.each([
    [`${extension}/signed-in.html`, extension, true],
    [`https://${'a'.repeat(32)}.chromiumapp.org/`, extension, true],
    ['https://wallet.example/callback', 'https://wallet.example', true],
    [`https://${'b'.repeat(32)}.chromiumapp.org/`, extension, false],
    [`https://${'a'.repeat(32)}.chromiumapp.org.evil.example/`, extension, false],
    [`http://${'a'.repeat(32)}.chromiumapp.org/`, extension, false],
    [`${extension}/signed-in.html`, 'https://wallet.example', false],
    ['https://wallet.example@evil.example/', 'https://wallet.example', false],
    ['https://a:b@wallet.example/', 'https://wallet.example', false],
    ['https://wallet.example/?a=b', 'https://wallet.example', false],
    ['https://wallet.example/#a', 'https://wallet.example', false],
    ['https://wallet.example:8443/', 'https://wallet.example', false],
    ['javascript:alert(1)', 'https://wallet.example', false],
    ['nowhere', 'https://wallet.example', false],
    ['https://evil.example/', 'https://evil.example', false],
  ])('%s belongs to %s: %s', (address, clientId, expected) => {
    expect(isWalletAddress(address, clientId, origins)).toBe(expected);
  });
});
