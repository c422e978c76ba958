import type { JsonObject } from '@daricheh/shared/credential';
import { openCredential, signCompactJws } from '@daricheh/shared/credential';
import { createTestKey, randomBytes, sha256, type TestKey } from '@daricheh/shared/testing';
import { type CallbackContext, clientAuthenticationNone, setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApp, originOf, startOfTests, type TestApp } from '../testing/test-app.ts';
import { askAsBackEnd, makeOffer, walletClientId, walletRedirectUri } from '../testing/test-protocol-wallet.ts';
import { testSubject } from '../testing/test-receiver.ts';

// An independent wallet, @openid4vc/openid4vci, at our issuer.

const registry = 'civil-registry';
const issuer = originOf(registry);
const configurations = ['identity'];

beforeAll(() => {
  // The peer looks at the clock of the machine, and would otherwise refuse the http addresses of tests.
  vi.useFakeTimers({ now: startOfTests, toFake: ['Date'] });
  setGlobalConfig({ allowInsecureUrls: true });
});
afterAll(() => {
  vi.useRealTimers();
  setGlobalConfig({ allowInsecureUrls: false });
});

type Fetch = NonNullable<CallbackContext['fetch']>;

/** The network as the peer sees it: there is only the registry. */
function createFetch(app: TestApp, seen: string[]): Fetch {
  return (async (input: string | URL, init: RequestInit = {}) => {
    const { origin, pathname, search } = new URL(String(input));
    if (origin !== issuer) throw new Error(`No network in tests: ${origin}`);
    seen.push(pathname);
    const { method = 'GET' } = init;
    // As fetch does: a POST without a body says that it is empty.
    const body = method === 'POST' ? String(init.body ?? '') : undefined;
    const headers = Object.fromEntries(new Headers(init.headers));
    return app.send(registry, pathname + search, { method, headers, ...(body === undefined ? {} : { body }) });
  }) as unknown as Fetch;
}

async function prepare() {
  const app = await createTestApp();
  const keys = new Map<string, TestKey>();
  const addKey = () => {
    const key = createTestKey();
    keys.set(key.publicKey.x, key);
    return { method: 'jwk' as const, alg: 'ES256', publicJwk: { ...key.publicKey } };
  };
  const seen: string[] = [];
  const client = new Openid4vciClient({
    callbacks: {
      fetch: createFetch(app, seen),
      hash: (data) => sha256(new Uint8Array(data)),
      generateRandom: (length) => randomBytes(length),
      clientAuthentication: clientAuthenticationNone({ clientId: walletClientId }),
      signJwt: async (signer, { header, payload }) => {
        const publicJwk = signer.method === 'jwk' ? signer.publicJwk : undefined;
        const key = keys.get(publicJwk?.x ?? '');
        if (!key || !publicJwk) throw new Error('No such key.');
        const { alg: _ours, ...rest } = header;
        const content = { header: rest as JsonObject, payload: JSON.parse(JSON.stringify(payload)) as JsonObject };
        return { jwt: await signCompactJws(content, key.sign), signerJwk: publicJwk };
      },
    },
  });
  const world = { send: app.send, origin: issuer, now: () => app.clock.now };
  const issuerMetadata = await client.resolveIssuerMetadata(issuer);
  /** Proves as many new keys as are wanted, to one nonce. */
  const proveKeys = async (count: number) => {
    const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
    const order = { issuerMetadata, credentialConfigurationId: 'identity', nonce };
    const proofs = Array.from({ length: count }, () => client.createCredentialRequestJwtProof({ ...order, signer: addKey() }));
    return { jwt: (await Promise.all(proofs)).map(({ jwt }) => jwt) as [string, ...string[]] };
  };
  return { app, world, client, issuerMetadata, addKey, proveKeys, seen };
}

async function readNames(app: TestApp, credentials: readonly unknown[] | undefined): Promise<unknown[]> {
  const texts = (credentials ?? []) as { credential: string }[];
  const opened = await Promise.all(texts.map(({ credential }) => openCredential(credential, app.deps.sha256)));
  return opened.map(({ claims }) => claims['given_name']);
}

describe('@openid4vc/openid4vci as a wallet', () => {
  it('takes an offer with a second code, by DPoP, and says that it keeps the document', async () => {
    const { app, world, client, issuerMetadata, addKey, proveKeys } = await prepare();
    const { offerUri, txCode = '' } = await makeOffer(world, { subject: testSubject, configurations, txCode: {} });
    const credentialOffer = await client.resolveCredentialOffer(offerUri);
    const { accessTokenResponse, dpop } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      ...{ credentialOffer, issuerMetadata, txCode, dpop: { signer: addKey() } },
    });
    expect(accessTokenResponse.token_type).toBe('DPoP');
    const order = { issuerMetadata, accessToken: accessTokenResponse.access_token, ...(dpop ? { dpop } : {}) };
    const { credentialResponse } = await client.retrieveCredentials({
      ...order,
      ...{ credentialConfigurationId: 'identity', proofs: await proveKeys(1) },
    });
    expect(await readNames(app, credentialResponse.credentials)).toEqual(['سارا']);
    const notification = { notificationId: credentialResponse.notification_id ?? '', event: 'credential_accepted' as const };
    await client.sendNotification({ ...order, notification });
    expect(app.logged).toContainEqual(expect.objectContaining({ event: 'notification', what: 'credential_accepted' }));
  });

  it('has its citizen sign in, by a pushed request, PKCE and DPoP, and receives a batch', async () => {
    const { app, world, client, issuerMetadata, addKey, proveKeys, seen } = await prepare();
    const { offerUri } = await makeOffer(world, { signIn: true, configurations });
    const credentialOffer = await client.resolveCredentialOffer(offerUri);
    const dpop = { signer: addKey() };
    const started = await client.createAuthorizationRequestUrlFromOffer({
      ...{ credentialOffer, issuerMetadata, dpop, clientId: walletClientId, redirectUri: walletRedirectUri },
      ...{ scope: 'identity', state: 'state-of-the-peer' },
    });
    expect(seen).toContain('/daricheh/issuer/par');
    const { pathname, search } = new URL(started.authorizationRequestUrl);
    const page = new URL((await app.send(registry, pathname + search)).headers.get('location') ?? '');
    const ended = await askAsBackEnd(world, `/daricheh/issuer/authorizations/${page.searchParams.get('authorization')}`, {
      ...{ subject: testSubject, configurations },
    });
    const { redirectUri } = (await ended.json()) as { redirectUri: string };
    const [authorizationServerMetadata] = issuerMetadata.authorizationServers;
    if (!authorizationServerMetadata) throw new Error('no authorization server');
    const { code = '' } = client.parseAndVerifyAuthorizationResponseRedirectUrl({ url: redirectUri, authorizationServerMetadata });
    const tokens = await client.retrieveAuthorizationCodeAccessTokenFromOffer({
      ...{ credentialOffer, issuerMetadata, authorizationCode: code, redirectUri: walletRedirectUri },
      ...(started.pkce ? { pkceCodeVerifier: started.pkce.codeVerifier } : {}),
      dpop: started.dpop ?? dpop,
    });
    const { credentialResponse } = await client.retrieveCredentials({
      ...{ issuerMetadata, accessToken: tokens.accessTokenResponse.access_token, credentialConfigurationId: 'identity' },
      proofs: await proveKeys(5),
      ...(tokens.dpop ? { dpop: tokens.dpop } : {}),
    });
    expect(await readNames(app, credentialResponse.credentials)).toEqual(Array(5).fill('سارا'));
  });
});
