import { describe, expect, it } from 'vitest';
import { createTestKey, sha256, testTime, verifyP256 } from '../testing/index.ts';
import {
  buildAuthorizationAnswer,
  deriveCodeChallenge,
  type HttpAnswer,
  type HttpRequest,
  type IssuanceMetadata,
  preAuthorizedCodeGrant,
  verifyDpopProof,
} from './index.ts';
import { type Answers, createWallet, fetchMetadata, json, offer, origin, refusal } from './testing/test-client.ts';

describe('a token', () => {
  const key = createTestKey();
  const redeem = async (answer: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>, changes: Partial<IssuanceMetadata> = {}) => {
    const wallet = createWallet({ [`${origin}/token`]: answer });
    const metadata = { ...(await fetchMetadata()), ...changes };
    return { ...wallet, token: wallet.client.redeemOffer(metadata, offer, { key, txCode: '1234' }) };
  };

  it('is asked for with the code of the offer', async () => {
    const { token, sent } = await redeem(() => json({ access_token: 'token', token_type: 'Bearer', expires_in: 300 }));
    expect(await token).toEqual({ accessToken: 'token', isBound: false, refreshToken: null, identifiers: {} });
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: preAuthorizedCodeGrant,
      'pre-authorized_code': 'code',
      tx_code: '1234',
    });
  });

  it('is not asked of another issuer than the offer’s, nor without a code', async () => {
    const { client, sent } = createWallet({});
    const metadata = await fetchMetadata();
    const ask = (changes: Partial<typeof offer>) => client.redeemOffer(metadata, { ...offer, ...changes }, { key });
    await expect(ask({ issuer: 'https://other.example' })).rejects.toThrow(refusal('offer_invalid'));
    await expect(client.redeemOffer(metadata, { ...offer, preAuthorizedCode: null }, { key })).rejects.toThrow(refusal('offer_unknown'));
    expect(sent).toEqual([]);
  });

  it('is refused with the issuer’s own code, and of a wrong second code with how many tries are left', async () => {
    const refused = await redeem(() => json({ error: 'invalid_grant', error_description: 'x' }, 400));
    await expect(refused.token).rejects.toThrow(refusal('invalid_grant'));
    const wrong = await redeem(() => json({ error: 'invalid_grant', code: 'tx_code_wrong', facts: { left: 3, name: 'Sara' } }, 400));
    await expect(wrong.token).rejects.toMatchObject({ code: 'tx_code_wrong', facts: { status: 400, left: 3 } });
  });

  it.each([
    [{ error: 'no_such_code' }, 400, 'agency_refused'],
    [{ error: 'internal_error' }, 500, 'unavailable'],
    [{ access_token: 'a b', token_type: 'Bearer' }, 200, 'agency_refused'],
    [{ access_token: 'token', token_type: 'DPoP' }, 200, 'agency_refused'],
  ])('is not read from %j', async (document, status, code) => {
    const { token } = await redeem(() => json(document, status));
    await expect(token).rejects.toThrow(refusal(code));
  });

  describe('where the issuer binds tokens', () => {
    const bound = { bindsTokens: true };
    const answer = { access_token: 'token', token_type: 'DPoP', refresh_token: 'next' };
    const proofOf = ({ headers, url }: HttpRequest, accessToken: string | null = null) =>
      verifyDpopProof(headers?.['dpop'] ?? '', { method: 'POST', url, at: testTime, accessToken }, { verifyP256, sha256 });

    it('is asked for under a proof by the wallet’s key, once more with the server’s nonce where it wants that', async () => {
      const { token, sent } = await redeem(
        (request) => (sent.length > 1 ? json(answer) : { ...json({ error: 'use_dpop_nonce' }, 400), dpopNonce: `n${request.url.length}` }),
        bound,
      );
      expect(await token).toEqual({ accessToken: 'token', isBound: true, refreshToken: 'next', identifiers: {} });
      const [first, second] = await Promise.all(sent.map((request) => proofOf(request)));
      expect([first?.nonce, second?.nonce]).toEqual([null, `n${`${origin}/token`.length}`]);
      expect(first?.jti).not.toBe(second?.jti);
    });

    it('is asked for no third time', async () => {
      const { token, sent } = await redeem(() => ({ ...json({ error: 'use_dpop_nonce' }, 400), dpopNonce: 'again' }), bound);
      await expect(token).rejects.toThrow(refusal('use_dpop_nonce'));
      expect(sent).toHaveLength(2);
    });

    it('D5: is refused when anybody could use it', async () => {
      const { token } = await redeem(() => json({ ...answer, token_type: 'Bearer' }), bound);
      await expect(token).rejects.toThrow(refusal('agency_refused', 'token_type'));
    });
  });
});

describe('a sign-in', () => {
  const endpoints = { authorization: `${origin}/authorize`, pushedRequest: `${origin}/par` };
  const redirectUri = `${origin}/return`;
  const key = createTestKey();

  async function begin(answers: Answers = {}) {
    const wallet = createWallet({
      [`${origin}/par`]: () => json({ request_uri: 'urn:x:1', expires_in: 60 }, 201),
      [`${origin}/token`]: () => json({ access_token: 'token', token_type: 'Bearer' }),
      ...answers,
    });
    const metadata = { ...(await fetchMetadata()), signIn: endpoints };
    const order = { metadata, configurationIds: ['identity'], issuerState: 'state-of-issuer', clientId: 'wallet', redirectUri, key };
    const { url, start } = await wallet.client.startSignIn(order);
    const finish = (address: string) => wallet.client.finishSignIn({ address, start, metadata, key });
    return { ...wallet, url, start, finish };
  }

  it('tells the issuer what is wanted, and only a reference goes through the browser', async () => {
    const { url, start, sent } = await begin();
    expect(url).toBe(`${origin}/authorize?client_id=wallet&request_uri=urn%3Ax%3A1`);
    const pushed = Object.fromEntries(new URLSearchParams(sent[0]?.body));
    expect(pushed).toMatchObject({ state: start.state, issuer_state: 'state-of-issuer', code_challenge_method: 'S256' });
    expect(pushed['code_challenge']).toBe(await deriveCodeChallenge(start.codeVerifier, sha256));
    expect(sent[0]?.body).not.toContain(start.codeVerifier);
  });

  it('brings a token for the code that came back, with the verifier', async () => {
    const { start, sent, finish } = await begin();
    const address = buildAuthorizationAnswer({ kind: 'code', code: 'c' }, { redirectUri, state: start.state, issuer: origin });
    expect((await finish(address)).accessToken).toBe('token');
    expect(Object.fromEntries(new URLSearchParams(sent[1]?.body))).toMatchObject({ code: 'c', code_verifier: start.codeVerifier });
  });

  it.each<[string, string, (state: string) => string]>([
    ['another state', 'authorization_answer_invalid', () => `${redirectUri}?code=c&state=other&iss=${origin}`],
    ['no state', 'authorization_answer_invalid', () => `${redirectUri}?code=c&iss=${origin}`],
    ['another issuer', 'authorization_answer_invalid', (state) => `${redirectUri}?code=c&state=${state}&iss=https://evil.example`],
    ['no issuer', 'authorization_answer_invalid', (state) => `${redirectUri}?code=c&state=${state}`],
    ['another place', 'authorization_answer_invalid', (state) => `${origin}/elsewhere?code=c&state=${state}&iss=${origin}`],
    ['two codes', 'authorization_answer_invalid', (state) => `${redirectUri}?code=c&code=d&state=${state}&iss=${origin}`],
    ['a no', 'authorization_denied', (state) => `${redirectUri}?error=access_denied&state=${state}&iss=${origin}`],
  ])('D3: asks for no token when the browser comes back with %s', async (_what, code, write) => {
    const { start, sent, finish } = await begin();
    await expect(finish(write(start.state))).rejects.toThrow(refusal(code));
    expect(sent).toHaveLength(1);
  });

  it('is not begun where nobody signs in', async () => {
    const { client, sent } = createWallet({});
    const metadata = await fetchMetadata();
    const order = { metadata, configurationIds: ['identity'], issuerState: null, clientId: 'wallet', redirectUri, key };
    await expect(client.startSignIn(order)).rejects.toThrow(refusal('offer_unknown', 'sign_in'));
    expect(sent).toEqual([]);
  });
});
