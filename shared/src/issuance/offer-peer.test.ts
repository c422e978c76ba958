import { type CallbackContext, clientAuthenticationNone, Oauth2AuthorizationServer, Oauth2ResourceServer } from '@openid4vc/oauth2';
import { type CredentialIssuerMetadata, Openid4vciIssuer, Openid4vciVersion } from '@openid4vc/openid4vci';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  isJwsSignedBy,
  issueCredential,
  type JsonObject,
  parseCompactJws,
  parseP256PublicJwk,
  signCompactJws,
} from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { createTestIssuer, createTestKey, randomBytes, sha256, type TestIssuer, testTime, testVct, verifyP256 } from '../testing/index.ts';
import { createIssuanceClient, type HttpAnswer, type HttpRequest } from './index.ts';

// An offer by code from an independent issuer, @openid4vc/openid4vci, and our wallet at it: second code, signed metadata, batch,
// refresh. Signing in is in sign-in-peer.test.ts. What it lets pass that it should not is no concern of
// this file.

let issuer: TestIssuer;

beforeAll(async () => {
  // The peer looks at the clock of the machine.
  vi.useFakeTimers({ now: testTime, toFake: ['Date'] });
  issuer = await createTestIssuer();
});
afterAll(() => {
  vi.useRealTimers();
});

/** The cryptography that the peer asks for, under the issuer's seal; whoever proves a key proves it by the key itself. */
function createCallbacks(): Omit<CallbackContext, 'decryptJwe' | 'encryptJwe'> {
  const own = { ...issuer.seal.key.publicKey };
  return {
    // The peer's resource asks for the keys of the peer's own server.
    fetch: async () => Response.json({ keys: [{ ...own, alg: 'ES256', use: 'sig', kid: '1' }] }),
    hash: (data) => sha256(new Uint8Array(data)),
    generateRandom: (length) => randomBytes(length),
    clientAuthentication: clientAuthenticationNone({ clientId: 'issuer' }),
    getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [issuer.origin] }),
    signJwt: async (_signer, { header, payload }) => {
      const { alg: _ours, ...rest } = header;
      const content = { header: rest as JsonObject, payload: JSON.parse(JSON.stringify(payload)) as JsonObject };
      return { jwt: await signCompactJws(content, issuer.seal.key.sign), signerJwk: own };
    },
    verifyJwt: async (signer, { compact }) => {
      const signerJwk = signer.method === 'jwk' ? signer.publicJwk : own;
      const jws = parseCompactJws(compact, { code: 'invalid_proof' });
      const verified = await isJwsSignedBy(jws, parseP256PublicJwk(signerJwk), verifyP256);
      return verified ? { verified, signerJwk } : { verified };
    },
  };
}

const answer = (document: unknown, status = 200, contentType = 'application/json'): HttpAnswer => ({
  status,
  contentType,
  bytes: encodeUtf8(typeof document === 'string' ? document : JSON.stringify(document)),
});

/** The peer as an issuer that gives identities in batches of three, under its seal, for tokens that it binds. */
async function createPeer() {
  const { origin } = issuer;
  const callbacks = createCallbacks();
  const peer = new Openid4vciIssuer({ callbacks });
  const server = new Oauth2AuthorizationServer({ callbacks });
  const resource = new Oauth2ResourceServer({ callbacks });
  const signer = { method: 'x5c' as const, alg: 'ES256', x5c: [...issuer.x5c] };
  const serverMetadata = server.createAuthorizationServerMetadata({
    issuer: origin,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/jwks`,
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:pre-authorized_code', 'refresh_token'],
    'pre-authorized_grant_anonymous_access_supported': true,
    dpop_signing_alg_values_supported: ['ES256'],
  });
  const credentialIssuer: CredentialIssuerMetadata = peer.createCredentialIssuerMetadata({
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
        credential_metadata: { display: [{ name: 'Identity', locale: 'en', background_color: '#0f4c5c' }] },
      },
    },
  });
  const issuerMetadata = {
    ...{ originalDraftVersion: Openid4vciVersion.V1, credentialIssuer, authorizationServers: [serverMetadata] },
    knownCredentialConfigurations: peer.getKnownCredentialConfigurationsSupported(credentialIssuer),
  };
  const { credentialOffer } = await peer.createCredentialOffer({
    issuerMetadata,
    credentialConfigurationIds: ['identity'],
    grants: {
      'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
        'pre-authorized_code': 'code',
        tx_code: { input_mode: 'numeric', length: 6 },
      },
    },
  });
  const requestOf = ({ url, method, headers }: HttpRequest) => ({ url, method, headers: new Headers({ ...headers }) });

  async function giveToken(request: HttpRequest): Promise<HttpAnswer> {
    const parsed = server.parseAccessTokenRequest({
      request: requestOf(request),
      accessTokenRequest: Object.fromEntries(new URLSearchParams(request.body)),
    });
    const { accessTokenRequest, grant, dpop } = parsed;
    const common = { authorizationServerMetadata: serverMetadata, accessTokenRequest, request: requestOf(request) };
    const bound = { dpop: { required: true, ...(dpop ? { jwt: dpop.jwt } : {}) } };
    const { dpop: proven } =
      grant.grantType === 'refresh_token'
        ? await server.verifyRefreshTokenAccessTokenRequest({ ...common, ...bound, grant, expectedRefreshToken: 'refresh' })
        : await server.verifyPreAuthorizedCodeAccessTokenRequest({
            ...{ ...common, ...bound, expectedPreAuthorizedCode: 'code', expectedTxCode: '123456' },
            grant: grant as Parameters<typeof server.verifyPreAuthorizedCodeAccessTokenRequest>[0]['grant'],
          });
    const token = {
      audience: origin,
      authorizationServer: origin,
      expiresInSeconds: 300,
      signer,
      subject: 'code',
      refreshToken: 'refresh',
    };
    return answer(await server.createAccessTokenResponse({ ...token, ...(proven ? { dpop: { jwk: proven.jwk } } : {}) }));
  }

  async function giveCredentials(request: HttpRequest): Promise<HttpAnswer> {
    const { host: _none, ...headers } = { host: '', ...request.headers };
    await resource.verifyResourceRequest({
      request: requestOf({ ...request, headers }),
      resourceServer: origin,
      authorizationServers: [serverMetadata],
      allowedAuthenticationSchemes: ['DPoP' as never],
    });
    const { proofs } = JSON.parse(request.body ?? '') as { proofs: { jwt: string[] } };
    const credentials = await Promise.all(
      proofs.jwt.map(async (jwt) => {
        const { signer: proven } = await peer.verifyCredentialRequestJwtProof({ issuerMetadata, jwt, expectedNonce: 'nonce' });
        if (proven.method !== 'jwk') throw new Error(proven.method);
        return { credential: await issueTo(proven.publicJwk as JsonObject) };
      }),
    );
    return answer({ credentials });
  }

  const routes: Record<string, (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>> = {
    '/.well-known/openid-credential-issuer': async ({ headers }) =>
      headers?.['accept']?.startsWith('application/jwt')
        ? answer(
            await peer.createSignedCredentialIssuerMetadataJwt({ credentialIssuerMetadata: credentialIssuer, signer }),
            200,
            'application/jwt',
          )
        : answer(credentialIssuer),
    '/.well-known/oauth-authorization-server': () => answer(serverMetadata),
    '/token': giveToken,
    '/nonce': () => answer({ c_nonce: 'nonce' }),
    '/credential': giveCredentials,
  };
  return { credentialOffer, routes };
}

function issueTo(jwk: JsonObject): Promise<string> {
  const iat = testTime.getTime() / 1000;
  const { kty, crv, x, y } = jwk as { kty: string; crv: string; x: string; y: string };
  const open = { iss: issuer.origin, vct: testVct, iat, exp: iat + 3600, cnf: { jwk: { kty, crv, x, y } } };
  const content = { x5c: issuer.x5c, open, disclosable: { given_name: 'Sara' } };
  return issueCredential(content, { sign: issuer.seal.key.sign, sha256, randomBytes });
}

async function createWallet() {
  const { credentialOffer, routes } = await createPeer();
  const issuers = [{ issuer: issuer.origin, documents: [{ vct: testVct }] }];
  const sendHttp = async (request: HttpRequest) => {
    const route = routes[new URL(request.url).pathname];
    if (!route) throw new Error(`nothing at ${request.url}`);
    return route(request);
  };
  const client = createIssuanceClient({ ...issuer.ports, randomBytes, sendHttp, now: () => testTime, issuers });
  return { client, credentialOffer };
}

describe('@openid4vc/openid4vci as an issuer', () => {
  it('gives our wallet a batch, by a second code, for a token that is bound to its key, and again by the refresh token', async () => {
    const { client, credentialOffer } = await createWallet();
    const offer = await client.readOffer(credentialOffer);
    const metadata = await client.fetchMetadata(offer.issuer);
    const key = createTestKey();
    const token = await client.redeemOffer(metadata, offer, { key, txCode: '123456' });
    expect(token).toMatchObject({ isBound: true, refreshToken: 'refresh' });
    const renewed = await client.renewToken(metadata, 'refresh', key);
    for (const each of [token, renewed]) {
      const keys = [createTestKey(), createTestKey(), createTestKey()];
      const nonce = await client.requestNonce(metadata);
      const order = { metadata, token: each, key, configurationId: 'identity', identifier: null, nonce, keys };
      expect(await client.requestCredentials(order)).toMatchObject({
        kind: 'received',
        credentials: keys.map(({ publicKey }) => ({ publicKey })),
      });
    }
  });

  it('refuses our wallet when its second code is wrong, or its token is shown by another key', async () => {
    const { client, credentialOffer } = await createWallet();
    const offer = await client.readOffer(credentialOffer);
    const metadata = await client.fetchMetadata(offer.issuer);
    const key = createTestKey();
    await expect(client.redeemOffer(metadata, offer, { key, txCode: '654321' })).rejects.toMatchObject({
      errorResponse: { error: 'invalid_grant' },
    });
    const token = await client.redeemOffer(metadata, offer, { key, txCode: '123456' });
    const nonce = await client.requestNonce(metadata);
    const order = { metadata, token, key: createTestKey(), configurationId: 'identity', identifier: null, nonce, keys: [createTestKey()] };
    await expect(client.requestCredentials(order)).rejects.toThrow(/invalid_dpop_proof/);
  });
});
