import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JsonObject, signCompactJws } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import {
  type CredentialConfiguration,
  decryptCredentialResponse,
  encryptCredentialRequest,
  type HolderKey,
  writeResponseEncryption,
} from '@daricheh/shared/issuance';
import { createDecryptionKey, type EncryptionKey, publishEncryptionKey } from '@daricheh/shared/presentation';
import { createTestKey, type TestKey } from '@daricheh/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, originOf } from '../testing/test-app.ts';
import { createProtocolWallet, expectTokens, type IssuingWorld, makeOffer, signIn } from '../testing/test-protocol-wallet.ts';
import { testSubject } from '../testing/test-receiver.ts';
import { createTestServer } from '../testing/test-server.ts';

const registry = 'civil-registry';
const order = { subject: testSubject, configurations: ['identity'] };

type OpenWorld = { readonly world: IssuingWorld; readonly close: () => Promise<void> };

async function openApp(): Promise<OpenWorld> {
  const app = await createTestApp({ trustForwardedFor: true });
  return { world: { send: app.send, origin: originOf(registry), now: () => app.clock.now }, close: async () => undefined };
}

/** The server as a process of its own, spoken to over TCP. */
async function openServer(): Promise<OpenWorld> {
  const server = await createTestServer();
  const folder = await mkdtemp(join(tmpdir(), 'daricheh-issuance-'));
  await server.start(join(folder, 'server.sqlite'));
  const close = async () => {
    await server.stop('SIGTERM');
    await server.removeFiles();
    await rm(folder, { recursive: true });
  };
  return { world: { send: server.send, origin: server.originOf(registry), now: () => new Date() }, close };
}

describe.each([
  ['the application', openApp],
  ['a socket', openServer],
])('a credential request over %s', (_where, open) => {
  let opened: OpenWorld;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** A wallet with a token, a nonce and a key. */
  async function prepare(configurations = ['identity']) {
    const { world } = opened;
    const wallet = createProtocolWallet(world);
    const { access_token: accessToken } = await wallet.redeem((await makeOffer(world, { ...order, configurations })).offerUri);
    const nonce = await wallet.requestNonce();
    const key = createTestKey();
    const seconds = Math.floor(world.now().getTime() / 1000);
    const forge = ({ header = {}, payload = {}, signer = key }: Forgery) =>
      signCompactJws(
        {
          header: { typ: 'openid4vci-proof+jwt', jwk: { ...key.publicKey }, ...header },
          payload: { aud: world.origin, iat: seconds, nonce, ...payload },
        },
        signer.sign,
      );
    const ask = (jwt: readonly Json[], more: object = {}) =>
      wallet.requestCredential(accessToken, { credential_configuration_id: 'identity', proofs: { jwt }, ...more });
    const isNonceGood = async () => (await ask([await forge({})])).status === 200;
    return { world, wallet, accessToken, nonce, key, seconds, forge, ask, isNonceGood };
  }
  type Forgery = { header?: JsonObject; payload?: JsonObject; signer?: HolderKey };

  it.each<[string, (seconds: number, key: TestKey) => Forgery]>([
    ['invalid-jwt-proof-signature', () => ({ signer: createTestKey() })],
    ['another audience', () => ({ payload: { aud: 'https://evil.example' } })],
    ['two audiences', () => ({ payload: { aud: [opened.world.origin] } })],
    ['another type', () => ({ header: { typ: 'JWT' } })],
    ['no algorithm', () => ({ header: { alg: 'none' } })],
    ['a secret algorithm', () => ({ header: { alg: 'HS256' } })],
    ['an extension', () => ({ header: { crit: ['b64'], b64: false } })],
    ['a private key', (_seconds, { privateJwk }) => ({ header: { jwk: JSON.parse(JSON.stringify(privateJwk)) as JsonObject } })],
    ['a key by name', () => ({ header: { kid: '../../key' } })],
    ['a key by address', () => ({ header: { jku: 'https://evil.example/keys' } })],
    ['a clock past its time', (seconds) => ({ payload: { iat: seconds - 330 } })],
    ['a clock ahead', (seconds) => ({ payload: { iat: seconds + 90 } })],
    ['a time as text', (seconds) => ({ payload: { iat: String(seconds) } })],
    ['a nonce that is no text', () => ({ payload: { nonce: 7 } })],
  ])('D1: is refused with a proof with %s, which burns no nonce', async (_what, make) => {
    const { ask, forge, seconds, key, isNonceGood } = await prepare();
    expect((await ask([await forge(make(seconds, key))])).body).toMatchObject({ status: 400, error: 'invalid_proof' });
    expect(await isNonceGood()).toBe(true);
  });

  it('D1: missing-proof: is refused without a proof, and with proofs of other kinds', async () => {
    const { ask, wallet, accessToken, isNonceGood } = await prepare();
    expect((await ask([], { proofs: undefined })).body).toMatchObject({ status: 400, error: 'invalid_proof' });
    for (const proofs of [{}, { jwt: [] }, { jwt: [7] }, { jwt: 'a.b.c' }, { ldp_vp: [{}] }]) {
      expect((await ask([], { proofs })).body).toMatchObject({ status: 400, error: 'invalid_credential_request' });
    }
    expect((await wallet.requestCredential(accessToken, [])).body).toMatchObject({ error: 'invalid_credential_request' });
    expect(await isNonceGood()).toBe(true);
  });

  it('D1: invalid-nonce: is refused with a nonce that is unknown, used, or another in each proof', async () => {
    const { ask, forge, wallet, isNonceGood } = await prepare();
    expect((await ask([await forge({ payload: { nonce: 'of-my-own' } })])).body).toMatchObject({ status: 400, error: 'invalid_nonce' });
    const other = await wallet.requestNonce();
    const two = [await forge({}), await wallet.proveKey(other)];
    expect((await ask(two)).body).toMatchObject({ error: 'invalid_proof' });
    expect(await isNonceGood()).toBe(true);
    expect((await ask([await forge({})])).body).toMatchObject({ status: 400, error: 'invalid_nonce' });
  });

  it('D1: is refused when one key stands twice in a batch', async () => {
    const { ask, wallet, nonce, key, isNonceGood } = await prepare();
    const proofs = [await wallet.proveKey(nonce), await wallet.proveKey(nonce, key), await wallet.proveKey(nonce, key)];
    expect((await ask(proofs)).body).toMatchObject({ error: 'invalid_proof', facts: { what: 'key_twice' } });
    expect(await isNonceGood()).toBe(true);
  });

  it('D1: passes once, of thirty with one nonce', async () => {
    const { ask, forge } = await prepare();
    const proof = await forge({});
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask([proof])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['error'] === 'invalid_nonce')).toHaveLength(29);
  });

  it.each(['diploma', 'signing', 'toString', '__proto__', ''])(
    'D4: unknown-credential-configuration: %j was not granted',
    async (credential_configuration_id) => {
      const { ask, forge, isNonceGood } = await prepare();
      const text = JSON.stringify((await ask([await forge({})], { credential_configuration_id })).body);
      expect(text).toContain('"error":"unknown_credential_configuration"');
      expect(await isNonceGood()).toBe(true);
    },
  );

  it('D4: unknown-credential-identifier: is refused by an identifier that was not given, and by an id where one was', async () => {
    const { world, wallet } = await prepare();
    const { address } = await signIn(world, await wallet.push(), order);
    const { access_token: token } = expectTokens(await wallet.redeemCode(address.searchParams.get('code') ?? ''));
    const jwt = [await wallet.proveKey(await wallet.requestNonce())];
    const ask = (members: object) => wallet.requestCredential(token, { ...members, proofs: { jwt } });
    expect((await ask({ credential_identifier: 'signing.1' })).body).toMatchObject({ error: 'unknown_credential_identifier' });
    expect((await ask({ credential_configuration_id: 'identity' })).body).toMatchObject({ error: 'invalid_credential_request' });
    expect((await ask({})).body).toMatchObject({ error: 'invalid_credential_request' });
    expect((await ask({ credential_identifier: 'identity.1' })).status).toBe(200);
  });

  it('is answered encrypted where it was itself, by the key that it names', async () => {
    const { wallet, accessToken, forge } = await prepare();
    const key = await createDecryptionKey('of-the-wallet');
    const request = {
      ...{ credential_configuration_id: 'identity', proofs: { jwt: [await forge({})] } },
      credential_response_encryption: { ...writeResponseEncryption(publishEncryptionKey(key), 'A256GCM') },
    };
    const answer = await sendEncrypted(wallet, accessToken, request);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/jwt']);
    expect(await decryptCredentialResponse(answer.text, key)).toMatchObject({ credentials: [{ credential: expect.any(String) }] });
  });

  it('D4: unsupported-encryption-algorithm: is refused where it asks for another encryption, or in the clear for any', async () => {
    const { wallet, accessToken, forge, ask, isNonceGood } = await prepare();
    const jwt = [await forge({})];
    const { jwk } = writeResponseEncryption(publishEncryptionKey(await createDecryptionKey('1')), 'A128GCM');
    const wrong = [
      { jwk, enc: 'A128CBC-HS256' },
      { jwk: { ...jwk, alg: 'RSA-OAEP-256' }, enc: 'A128GCM' },
      { jwk, enc: 'A128GCM', zip: 'DEF' },
      { jwk: { ...jwk, d: jwk.x }, enc: 'A128GCM' },
      {},
    ] as unknown as Json[];
    for (const credential_response_encryption of wrong) {
      const request = { credential_configuration_id: 'identity', proofs: { jwt }, credential_response_encryption };
      expect((await sendEncrypted(wallet, accessToken, request)).body).toMatchObject({
        status: 400,
        error: 'invalid_encryption_parameters',
      });
    }
    const plain = await ask(jwt, { credential_response_encryption: { jwk, enc: 'A128GCM' } });
    expect(plain.body).toMatchObject({ error: 'invalid_encryption_parameters', facts: { what: 'request' } });
    expect(await isNonceGood()).toBe(true);
  });

  it('D4: is refused when it is encrypted to another key, or is not what it says', async () => {
    const { wallet, accessToken } = await prepare();
    const stranger = publishEncryptionKey(await createDecryptionKey('1'));
    for (const body of [await encryptCredentialRequest({}, { key: stranger, enc: 'A128GCM' }), 'a.b.c.d.e', '']) {
      const answer = await sendText(wallet, accessToken, body);
      expect(answer.body).toMatchObject({ status: 400, error: 'invalid_encryption_parameters' });
    }
  });

  it('D5: access-token-in-query: is refused, and so is a token in the form or of another scheme', async () => {
    const { wallet, accessToken, forge } = await prepare();
    const json = { credential_configuration_id: 'identity', proofs: { jwt: [await forge({})] } };
    const path = '/daricheh/issuer/credential';
    const inQuery = await wallet.post(`${path}?access_token=${accessToken}`, { json }, accessToken);
    expect(inQuery).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    expect(inQuery.headers.get('www-authenticate')).toBe('DPoP algs="ES256", error="invalid_token"');
    expect((await wallet.post(`${path}?access_token=${accessToken}`, { json })).status).toBe(401);
    for (const authorization of [`Bearer ${accessToken}`, `Basic ${accessToken}`, accessToken, '']) {
      expect(await wallet.send(path, { json, headers: { authorization } })).toMatchObject({
        status: 401,
        body: { error: 'invalid_token' },
      });
    }
    expect((await wallet.requestCredential(accessToken, json)).status).toBe(200);
  });

  it('D5: is refused by the named error for each fault of its DPoP proof', async () => {
    const { world, wallet, accessToken, forge } = await prepare();
    const path = '/daricheh/issuer/credential';
    const json = { credential_configuration_id: 'identity', proofs: { jwt: [await forge({})] } };
    const authorization = `DPoP ${accessToken}`;
    const send = (dpop: string) => wallet.send(path, { json, headers: { authorization, dpop } });
    const late = new Date(world.now().getTime() - 330_000);
    const faults = [
      wallet.prove(path, { accessToken, method: 'GET' }),
      wallet.prove('/daricheh/issuer/token', { accessToken }),
      wallet.prove(path, { accessToken, url: `https://evil.example${path}` }),
      wallet.prove(path, { accessToken: 'another' }),
      wallet.prove(path),
      wallet.prove(path, { accessToken, at: late }),
      Promise.resolve('a.b.c'),
    ];
    for (const fault of faults) {
      const answer = await send(await fault);
      expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_dpop_proof' } });
      expect(answer.headers.get('www-authenticate')).toBe('DPoP algs="ES256", error="invalid_dpop_proof"');
    }
    expect(await wallet.send(path, { json, headers: { authorization } })).toMatchObject({
      status: 401,
      body: { error: 'invalid_dpop_proof' },
    });
    const stranger = await wallet.prove(path, { accessToken, key: createTestKey() });
    expect(await send(stranger)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    const unsaid = await wallet.prove(path, { accessToken, nonce: 'of-my-own' });
    expect(await send(unsaid)).toMatchObject({ status: 401, body: { error: 'use_dpop_nonce' } });
    const proof = await wallet.prove(path, { accessToken });
    expect((await send(proof)).status).toBe(200);
    expect(await send(proof)).toMatchObject({ status: 401, body: { error: 'invalid_dpop_proof', facts: { what: 'jti' } } });
  });

  it('D5: is passed once, of thirty with one DPoP proof', async () => {
    const { wallet, accessToken, forge } = await prepare();
    const path = '/daricheh/issuer/credential';
    const json = { credential_configuration_id: 'identity', proofs: { jwt: [await forge({})] } };
    const headers = { authorization: `DPoP ${accessToken}`, dpop: await wallet.prove(path, { accessToken }) };
    const answers = await Promise.all(Array.from({ length: 30 }, () => wallet.send(path, { json, headers })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['error'] === 'invalid_dpop_proof')).toHaveLength(29);
  });

  it('D5: is refused at the token endpoint with 400, which uses no code up', async () => {
    const { world, wallet } = await prepare();
    const { offerUri } = await makeOffer(world, order);
    const path = '/daricheh/issuer/token';
    const code = /[^/]+$/.exec(decodeURIComponent(offerUri))?.[0] ?? '';
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code', 'pre-authorized_code': code };
    const dpop = await wallet.prove(path, { method: 'GET' });
    expect(await wallet.send(path, { form, headers: { dpop } })).toMatchObject({ status: 400, body: { error: 'invalid_dpop_proof' } });
    const fresh = createProtocolWallet(world);
    const first = await fresh.send(path, { form, headers: { dpop: await fresh.prove(path) } });
    expect(first).toMatchObject({ status: 400, body: { error: 'use_dpop_nonce' } });
    expect(first.headers.get('dpop-nonce')).toMatch(/^[\w-]{43}$/);
    expect(await fresh.redeem(offerUri)).toMatchObject({ token_type: 'DPoP' });
  });

  async function sendEncrypted(wallet: ReturnType<typeof createProtocolWallet>, accessToken: string, request: object) {
    const metadata = (await wallet.send('/.well-known/openid-credential-issuer', {})).body as {
      credential_request_encryption: { jwks: { keys: EncryptionKey[] } };
    };
    const [key] = metadata.credential_request_encryption.jwks.keys;
    if (!key) throw new Error('no key');
    return sendText(wallet, accessToken, await encryptCredentialRequest(JSON.parse(JSON.stringify(request)), { key, enc: 'A128GCM' }));
  }
});

function sendText(wallet: ReturnType<typeof createProtocolWallet>, accessToken: string, body: string) {
  return wallet.post(
    '/daricheh/issuer/credential',
    { method: 'POST', body, headers: { 'content-type': 'application/jwt', 'content-length': String(body.length) } },
    accessToken,
  );
}

describe('a kind of document that is given encrypted only', () => {
  it('D4: says so, and is refused in the clear', async () => {
    const { deps } = await createTestApp();
    const agencies = deps.agencies.map((agency) =>
      agency.issuer ? { ...agency, issuer: { ...agency.issuer, encrypted: ['identity' as const] } } : agency,
    );
    const app = await createTestApp({ agencies });
    const world = { send: app.send, origin: originOf(registry), now: () => app.clock.now };
    const wallet = createProtocolWallet(world);
    const { body } = await wallet.send('/.well-known/openid-credential-issuer', {});
    const { identity, signing } = body['credential_configurations_supported'] as unknown as Record<string, CredentialConfiguration>;
    expect([identity?.daricheh_encryption_required, signing?.daricheh_encryption_required]).toEqual([true, undefined]);
    const { access_token: accessToken } = await wallet.redeem((await makeOffer(world, order)).offerUri);
    const jwt = [await wallet.proveKey(await wallet.requestNonce())];
    const refused = await wallet.requestCredential(accessToken, { credential_configuration_id: 'identity', proofs: { jwt } });
    expect(refused.body).toMatchObject({ error: 'invalid_encryption_parameters', facts: { what: 'missing' } });
  });
});
