import { type CallbackContext, clientAuthenticationAnonymous, Oauth2AuthorizationServer, PkceCodeChallengeMethod } from '@openid4vc/oauth2';
import { Openid4vciIssuer } from '@openid4vc/openid4vci';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  isJwsSignedBy,
  issueCredential,
  type JsonObject,
  parseCompactJws,
  parseP256PublicJwk,
  signCompactJws,
} from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { createTestIssuer, createTestKey, randomBytes, sha256, type TestIssuer, testTime, testVct, verifyP256 } from '../testing/index.ts';
import { buildAuthorizationAnswer, createIssuanceClient, type HttpAnswer, type HttpRequest } from './index.ts';

// A citizen of our wallet signs in at an issuer that stands on an independent implementation, @openid4vc/openid4vci: pushed
// request, PKCE, DPoP. Offers by code are in offer-peer.test.ts.

const [code, nonce] = ['code-of-the-peer', 'nonce-of-the-peer'];
const wallet = { clientId: 'https://wallet.example', redirectUri: 'https://wallet.example/callback' };

let issuer: TestIssuer;

beforeAll(async () => {
  // The peer looks at the clock of the machine.
  vi.useFakeTimers({ now: testTime, toFake: ['Date'] });
  issuer = await createTestIssuer();
});
afterAll(() => {
  vi.useRealTimers();
});

/** The cryptography that the peer asks for; what it signs, it signs by a key of its own. */
function createCallbacks(): CallbackContext {
  const own = createTestKey();
  const none = () => Promise.reject(new Error('Not asked for here.'));
  return {
    hash: (data) => sha256(new Uint8Array(data)),
    generateRandom: (length) => randomBytes(length),
    clientAuthentication: clientAuthenticationAnonymous(),
    encryptJwe: none,
    decryptJwe: none,
    signJwt: async (_signer, { header, payload }) => {
      const { alg: _ours, ...rest } = header;
      const content = { header: rest as JsonObject, payload: JSON.parse(JSON.stringify(payload)) as JsonObject };
      return { jwt: await signCompactJws(content, own.sign), signerJwk: { ...own.publicKey } };
    },
    verifyJwt: async (signer, { compact }) => {
      if (signer.method !== 'jwk') return { verified: false };
      const jws = parseCompactJws(compact, { code: 'invalid_request' });
      const verified = await isJwsSignedBy(jws, parseP256PublicJwk(signer.publicJwk), verifyP256);
      return verified ? { verified, signerJwk: signer.publicJwk } : { verified };
    },
  };
}

/** What the peer answers to one request, from the moment that it has the request's form or document. */
type Endpoint = (
  request: { readonly url: string; readonly method: 'POST'; readonly headers: Headers },
  body: JsonObject,
) => Promise<object>;

function createPeer() {
  const callbacks = createCallbacks();
  const [peer, server] = [new Openid4vciIssuer({ callbacks }), new Oauth2AuthorizationServer({ callbacks })];
  const { origin } = issuer;
  const authorizationServerMetadata = server.createAuthorizationServerMetadata({
    ...{ issuer: origin, token_endpoint: `${origin}/token`, authorization_endpoint: `${origin}/authorize` },
    pushed_authorization_request_endpoint: `${origin}/par`,
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: [PkceCodeChallengeMethod.S256],
    dpop_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
  });
  const credentialIssuer = peer.createCredentialIssuerMetadata({
    ...{ credential_issuer: origin, credential_endpoint: `${origin}/credential`, nonce_endpoint: `${origin}/nonce` },
    batch_credential_issuance: { batch_size: 5 },
    credential_configurations_supported: {
      identity: {
        format: 'dc+sd-jwt',
        vct: testVct,
        cryptographic_binding_methods_supported: ['jwk'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
      },
    },
  });
  const issuerMetadata = {
    credentialIssuer,
    authorizationServers: [authorizationServerMetadata],
    knownCredentialConfigurations: peer.getKnownCredentialConfigurationsSupported(credentialIssuer),
    originalDraftVersion: 'V1' as never,
  };
  const pushed: { challenge?: string; thumbprint?: string } = {};

  const endpoints: Record<string, Endpoint> = {
    '/par': async (request, authorizationRequest) => {
      const parsed = await server.parsePushedAuthorizationRequest({ authorizationRequest, request });
      const { dpop } = await server.verifyPushedAuthorizationRequest({
        ...{ authorizationServerMetadata, request, authorizationRequest: parsed.authorizationRequest },
        ...(parsed.dpop ? { dpop: { ...parsed.dpop, required: true } } : {}),
      });
      pushed.challenge = parsed.authorizationRequest.code_challenge ?? '';
      pushed.thumbprint = dpop?.jwkThumbprint ?? '';
      const requestUri = 'urn:ietf:params:oauth:request_uri:of-the-peer';
      return server.createPushedAuthorizationResponse({ requestUri, expiresInSeconds: 60 }).pushedAuthorizationResponse;
    },
    '/token': async (request, accessTokenRequest) => {
      const parsed = server.parseAccessTokenRequest({ request, accessTokenRequest });
      const common = { authorizationServerMetadata, request, accessTokenRequest: parsed.accessTokenRequest };
      const { grant } = parsed;
      const dpop = { required: true, jwt: parsed.dpop?.jwt ?? '' };
      if (grant.grantType !== 'authorization_code') throw new Error('Not asked for here.');
      const verified = await server.verifyAuthorizationCodeAccessTokenRequest({
        ...{ ...common, grant, expectedCode: code, dpop: { ...dpop, expectedJwkThumbprint: pushed.thumbprint ?? '' } },
        pkce: {
          codeChallenge: pushed.challenge ?? '',
          codeChallengeMethod: PkceCodeChallengeMethod.S256,
          codeVerifier: parsed.pkceCodeVerifier ?? '',
        },
      });
      const signer = { method: 'jwk' as const, alg: 'ES256', publicJwk: { ...createTestKey().publicKey } };
      return server.createAccessTokenResponse({
        ...{ audience: origin, authorizationServer: origin, subject: 'sara', expiresInSeconds: 300, signer },
        ...(verified.dpop ? { dpop: verified.dpop } : {}),
      });
    },
    '/nonce': async () => peer.createNonceResponse({ cNonce: nonce }),
    '/credential': async (request, document) => {
      const accessToken = /^DPoP (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      await server.verifyDpopJwt({ dpopJwt: request.headers.get('dpop') ?? '', request, accessToken });
      const credentialRequest = peer.parseCredentialRequest({ issuerMetadata, credentialRequest: document });
      const keys = await Promise.all(
        (credentialRequest.proofs?.jwt ?? []).map(async (jwt) => {
          const { signer } = await peer.verifyCredentialRequestJwtProof({ issuerMetadata, jwt, expectedNonce: nonce });
          return parseP256PublicJwk(signer.publicJwk);
        }),
      );
      const credentials = await Promise.all(keys.map(async (key) => ({ credential: await issueTo({ ...key }) })));
      return peer.createCredentialResponse({ credentialRequest, credentials });
    },
  };
  const documents: Record<string, object> = {
    '/.well-known/openid-credential-issuer': credentialIssuer,
    '/.well-known/oauth-authorization-server': authorizationServerMetadata,
  };
  const sendHttp = async (request: HttpRequest): Promise<HttpAnswer> => {
    const { pathname } = new URL(request.url);
    const document = documents[pathname];
    if (document) return json(document);
    const endpoint = endpoints[pathname];
    if (!endpoint) throw new Error(`Nothing at ${request.url}`);
    const { url, body = '' } = request;
    const isForm = request.headers?.['content-type'] === 'application/x-www-form-urlencoded';
    const read = isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body || '{}');
    return json(await endpoint({ url, method: 'POST', headers: new Headers(request.headers) }, read), pathname === '/par' ? 201 : 200);
  };
  const makeOffer = async (grants: Parameters<Openid4vciIssuer['createCredentialOffer']>[0]['grants']) =>
    (await peer.createCredentialOffer({ issuerMetadata, credentialConfigurationIds: ['identity'], grants })).credentialOffer;
  return { sendHttp, makeOffer };
}

function json(document: object, status = 200): HttpAnswer {
  return { status, contentType: 'application/json', bytes: encodeUtf8(JSON.stringify(document)) };
}

function issueTo(jwk: JsonObject): Promise<string> {
  const seconds = testTime.getTime() / 1000;
  const open = { iss: issuer.origin, vct: testVct, iat: seconds, exp: seconds + 3600, cnf: { jwk } };
  return issueCredential(
    { x5c: issuer.x5c, open, disclosable: { given_name: 'Sara' } },
    { sign: issuer.seal.key.sign, sha256, randomBytes },
  );
}

function createWallet(sendHttp: ReturnType<typeof createPeer>['sendHttp']) {
  const issuers = [{ issuer: issuer.origin, documents: [{ vct: testVct }] }];
  return createIssuanceClient({ ...issuer.ports, randomBytes, sendHttp, now: () => testTime, issuers });
}

describe('an issuer on @openid4vc/openid4vci', () => {
  it('lets our wallet’s citizen sign in, by a pushed request and PKCE, and gives a batch', async () => {
    const peer = createPeer();
    const client = createWallet(peer.sendHttp);
    const offer = await client.readOffer(await peer.makeOffer({ authorization_code: { issuer_state: encodeBase64Url(randomBytes(16)) } }));
    const metadata = await client.fetchMetadata(issuer.origin);
    const key = createTestKey();
    const signIn = { metadata, configurationIds: offer.configurationIds, issuerState: offer.signIn?.issuerState ?? null, key };
    const { url, start } = await client.startSignIn({ ...signIn, ...wallet });
    expect(url).toBe(
      `${issuer.origin}/authorize?${new URLSearchParams({ client_id: wallet.clientId, request_uri: 'urn:ietf:params:oauth:request_uri:of-the-peer' })}`,
    );
    const address = buildAuthorizationAnswer({ kind: 'code', code }, { ...start, issuer: issuer.origin });
    const token = await client.finishSignIn({ address, start, metadata, key });
    const order = { metadata, token, key, configurationId: 'identity', identifier: null, nonce: await client.requestNonce(metadata) };
    const delivery = await client.requestCredentials({ ...order, keys: Array.from({ length: 5 }, () => createTestKey()) });
    expect(delivery.kind === 'received' ? delivery.credentials : delivery).toHaveLength(5);
  });
});
