import type { JsonObject } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import {
  buildIssuanceChallenge,
  buildRegistrationChallenge,
  type CredentialOffer,
  type CredentialOrder,
  createIssuanceClient,
  type HttpAnswer,
  type HttpRequest,
  type IssuanceClient,
  type IssuanceMetadata,
  type PasskeyEvidence,
  type ReceivedCredential,
} from '@daricheh/shared/issuance';
import { type AssertionChanges, createTestKey, createTestPasskey, type TestPasskey } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { createTrust } from '../trust/trust.ts';
import { apiKeyOf, originOf, type TestApp } from './test-app.ts';

const registry = 'civil-registry';

/** The shared client over the application itself, in the clear; what is not as ordered is thrown. */
export type TestClient = Pick<IssuanceClient, 'readOffer' | 'fetchMetadata' | 'requestNonce'> & {
  requestToken(metadata: IssuanceMetadata, offer: CredentialOffer, txCode?: string): Promise<string>;
  requestCredentials(
    order: Omit<CredentialOrder, 'token' | 'key' | 'identifier'> & { readonly accessToken: string },
  ): Promise<readonly TestReceived[]>;
};

/** A credential that was received, and verified. */
type TestReceived = ReceivedCredential & { readonly sdJwt: string };

/** A wallet that is about to receive. */
export type TestReceiver = {
  readonly client: TestClient;
  readonly passkey: TestPasskey;
  /** Everything that was sent, as it was sent; `tamper` may change an answer before the wallet reads it. */
  readonly sent: HttpRequest[];
  /** Reads the offer and redeems its code. */
  start(offerUri: string): Promise<{ metadata: IssuanceMetadata; accessToken: string; nonce: string }>;
  /** The passkey's registration and a fresh assertion for `nonce`. */
  prove(nonce: string, changes?: PasskeyChanges): Promise<PasskeyEvidence>;
};

export type PasskeyChanges = {
  readonly registration?: AssertionChanges;
  readonly assertion?: AssertionChanges;
  /** Signs in the registered passkey's place. */
  readonly asserter?: TestPasskey;
};

export type TamperAnswer = (request: HttpRequest, document: Json) => Json;

export async function createTestReceiver(
  app: TestApp,
  options: { tamper?: TamperAnswer; passkey?: TestPasskey } = {},
): Promise<TestReceiver> {
  const { deps } = app;
  const verifyChain = createChainVerifier({ anchors: deps.anchors, verifyP256: deps.verifyP256 });
  const { issuers } = await createTrust(deps).readList();
  const sent: HttpRequest[] = [];
  const sendHttp = (request: HttpRequest): Promise<HttpAnswer> => {
    sent.push(request);
    return sendToApp(app, request, options.tamper);
  };
  const client = createTestClient(createIssuanceClient({ ...deps, verifyChain, issuers, sendHttp }));
  const passkey = options.passkey ?? createTestPasskey();
  return {
    ...{ client, passkey, sent },
    start: async (offerUri) => {
      const offer = await client.readOffer(offerUri);
      const metadata = await client.fetchMetadata(offer.issuer);
      return { metadata, accessToken: await client.requestToken(metadata, offer), nonce: await client.requestNonce(metadata) };
    },
    prove: async (nonce, changes = {}) => {
      const onboarding = deps.randomBytes(16);
      const registered = passkey.register(await buildRegistrationChallenge(onboarding, deps.sha256), changes.registration);
      const challenge = await buildIssuanceChallenge({ issuer: originOf(registry), nonce }, deps.sha256);
      return {
        registration: { ...registered, nonce: encodeBase64Url(onboarding) },
        assertion: (changes.asserter ?? passkey).assert(challenge, changes.assertion),
      };
    },
  };
}

function createTestClient(client: IssuanceClient): TestClient {
  const key = createTestKey();
  return {
    ...client,
    // A wallet that knows no encryption: what it sends and gets can be read, and changed, as it stands.
    fetchMetadata: async (issuer) => ({ ...(await client.fetchMetadata(issuer)), encryption: null }),
    requestToken: async (metadata, offer, txCode) =>
      (await client.redeemOffer(metadata, offer, { key, ...(txCode !== undefined && { txCode }) })).accessToken,
    requestCredentials: async ({ accessToken, ...order }) => {
      const token = { accessToken, isBound: order.metadata.bindsTokens };
      const delivery = await client.requestCredentials({ ...order, token, key, identifier: null });
      if (delivery.kind === 'rejected') throw delivery.error;
      return delivery.credentials.map((received) => ({ ...received, sdJwt: received.credential }));
    },
  };
}

/** The link to an offer that the registry's back end has asked for. */
export async function requestOffer(
  app: TestApp,
  subject: Json,
  configurations: readonly string[] = ['identity', 'signing'],
): Promise<OfferAnswer> {
  const headers = { authorization: `Bearer ${apiKeyOf(registry)}` };
  const answer = await app.send(registry, '/daricheh/issuer/offers', { headers, json: { subject, configurations } });
  if (answer.status !== 201) throw new Error(`no offer: ${answer.status}`);
  return (await answer.json()) as OfferAnswer;
}

/** A citizen who does not exist, as the registry's back end describes them. */
export const testSubject = {
  given_name: 'سارا',
  family_name: 'رضایی',
  national_id: '9990000018',
  birthdate: '1990-03-21',
  age_over_18: true,
  address: { street_address: 'خیابان آزادی، پلاک ۱۲/۱', postal_code: '1234567890' },
  portrait: 'data:image/png;base64,AAAA',
  fictitious: true,
} satisfies JsonObject;

/** An offer of both credentials, and the wallet that has redeemed it. */
export async function begin(app: TestApp, receiver: TestReceiver) {
  const { offerId, offerUri } = await requestOffer(app, testSubject);
  return { offerId, offerUri, ...(await receiver.start(offerUri)) };
}

/** Both credentials, received. */
export async function receiveBoth(app: TestApp) {
  const receiver = await createTestReceiver(app);
  const { metadata, accessToken, nonce, offerId } = await begin(app, receiver);
  const [identityKey, signingKey] = [createTestKey(), createTestKey()];
  const order = { metadata, accessToken };
  const [identity] = await receiver.client.requestCredentials({ ...order, configurationId: 'identity', nonce, keys: [identityKey] });
  const nextNonce = await receiver.client.requestNonce(metadata);
  const passkey = await receiver.prove(nextNonce);
  const [signing] = await receiver.client.requestCredentials({
    ...order,
    ...{ configurationId: 'signing', nonce: nextNonce, keys: [signingKey], passkey },
  });
  if (!identity || !signing) throw new Error('nothing received');
  return { receiver, identity, signing, signingKey, offerId, passkey };
}

export type OfferAnswer = { readonly offerId: string; readonly offerUri: string };

async function sendToApp(app: TestApp, request: HttpRequest, tamper: TamperAnswer = (_request, document) => document): Promise<HttpAnswer> {
  const { pathname, search, origin } = new URL(request.url);
  if (origin !== originOf(registry)) throw new Error(`No network in tests: ${request.url}`);
  const init = { method: request.method, headers: { ...request.headers }, ...(request.body === undefined ? {} : { body: request.body }) };
  const answer = await app.send(registry, pathname + search, init);
  const contentType = answer.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const told = { status: answer.status, contentType, dpopNonce: answer.headers.get('dpop-nonce') ?? undefined };
  if (!contentType.endsWith('json')) return { ...told, bytes: new Uint8Array(await answer.arrayBuffer()) };
  const document = tamper(request, (await answer.json()) as Json);
  return { ...told, bytes: new TextEncoder().encode(JSON.stringify(document)) };
}
