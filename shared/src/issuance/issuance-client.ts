import type * as z from 'zod/mini';
import {
  type CredentialPorts,
  isSameP256Key,
  type P256PublicJwk,
  type RegisteredIssuer,
  type VerifiedCredential,
} from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type CredentialOffer, parseOfferLink, readCredentialOffer } from './credential-offer.ts';
import { credentialResponse } from './credential-request.ts';
import { readAnswer, type SendHttp } from './http-port.ts';
import { createKeyProof, type HolderKey } from './key-proof.ts';
import {
  authorizationServerMetadataUrl,
  type CredentialConfiguration,
  checkIssuanceMetadata,
  type IssuanceMetadata,
  issuerMetadataUrl,
} from './metadata.ts';
import type { PasskeyEvidence } from './passkey-evidence.ts';
import { buildTokenRequest, nonceResponse, tokenResponse } from './token.ts';
import { verifyIssuedCredential } from './verify-issued-credential.ts';

export type IssuanceClientPorts = CredentialPorts & {
  readonly sendHttp: SendHttp;
  readonly now: () => Date;
  /** Issuers of the trust list: nothing is fetched from, or sent to, any other origin. */
  readonly issuers: readonly RegisteredIssuer[];
};

export type CredentialOrder = {
  readonly metadata: IssuanceMetadata;
  readonly accessToken: string;
  readonly configurationId: string;
  readonly nonce: string;
  /** One for each credential that is wanted. */
  readonly keys: readonly HolderKey[];
  readonly passkey?: PasskeyEvidence;
};

/** A credential that was verified and may be kept, and which of the keys it is bound to. */
export type ReceivedCredential = { readonly sdJwt: string; readonly publicKey: P256PublicJwk; readonly verified: VerifiedCredential };

/** The steps by which a wallet receives credentials, in their order. */
export type IssuanceClient = {
  /** The offer in a link, fetched where the link only names its address. @throws AppError `offer_invalid`, `issuer_not_trusted`, `unavailable` */
  readOffer(link: string): Promise<CredentialOffer>;
  /** @throws AppError `issuer_not_trusted`, `issuer_metadata_invalid`, `unavailable` */
  fetchMetadata(issuer: string): Promise<IssuanceMetadata>;
  /** An access token for the offer, which can be had once. @throws AppError `invalid_grant` and others of the issuer */
  requestToken(metadata: IssuanceMetadata, offer: CredentialOffer, txCode?: string): Promise<string>;
  /** A nonce for one credential request. */
  requestNonce(metadata: IssuanceMetadata): Promise<string>;
  /**
   * The credentials that were ordered, each verified: chain, type, issuer, and bound to a key of ours, one for each.
   * @throws AppError `offer_unknown`, `credential_not_as_offered`, those of the verifier, and those of the issuer
   */
  requestCredentials(order: CredentialOrder): Promise<readonly ReceivedCredential[]>;
};

/**
 * The wallet's side of OpenID4VCI 1.0 with pre-authorized codes. It keeps nothing between calls, so that the wallet may
 * ask the citizen in between, or be stopped and go on.
 */
export function createIssuanceClient(ports: IssuanceClientPorts): IssuanceClient {
  const { sendHttp } = ports;
  const requireTrustedOrigin = (address: string): void => {
    const { origin } = new URL(address);
    if (!ports.issuers.some(({ issuer }) => new URL(issuer).origin === origin))
      throw new AppError('issuer_not_trusted', { what: 'origin' });
  };
  const requireTrustedIssuer = (identifier: string): void => {
    if (!ports.issuers.some(({ issuer }) => issuer === identifier)) throw new AppError('issuer_not_trusted', { what: 'issuer' });
  };
  const get = async (url: string): Promise<Json> =>
    readAnswer(await sendHttp({ url, method: 'GET', headers: { accept: 'application/json' } }));

  return {
    async readOffer(link) {
      const parsed = parseOfferLink(link);
      if (parsed.kind === 'uri') requireTrustedOrigin(parsed.uri);
      const offer = parsed.kind === 'offer' ? parsed.offer : readCredentialOffer(await get(parsed.uri));
      requireTrustedIssuer(offer.issuer);
      return offer;
    },

    async fetchMetadata(issuer) {
      requireTrustedIssuer(issuer);
      const documents = await Promise.all([get(issuerMetadataUrl(issuer)), get(authorizationServerMetadataUrl(issuer))]);
      return checkIssuanceMetadata(issuer, { issuer: documents[0], server: documents[1] });
    },

    async requestToken({ issuer, tokenEndpoint }, offer, txCode) {
      if (issuer !== offer.issuer) throw new AppError('offer_invalid', { what: 'issuer' });
      const { preAuthorizedCode } = offer;
      if (preAuthorizedCode === null) throw new AppError('offer_unknown', { what: 'grants' });
      const body = buildTokenRequest(txCode === undefined ? { preAuthorizedCode } : { preAuthorizedCode, txCode });
      const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
      return parse(tokenResponse, readAnswer(await sendHttp({ url: tokenEndpoint, method: 'POST', headers, body }))).access_token;
    },

    async requestNonce({ nonceEndpoint }) {
      const answer = await sendHttp({ url: nonceEndpoint, method: 'POST', headers: { accept: 'application/json' }, body: '' });
      return parse(nonceResponse, readAnswer(answer)).c_nonce;
    },

    async requestCredentials(order) {
      const { vct } = findConfiguration(order);
      const at = ports.now();
      const body = JSON.stringify(await buildRequest(order, at));
      const headers = { accept: 'application/json', 'content-type': 'application/json', authorization: `Bearer ${order.accessToken}` };
      const answer = await sendHttp({ url: order.metadata.credentialEndpoint, method: 'POST', headers, body });
      const texts = parse(credentialResponse, readAnswer(answer)).credentials.map(({ credential }) => credential);
      const expected = {
        issuer: order.metadata.issuer,
        vct,
        keys: order.keys.map(({ publicKey }) => publicKey),
        issuers: ports.issuers,
        at,
      };
      const received = await Promise.all(
        texts.map(async (sdJwt) => ({ sdJwt, verified: await verifyIssuedCredential(sdJwt, expected, ports) })),
      );
      return matchKeys(received, expected.keys);
    },
  };
}

function findConfiguration({ metadata, configurationId, keys }: CredentialOrder): CredentialConfiguration {
  const found = Object.hasOwn(metadata.configurations, configurationId) ? metadata.configurations[configurationId] : undefined;
  if (!found) throw new AppError('offer_unknown');
  if (keys.length === 0 || keys.length > metadata.batchSize) throw new AppError('invalid_credential_request', { what: 'batch_size' });
  return found;
}

async function buildRequest({ metadata, configurationId, nonce, keys, passkey }: CredentialOrder, at: Date) {
  const jwt = await Promise.all(keys.map((key) => createKeyProof({ issuer: metadata.issuer, nonce, at, key })));
  return { credential_configuration_id: configurationId, proofs: { jwt }, ...(passkey ? { daricheh_passkey: passkey } : {}) };
}

/** Each key with the one credential that is bound to it, in the order of the keys. */
function matchKeys(received: readonly Omit<ReceivedCredential, 'publicKey'>[], keys: readonly P256PublicJwk[]): ReceivedCredential[] {
  if (received.length !== keys.length) throw new AppError('credential_not_as_offered', { what: 'count' });
  return keys.map((publicKey) => {
    const found = received.find(({ verified }) => verified.holderKey !== null && isSameP256Key(verified.holderKey, publicKey));
    if (!found) throw new AppError('credential_not_as_offered', { what: 'cnf' });
    return { ...found, publicKey };
  });
}

function parse<T>(schema: z.ZodMiniType<T>, document: Json): T {
  const parsed = schema.safeParse(document);
  if (!parsed.success) throw new AppError('agency_refused', { what: 'answer' });
  return parsed.data;
}
