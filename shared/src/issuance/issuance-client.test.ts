import { describe, expect, it } from 'vitest';
import { type CredentialContent, issueCredential, type JsonObject } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { createDecryptionKey, publishEncryptionKey } from '../presentation/index.ts';
import {
  createTestIssuer,
  createTestKey,
  randomBytes,
  sha256,
  type TestIssuer,
  type TestKey,
  testTime,
  testVct,
  verifyP256,
} from '../testing/index.ts';
import {
  buildAuthorizationAnswer,
  buildOfferLink,
  createIssuanceClient,
  decryptCredentialRequest,
  deriveCodeChallenge,
  encryptCredentialResponse,
  type HttpAnswer,
  type HttpRequest,
  type IssuanceMetadata,
  preAuthorizedCodeGrant,
  readResponseEncryption,
  signIssuerMetadata,
  verifyDpopProof,
  verifyKeyProof,
  writeCredentialOffer,
} from './index.ts';

const issuer = await createTestIssuer();
const { origin } = issuer;
const offer = { issuer: origin, configurationIds: ['identity'], preAuthorizedCode: 'code', txCode: null, signIn: null };
const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });

type Answers = Record<string, (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>>;

const json = (document: unknown, status = 200): HttpAnswer => ({
  status,
  contentType: 'application/json',
  bytes: encodeUtf8(JSON.stringify(document)),
});

function createWallet(answers: Answers) {
  const sent: HttpRequest[] = [];
  const sendHttp = async (request: HttpRequest) => {
    sent.push(request);
    const answer = answers[request.url];
    if (!answer) throw new Error(`nothing at ${request.url}`);
    return answer(request);
  };
  const issuers = [{ issuer: origin, documents: [{ vct: testVct }] }];
  return { sent, client: createIssuanceClient({ ...issuer.ports, randomBytes, sendHttp, now: () => testTime, issuers }) };
}

const issuerDocument = {
  credential_issuer: origin,
  credential_endpoint: `${origin}/credential`,
  nonce_endpoint: `${origin}/nonce`,
  batch_credential_issuance: { batch_size: 3 },
  credential_configurations_supported: {
    identity: {
      format: 'dc+sd-jwt',
      vct: testVct,
      cryptographic_binding_methods_supported: ['jwk'],
      proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    },
  },
};
const serverDocument = {
  issuer: origin,
  token_endpoint: `${origin}/token`,
  grant_types_supported: [preAuthorizedCodeGrant],
  'pre-authorized_grant_anonymous_access_supported': true,
};
const documents: Answers = {
  [`${origin}/.well-known/openid-credential-issuer`]: () => json(issuerDocument),
  [`${origin}/.well-known/oauth-authorization-server`]: () => json(serverDocument),
};

function issueTo(key: TestKey, changes: Partial<JsonObject> = {}, by: Pick<TestIssuer, 'x5c' | 'seal'> = issuer): Promise<string> {
  const seconds = testTime.getTime() / 1000;
  const claims = { iss: origin, vct: testVct, iat: seconds, exp: seconds + 3600, cnf: { jwk: { ...key.publicKey } }, ...changes };
  const content: CredentialContent = { x5c: by.x5c, open: claims as JsonObject, disclosable: { given_name: 'Sara' } };
  return issueCredential(content, { sign: by.seal.key.sign, sha256, randomBytes });
}

async function fetchMetadata(): Promise<IssuanceMetadata> {
  return createWallet(documents).client.fetchMetadata(origin);
}

describe('reading an offer', () => {
  it('fetches it from the issuer', async () => {
    const { client, sent } = createWallet({ [`${origin}/offers/1`]: () => json(writeCredentialOffer(offer)) });
    expect(await client.readOffer(buildOfferLink(`${origin}/offers/1`))).toEqual(offer);
    expect(sent).toEqual([{ url: `${origin}/offers/1`, method: 'GET', headers: { accept: 'application/json' } }]);
  });

  it.each([
    'http://127.0.0.1/offer',
    'http://169.254.169.254/latest',
    'http://[::ffff:127.0.0.1]/offer',
    'http://2130706433/offer',
    'https://evil.example/offer',
    `${origin}.evil.example/offer`,
    `${origin}:8443/offer`,
    'https://registry.example@evil.example/offer',
  ])('D6, B15: asks nothing of %s', async (uri) => {
    const { client, sent } = createWallet({});
    await expect(client.readOffer(buildOfferLink(uri))).rejects.toThrow(refusal('issuer_not_trusted', 'origin'));
    expect(sent).toEqual([]);
  });

  it('D6: refuses an offer in the name of an issuer that is not on the list', async () => {
    const other = writeCredentialOffer({ ...offer, issuer: 'https://evil.example' });
    const { client } = createWallet({ [`${origin}/offers/1`]: () => json(other) });
    await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('issuer_not_trusted', 'issuer'));
  });

  it('B15: reads no offer past 64 KiB', async () => {
    const large = { ...writeCredentialOffer(offer), padding: 'x'.repeat(65_536) };
    const { client } = createWallet({ [`${origin}/offers/1`]: () => json(large) });
    await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('body_too_large'));
  });

  it('D6: takes a redirect, or a page, for no offer', async () => {
    const redirect = { status: 302, contentType: 'application/json', bytes: encodeUtf8('{}') };
    const page = { status: 200, contentType: 'text/html', bytes: encodeUtf8('{}') };
    for (const answer of [redirect, page]) {
      const { client } = createWallet({ [`${origin}/offers/1`]: () => answer });
      await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('agency_refused'));
    }
  });
});

describe('metadata', () => {
  const at = `${origin}/.well-known/openid-credential-issuer`;
  const signed = (changes: object = {}, by: Pick<TestIssuer, 'x5c' | 'seal'> = issuer) =>
    signIssuerMetadata(
      { metadata: { ...issuerDocument, ...changes } as JsonObject, issuer: origin, at: testTime, lifetimeSeconds: 60, x5c: by.x5c },
      by.seal.key.sign,
    );
  const jwt = (text: string): HttpAnswer => ({ status: 200, contentType: 'application/jwt', bytes: encodeUtf8(text) });

  it('is asked for under the issuer’s seal, and read from there', async () => {
    const text = await signed();
    const { client, sent } = createWallet({ ...documents, [at]: () => jwt(text) });
    expect((await client.fetchMetadata(origin)).batchSize).toBe(3);
    expect(sent.find(({ url }) => url === at)?.headers?.['accept']).toMatch(/^application\/jwt/);
  });

  it.each<[string, string, () => Promise<string>]>([
    ['signed by another key', 'issuer_metadata_invalid', async () => changeSignature(`${await signed()}~`).slice(0, -1)],
    ['sealed under another root', 'issuer_not_trusted', async () => signed({}, await createTestIssuer())],
    ['about another issuer', 'issuer_metadata_invalid', () => signed({ credential_issuer: 'https://other.example' })],
    ['with an endpoint elsewhere', 'issuer_metadata_invalid', () => signed({ credential_endpoint: 'https://evil.example/credential' })],
  ])('D7: is refused when it is %s, and no token is asked for', async (_what, code, make) => {
    const text = await make();
    const { client, sent } = createWallet({ ...documents, [at]: () => jwt(text) });
    await expect(client.fetchMetadata(origin)).rejects.toThrow(refusal(code));
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  it.each([
    ['names another issuer', { credential_issuer: 'https://other.example' }, {}],
    ['names an endpoint at another origin', { nonce_endpoint: 'https://evil.example/nonce' }, {}],
    ['has its tokens given elsewhere', {}, { token_endpoint: 'https://evil.example/token' }],
    ['has its authorization server say another name', {}, { issuer: 'https://other.example' }],
    ['leaves tokens to another server', { authorization_servers: ['https://evil.example'] }, {}],
  ])('D7: is refused when it %s', async (_what, ofIssuer, ofServer) => {
    const { client } = createWallet({
      [at]: () => json({ ...issuerDocument, ...ofIssuer }),
      [`${origin}/.well-known/oauth-authorization-server`]: () => json({ ...serverDocument, ...ofServer }),
    });
    await expect(client.fetchMetadata(origin)).rejects.toThrow(refusal('issuer_metadata_invalid'));
  });
});

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

describe('credentials', () => {
  const keys = [createTestKey(), createTestKey()];
  const key = createTestKey();
  const token = { accessToken: 'token', isBound: false };
  const common = { token, key, configurationId: 'identity', identifier: null, nonce: 'nonce' };
  const order = async (credentials: readonly string[], used: readonly TestKey[] = keys, told: object = {}) => {
    const wallet = createWallet({
      [`${origin}/credential`]: () => json({ credentials: credentials.map((credential) => ({ credential })), ...told }),
    });
    const metadata = await fetchMetadata();
    return { ...wallet, delivery: wallet.client.requestCredentials({ ...common, metadata, keys: used }) };
  };

  it('are ordered with a proof for each key, and matched to their keys', async () => {
    const texts = await Promise.all(keys.map((each) => issueTo(each)));
    const { delivery, sent } = await order([...texts].reverse(), keys, { notification_id: 'n1' });
    expect(await delivery).toMatchObject({
      kind: 'received',
      notificationId: 'n1',
      credentials: keys.map(({ publicKey }, index) => ({ credential: texts[index], publicKey })),
    });
    const body = JSON.parse(sent[0]?.body ?? '') as { proofs: { jwt: string[] } };
    const proven = await Promise.all(body.proofs.jwt.map((proof) => verifyKeyProof(proof, { issuer: origin, at: testTime }, verifyP256)));
    expect(proven).toEqual(keys.map(({ publicKey }) => ({ publicKey, nonce: 'nonce' })));
    expect(sent[0]?.headers?.['authorization']).toBe('Bearer token');
  });

  it('are named as the token names them, under a proof that binds the token', async () => {
    const { client, sent } = createWallet({ [`${origin}/credential`]: () => json({ error: 'invalid_token' }, 401) });
    const metadata = await fetchMetadata();
    const bound = { ...common, token: { ...token, isBound: true }, identifier: 'car 2', metadata, keys };
    await expect(client.requestCredentials(bound)).rejects.toThrow(refusal('invalid_token'));
    const [request] = sent;
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ credential_identifier: 'car 2' });
    expect(request?.headers?.['authorization']).toBe('DPoP token');
    const expected = { method: 'POST', url: `${origin}/credential`, at: testTime, accessToken: 'token' };
    expect(await verifyDpopProof(request?.headers?.['dpop'] ?? '', expected, { verifyP256, sha256 })).toMatchObject({ nonce: null });
  });

  it.each<[string, string, () => Promise<string[]>]>([
    ['bound to a stranger’s key', 'credential_not_as_offered', async () => [await issueTo(createTestKey())]],
    ['bound to none', 'credential_not_as_offered', async () => [await issueTo(createTestKey(), { cnf: null })]],
    ['of another type', 'issuer_not_trusted', async () => [await issueTo(keys[0] ?? key, { vct: 'urn:other:1' })]],
    ['of another root', 'issuer_not_trusted', async () => [await issueTo(keys[0] ?? key, {}, await createTestIssuer())]],
    ['expired', 'credential_expired', async () => [await issueTo(keys[0] ?? key, { exp: 1 })]],
    ['changed on the way', 'credential_signature_invalid', async () => [changeSignature(await issueTo(keys[0] ?? key))]],
    ['more than ordered', 'credential_not_as_offered', async () => [await issueTo(keys[0] ?? key), await issueTo(keys[0] ?? key)]],
  ])('are rejected, all of them, when they are %s', async (_what, code, make) => {
    const { delivery } = await order(await make(), keys.slice(0, 1), { notification_id: 'n1' });
    expect(await delivery).toEqual({ kind: 'rejected', error: refusal(code), notificationId: 'n1' });
  });

  it('are not ordered in larger batches than the issuer takes, nor of a kind that it does not name', async () => {
    const metadata = await fetchMetadata();
    const { client, sent } = createWallet({});
    const base = { ...common, metadata, keys };
    await expect(client.requestCredentials({ ...base, keys: [...keys, ...keys] })).rejects.toThrow(
      refusal('invalid_credential_request', 'batch_size'),
    );
    await expect(client.requestCredentials({ ...base, configurationId: 'toString' })).rejects.toThrow(refusal('offer_unknown'));
    expect(sent).toEqual([]);
  });

  describe('where the issuer encrypts', () => {
    async function orderEncrypted(answer: (request: JsonObject) => Promise<HttpAnswer>) {
      const issuersKey = await createDecryptionKey('k');
      const { client, sent } = createWallet({
        [`${origin}/credential`]: async ({ body }) => answer(await decryptCredentialRequest(body ?? '', issuersKey)),
      });
      const requestKey = publishEncryptionKey(issuersKey);
      const encryption = { requestKey, requestEnc: 'A128GCM', responseEnc: 'A256GCM', isRequired: true } as const;
      const metadata = { ...(await fetchMetadata()), encryption };
      return { sent, delivery: client.requestCredentials({ ...common, metadata, keys: keys.slice(0, 1) }) };
    }
    const encrypt = async (request: JsonObject, credential: string): Promise<HttpAnswer> => {
      const to = readResponseEncryption(request['credential_response_encryption']);
      const bytes = encodeUtf8(await encryptCredentialResponse({ credentials: [{ credential }] }, to));
      return { status: 200, contentType: 'application/jwt', bytes };
    };

    it('are asked for, and come, encrypted', async () => {
      const text = await issueTo(keys[0] ?? key);
      const { delivery, sent } = await orderEncrypted((request) => encrypt(request, text));
      expect(await delivery).toMatchObject({ kind: 'received', credentials: [{ credential: text }] });
      expect(sent[0]?.headers?.['content-type']).toBe('application/jwt');
    });

    it('are refused in the clear', async () => {
      const text = await issueTo(keys[0] ?? key);
      const { delivery } = await orderEncrypted(async () => json({ credentials: [{ credential: text }] }));
      await expect(delivery).rejects.toThrow(refusal('invalid_encryption_parameters', 'plain'));
    });

    it('are refused when they are encrypted to another key', async () => {
      const other = publishEncryptionKey(await createDecryptionKey('1'));
      const { delivery } = await orderEncrypted((request) =>
        encrypt({ ...request, credential_response_encryption: { jwk: { ...other }, enc: 'A256GCM' } as JsonObject }, 'x'),
      );
      await expect(delivery).rejects.toThrow(refusal('credential_not_as_offered', 'encryption'));
    });
  });
});

describe('what became of credentials', () => {
  const told = {
    token: { accessToken: 'token', isBound: false },
    key: createTestKey(),
    notificationId: 'n1',
    event: 'credential_accepted',
  } as const;

  it('is told by the event alone', async () => {
    const { client, sent } = createWallet({ [`${origin}/notify`]: () => ({ ...json(null, 204), bytes: new Uint8Array() }) });
    await client.notify({ ...told, metadata: { notificationEndpoint: `${origin}/notify` } });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ notification_id: 'n1', event: 'credential_accepted' });
  });

  it('is told to nobody who does not want to hear it', async () => {
    const { client, sent } = createWallet({});
    await client.notify({ ...told, metadata: { notificationEndpoint: null } });
    expect(sent).toEqual([]);
  });

  it('may not arrive', async () => {
    const { client } = createWallet({ [`${origin}/notify`]: () => json({ error: 'invalid_notification_id' }, 400) });
    const metadata = { notificationEndpoint: `${origin}/notify` };
    await expect(client.notify({ ...told, metadata })).rejects.toThrow(refusal('invalid_notification_id'));
  });
});

/** Another signature of the right length in the issuer's place. */
function changeSignature(credential: string): string {
  return credential.replace(
    /\.([^.~]+)~/,
    (_whole, signature: string) => `.${signature.split('').reverse().join('').replace(/^./, 'A').slice(0, 85)}A~`,
  );
}
