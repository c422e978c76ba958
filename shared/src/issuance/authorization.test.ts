import { describe, expect, it } from 'vitest';
import { sha256 } from '../testing/index.ts';
import {
  buildAuthorizationAnswer,
  buildAuthorizationUrl,
  buildPushedRequest,
  deriveCodeChallenge,
  pushedRequest,
  readAuthorizationAnswer,
  readAuthorizationDetails,
  writeAuthorizationDetails,
} from './index.ts';

const issuer = 'https://registry.example';
const redirectUri = 'https://wallet.example/callback';
const to = { redirectUri, state: 'state', issuer };
const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });

describe('a challenge', () => {
  // RFC 7636, appendix B.
  it('follows from its verifier', async () => {
    expect(await deriveCodeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', sha256)).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });
});

describe('a pushed request', () => {
  it('asks for configurations, bound to a challenge and a key', () => {
    const form = buildPushedRequest({
      ...{ clientId: 'https://wallet.example', redirectUri, configurationIds: ['identity'], codeChallenge: 'challenge' },
      ...{ state: 'state', issuerState: 'of-the-offer', dpopKeyThumbprint: 'thumbprint' },
    });
    const request = pushedRequest.parse(Object.fromEntries(new URLSearchParams(form)));
    expect(request).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      issuer_state: 'of-the-offer',
      dpop_jkt: 'thumbprint',
    });
    expect(readAuthorizationDetails(request.authorization_details ?? '')).toEqual(['identity']);
  });

  it('stands for itself alone', () => {
    const form = { client_id: 'a', response_type: 'code', redirect_uri: redirectUri, request_uri: 'urn:another' };
    expect(pushedRequest.safeParse(form).success).toBe(false);
  });

  it('is named in the address that the browser goes to', () => {
    expect(buildAuthorizationUrl(`${issuer}/authorize?a=b`, { clientId: 'https://w', requestUri: 'urn:x' })).toBe(
      `${issuer}/authorize?a=b&client_id=https%3A%2F%2Fw&request_uri=urn%3Ax`,
    );
  });

  it.each([
    ['no JSON', '['],
    ['no array', '{}'],
    ['nothing', '[]'],
    ['another type', '[{"type":"payment","credential_configuration_id":"a"}]'],
    ['one configuration twice', writeAuthorizationDetails(['a', 'a'])],
  ])('is refused where it asks for %s', (_what, text) => {
    expect(() => readAuthorizationDetails(text)).toThrow(refusal('invalid_authorization_details'));
  });
});

describe('the answer to a sign-in', () => {
  it('brings a code, or that the citizen was refused', () => {
    const code = buildAuthorizationAnswer({ kind: 'code', code: 'c' }, to);
    expect(code).toBe(`${redirectUri}?code=c&state=state&iss=https%3A%2F%2Fregistry.example`);
    expect(readAuthorizationAnswer(code, to)).toEqual({ kind: 'code', code: 'c' });
    const refused = buildAuthorizationAnswer({ kind: 'refused', error: 'access_denied' }, to);
    expect(readAuthorizationAnswer(refused, to)).toEqual({ kind: 'refused', error: 'access_denied' });
  });

  it.each([
    ['another address', 'https://wallet.example/other?code=c&state=state&iss=https://registry.example', 'redirect_uri'],
    ['another origin', 'https://evil.example/callback?code=c&state=state&iss=https://registry.example', 'redirect_uri'],
    ['a fragment', `${redirectUri}?code=c&state=state&iss=https://registry.example#a`, 'redirect_uri'],
    ['another state', `${redirectUri}?code=c&state=other&iss=https://registry.example`, 'state'],
    ['no state', `${redirectUri}?code=c&iss=https://registry.example`, 'state'],
    ['another issuer (mix-up)', `${redirectUri}?code=c&state=state&iss=https://evil.example`, 'iss'],
    ['no issuer', `${redirectUri}?code=c&state=state`, 'iss'],
    ['two codes', `${redirectUri}?code=c&code=d&state=state&iss=https://registry.example`, 'twice'],
    ['neither code nor error', `${redirectUri}?state=state&iss=https://registry.example`, 'code'],
    ['code and error', `${redirectUri}?code=c&error=e&state=state&iss=https://registry.example`, 'code'],
    ['no address', 'nowhere', 'address'],
  ])('is left aside with %s', (_what, address, what) => {
    expect(() => readAuthorizationAnswer(address, to)).toThrow(refusal('authorization_answer_invalid', what));
  });
});
