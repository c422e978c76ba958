import { thumbprintKey } from '@daricheh/shared/credential';
import { encodeBase64Url, type Json } from '@daricheh/shared/encoding';
import {
  buildPushedRequest,
  buildTokenRequest,
  createDpopProof,
  createKeyProof,
  type DpopOrder,
  deriveCodeChallenge,
  type HolderKey,
  type TokenOrder,
  type TokenResponse,
} from '@daricheh/shared/issuance';
import { createTestKey, randomBytes, sha256, testWalletOrigin } from '@daricheh/shared/testing';
import { apiKeyOf, type TestApp, type TestRequest } from './test-app.ts';

const registry = 'civil-registry';

/** Where a wallet speaks to the registry: the application itself, or a server behind a socket. */
export type IssuingWorld = { readonly send: TestApp['send']; readonly origin: string; readonly now: () => Date };

/** An answer as it came; `body` is empty where there was none. */
export type ProtocolAnswer = {
  readonly status: number;
  readonly body: { readonly [name: string]: Json };
  readonly headers: Headers;
  readonly text: string;
};

export const walletClientId = testWalletOrigin;
export const walletRedirectUri = `${testWalletOrigin}/signed-in.html`;
const verifier = 'a-verifier-of-the-wallet-that-is-long-enough-for-rfc-7636';

/** A wallet that says what a test tells it to say, well or badly, and binds it to its key unless told otherwise. */
export type ProtocolWallet = ReturnType<typeof createProtocolWallet>;

export function createProtocolWallet(world: IssuingWorld, key: HolderKey = createTestKey()) {
  const state: { nonce?: string } = {};
  // Each is a client of its own to a server that believes its proxy: one's failures are not another's.
  const client = encodeBase64Url(randomBytes(8));
  const prove = (path: string, changes: Partial<DpopOrder> = {}) =>
    createDpopProof(
      {
        ...{ key, method: 'POST', url: `${world.origin}${path}`, at: world.now() },
        ...(state.nonce === undefined ? {} : { nonce: state.nonce }),
        ...changes,
      },
      { randomBytes, sha256 },
    );

  /** Sends, and once more with the nonce that the server asks for. */
  async function post(path: string, init: TestRequest, accessToken?: string): Promise<ProtocolAnswer> {
    const attempt = async () => {
      const dpop = await prove(path, accessToken === undefined ? {} : { accessToken });
      const authorization: Record<string, string> = accessToken === undefined ? {} : { authorization: `DPoP ${accessToken}` };
      return send(path, { ...init, headers: { dpop, ...authorization, ...init.headers } });
    };
    const answer = await attempt();
    return answer.body['error'] === 'use_dpop_nonce' ? attempt() : answer;
  }

  async function send(path: string, init: TestRequest): Promise<ProtocolAnswer> {
    const answer = await sendRaw(world, path, { ...init, headers: { 'x-forwarded-for': client, ...init.headers } });
    state.nonce = answer.headers.get('dpop-nonce') ?? state.nonce ?? '';
    return answer;
  }

  const requestToken = (order: TokenOrder, changes: Record<string, string> = {}) =>
    post('/daricheh/issuer/token', formOf(buildTokenRequest(order), changes));

  return {
    key,
    prove,
    post,
    send,
    requestToken,
    /** The tokens that an offer brings. */
    async redeem(offerUri: string, txCode?: string): Promise<TokenResponse> {
      const preAuthorizedCode = await readCode(world, offerUri);
      const answer = await requestToken(txCode === undefined ? { preAuthorizedCode } : { preAuthorizedCode, txCode });
      return expectTokens(answer);
    },
    /** Pushes a request; what stands in `changes` is put over it, and taken away where it is null. */
    async push(changes: Record<string, string | null> = {}): Promise<ProtocolAnswer> {
      const form = buildPushedRequest({
        ...{ clientId: walletClientId, redirectUri: walletRedirectUri, configurationIds: ['identity'], issuerState: null },
        ...{ state: 'state-of-the-wallet', codeChallenge: await deriveCodeChallenge(verifier, sha256) },
        dpopKeyThumbprint: await thumbprintKey(key.publicKey, sha256),
      });
      return post('/daricheh/issuer/par', formOf(form, changes));
    },
    redeemCode: (code: string, changes: Record<string, string> = {}) =>
      requestToken({ code, codeVerifier: verifier, redirectUri: walletRedirectUri, clientId: walletClientId }, changes),
    requestNonce: async () => String((await send('/daricheh/issuer/nonce', { body: '', method: 'POST' })).body['c_nonce']),
    proveKey: (nonce: string, of: HolderKey = createTestKey()) => createKeyProof({ issuer: world.origin, nonce, at: world.now(), key: of }),
    requestCredential: (accessToken: string, json: unknown) => post('/daricheh/issuer/credential', { json }, accessToken),
  };
}

/** What the agency's back end sends. */
export function askAsBackEnd({ send }: Pick<IssuingWorld, 'send'>, path: string, json?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKeyOf(registry)}` };
  return send(registry, path, json === undefined ? { headers } : { headers, json });
}

/** The offer that the registry's back end has made of `order`. */
export async function makeOffer(world: IssuingWorld, order: object): Promise<{ offerId: string; offerUri: string; txCode?: string }> {
  const answer = await askAsBackEnd(world, '/daricheh/issuer/offers', order);
  if (answer.status !== 201) throw new Error(`no offer: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { offerId: string; offerUri: string; txCode?: string };
}

/** The offer that a link names, and its code. */
export async function readOfferDocument({ send }: IssuingWorld, offerUri: string): Promise<{ [name: string]: Json }> {
  const address = new URL(new URL(offerUri).searchParams.get('credential_offer_uri') ?? '');
  return (await send(registry, address.pathname)).json() as Promise<{ [name: string]: Json }>;
}

export async function readCode(world: IssuingWorld, offerUri: string): Promise<string> {
  const text = JSON.stringify(await readOfferDocument(world, offerUri));
  return /"pre-authorized_code":"([^"]+)"/.exec(text)?.[1] ?? '';
}

/** Where the browser is sent when it goes to the authorization endpoint. */
export async function goToSignIn({ send }: IssuingWorld, requestUri: unknown, clientId = walletClientId): Promise<URL> {
  const query = new URLSearchParams({ client_id: clientId, request_uri: String(requestUri) });
  const answer = await send(registry, `/daricheh/issuer/authorize?${query}`);
  if (answer.status !== 303) throw new Error(`no page: ${answer.status}`);
  return new URL(answer.headers.get('location') ?? '');
}

/** Ends the sign-in of a pushed request as the agency's back end decides; where the browser goes with the answer. */
export async function signIn(world: IssuingWorld, pushed: ProtocolAnswer, decision: object): Promise<{ address: URL; offerId: string }> {
  const handle = (await goToSignIn(world, pushed.body['request_uri'])).searchParams.get('authorization');
  const answer = await askAsBackEnd(world, `/daricheh/issuer/authorizations/${handle}`, decision);
  if (answer.status !== 200) throw new Error(`not signed in: ${answer.status} ${await answer.text()}`);
  const { redirectUri, offerId = '' } = (await answer.json()) as { redirectUri: string; offerId?: string };
  return { address: new URL(redirectUri), offerId };
}

/** The tokens in an answer. @throws Error when it is none */
export function expectTokens({ status, body, text }: ProtocolAnswer): TokenResponse {
  if (status !== 200) throw new Error(`no token: ${status} ${text}`);
  return body as unknown as TokenResponse;
}

async function sendRaw({ send }: IssuingWorld, path: string, init: TestRequest): Promise<ProtocolAnswer> {
  const answer = await send(registry, path, init);
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, body: isJson ? (JSON.parse(text) as ProtocolAnswer['body']) : {}, headers: answer.headers, text };
}

function formOf(text: string, changes: Record<string, string | null>): TestRequest {
  const members = Object.entries({ ...Object.fromEntries(new URLSearchParams(text)), ...changes });
  return { form: Object.fromEntries(members.filter((member): member is [string, string] => member[1] !== null)) };
}
