import { Openid4vpClient, Openid4vpVerifier } from '@openid4vc/openid4vp';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isJwsSignedBy, type JsonObject, parseCompactJws, presentCredential, signCompactJws } from '../credential/index.ts';
import { encodeUtf8, type Json, parseStrictJson } from '../encoding/index.ts';
import {
  answeredByPost,
  createPresentationWorld,
  createRequestReader,
  issueTestIdentity,
  type PresentationWorld,
  sha256,
  testDisclosures,
  testTime,
  verifyP256,
} from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { answerPresentation, openResponse, publishEncryptionKey, verifyVpToken } from './index.ts';

// An independent implementation, in both directions and on both ways. What it lets pass that it should not is no concern
// of this file.

let world: PresentationWorld;

beforeAll(async () => {
  // The peer looks at the clock of the machine.
  vi.useFakeTimers({ now: testTime, toFake: ['Date'] });
  world = await createPresentationWorld();
});
afterAll(() => {
  vi.useRealTimers();
});

type Callbacks = ConstructorParameters<typeof Openid4vpVerifier>[0]['callbacks'];

/** The cryptography that the peer asks for, under the keys of our world. */
function createCallbacks(): Callbacks {
  const publicJwk = { ...world.seal.key.publicKey };
  return {
    hash: (data) => sha256(new Uint8Array(data)),
    signJwt: async (_signer, { header, payload }) => {
      const { alg: _ours, ...rest } = header;
      const jwt = await signCompactJws({ header: rest as JsonObject, payload: payload as JsonObject }, world.seal.key.sign);
      return { jwt, signerJwk: publicJwk };
    },
    verifyJwt: async (_signer, { compact }) => {
      const verified = await isJwsSignedBy(parseCompactJws(compact, { code: 'invalid_request' }), world.seal.key.publicKey, verifyP256);
      return verified ? { verified, signerJwk: publicJwk } : { verified };
    },
    encryptJwe: async ({ publicJwk: key, alg, enc }, data) => {
      const header = { alg: alg as 'ECDH-ES', enc, kid: key.kid ?? '' };
      return {
        encryptionJwk: key,
        jwe: await new CompactEncrypt(encodeUtf8(data))
          .setProtectedHeader(header)
          .encrypt(key as { kty: string; x: string; y: string; crv: string }),
      };
    },
    decryptJwe: async (jwe) => {
      const { d, kty, crv, x, y } = world.decryptionKey;
      const { plaintext } = await compactDecrypt(jwe, { kty, crv, x, y, d });
      return {
        decrypted: true,
        decryptionJwk: { ...publishEncryptionKey(world.decryptionKey) },
        payload: new TextDecoder().decode(plaintext),
      };
    },
    getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [world.origin] }),
  };
}

const readBody = (requestObject: string): JsonObject =>
  parseStrictJson(Buffer.from(requestObject.split('.')[1] ?? '', 'base64url').toString()) as JsonObject;

describe('@openid4vc/openid4vp asks', () => {
  async function ask(changes: Changes): Promise<string> {
    const { iat: _iat, exp: _exp, aud: _aud, ...payload } = { ...readBody(await world.sign()), ...changes };
    const verifier = new Openid4vpVerifier({ callbacks: createCallbacks() });
    const authorizationRequestPayload = drop(payload) as unknown as Parameters<
      typeof verifier.createOpenId4vpAuthorizationRequest
    >[0]['authorizationRequestPayload'];
    const jwtSigner = { method: 'x5c' as const, alg: 'ES256', x5c: [...encodeX5c([world.seal.der])] };
    const jar = { jwtSigner, expiresInSeconds: 300 };
    const { jar: made } = await verifier.createOpenId4vpAuthorizationRequest({ authorizationRequestPayload, jar, now: testTime });
    return made?.authorizationRequestJwt ?? '';
  }

  it('over the Digital Credentials API, and reads our answer', async () => {
    const requestObject = await ask({});
    const request = await createRequestReader(world).readSigned(requestObject);
    const answer = await answerPresentation(request, testDisclosures, world.presentPorts);
    if (answer.kind !== 'dc_api') throw new Error(answer.kind);
    const verifier = new Openid4vpVerifier({ callbacks: createCallbacks() });
    const authorizationRequestPayload = readBody(requestObject) as never;
    const parsed = await verifier.parseOpenid4vpAuthorizationResponse({
      ...{ authorizationResponse: { ...answer.data }, authorizationRequestPayload, origin: world.origin, callbacks: createCallbacks() },
    });
    if (parsed.type !== 'dcql') throw new Error(parsed.type);
    expect(parsed.expectedNonce).toBe(request.nonce);
    expect(Object.keys(parsed.dcql.presentations)).toEqual(['identity']);
  });

  it('by a link, and reads our answer', async () => {
    const requestObject = await ask({ ...answeredByPost, response_mode: 'direct_post.jwt', state: 'a-state' });
    const request = await createRequestReader(world).readLink(requestObject);
    expect(request.verifier).toMatchObject({ kind: 'registered', proof: 'signature' });
    const answer = await answerPresentation(request, testDisclosures, world.presentPorts);
    if (answer.kind !== 'post') throw new Error(answer.kind);
    const verifier = new Openid4vpVerifier({ callbacks: createCallbacks() });
    const authorizationRequestPayload = readBody(requestObject) as never;
    const parsed = await verifier.parseOpenid4vpAuthorizationResponse({
      authorizationResponse: { ...answer.form },
      callbacks: createCallbacks(),
      authorizationRequestPayload,
    });
    expect(parsed.authorizationResponsePayload.state).toBe('a-state');
    expect(parsed.authorizationResponsePayload.vp_token).toHaveProperty('identity');
  });
});

describe('@openid4vc/openid4vp answers', () => {
  async function present(audience: string): Promise<string> {
    const keyBinding = { nonce: world.expected.nonce, audience, transactionData: [], at: testTime, sign: world.holder.sign };
    const credential = await issueTestIdentity(world.issuer, world.holder);
    return presentCredential({ credential, paths: testDisclosures[0]?.paths ?? [], keyBinding }, { sha256 });
  }

  it('our signed request by a link, and we verify it', async () => {
    const route = { mode: 'direct_post.jwt', responseUri: `${world.origin}/answer`, state: 'a-state' } as const;
    const client = new Openid4vpClient({ callbacks: createCallbacks() });
    const resolved = await client.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: { client_id: world.clientId, request: await world.sign({ route }) },
    });
    expect([resolved.client.prefix, resolved.dcql?.query]).toEqual(['x509_hash', world.expected.query]);
    const { jarm } = await client.createOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: resolved.authorizationRequestPayload,
      authorizationResponsePayload: { vp_token: { identity: [await present(world.clientId)] } },
      jarm: { encryption: { nonce: 'a-nonce' }, serverMetadata },
    });
    const opened = await openResponse({ response: jarm?.responseJwt ?? '' }, world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.error);
    expect(opened.state).toBe('a-state');
    await expectVerified(opened.vpToken, world.clientId);
  });

  it('our signed request over the Digital Credentials API, and we verify it', async () => {
    const client = new Openid4vpClient({ callbacks: createCallbacks() });
    const { origin } = world;
    const resolved = await client.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: { request: await world.sign() },
      origin,
    } as never);
    const { jarm } = await client.createOpenid4vpAuthorizationResponse({
      ...{ authorizationRequestPayload: resolved.authorizationRequestPayload, origin },
      authorizationResponsePayload: { vp_token: { identity: [await present(`origin:${origin}`)] } },
      jarm: { encryption: { nonce: 'a-nonce' }, serverMetadata },
    });
    const opened = await openResponse({ response: jarm?.responseJwt ?? '' }, world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.error);
    await expectVerified(opened.vpToken, `origin:${origin}`);
  });

  async function expectVerified(vpToken: Json, audience: string): Promise<void> {
    const [verified] = await verifyVpToken(vpToken, { ...world.expected, audience }, world.verifyPorts);
    expect(verified?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
  }
});

const serverMetadata = {
  authorization_signing_alg_values_supported: [],
  authorization_encryption_alg_values_supported: ['ECDH-ES'],
  authorization_encryption_enc_values_supported: ['A128GCM', 'A256GCM'],
};

type Changes = Readonly<Record<string, Json | undefined>>;

function drop(members: Changes): JsonObject {
  return Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));
}
