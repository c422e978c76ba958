import { AppError } from '../errors/index.ts';
import type { CredentialOffer } from './credential-offer.ts';
import { readAnswer } from './http-port.ts';
import type { HolderKey } from './key-proof.ts';
import type { IssuanceMetadata } from './metadata.ts';
import { nonceResponse } from './token.ts';
import { type IssuanceClientPorts, jsonHeaders, parseDocument } from './wallet/client-ports.ts';
import { fetchMetadata } from './wallet/fetch-metadata.ts';
import { fetchOffer } from './wallet/fetch-offer.ts';
import { type NotificationOrder, notifyIssuer } from './wallet/notify.ts';
import { type CredentialDelivery, type CredentialOrder, requestCredentials } from './wallet/request-credentials.ts';
import { type IssuanceToken, requestToken } from './wallet/request-token.ts';
import { finishSignIn, type SignInOrder, type SignInStart, startSignIn } from './wallet/sign-in.ts';

/** The steps by which a wallet receives credentials, in their order. `key`: the wallet's DPoP key at this issuer. */
export type IssuanceClient = {
  /** @see fetchOffer */
  readOffer(link: string): Promise<CredentialOffer>;
  /** @see fetchMetadata */
  fetchMetadata(issuer: string): Promise<IssuanceMetadata>;
  /** A token for the code in the offer, which can be had once. @throws AppError as `requestToken`; `offer_unknown` when there is no code in it */
  redeemOffer(
    metadata: IssuanceMetadata,
    offer: CredentialOffer,
    by: { readonly key: HolderKey; readonly txCode?: string },
  ): Promise<IssuanceToken>;
  /** @see startSignIn */
  startSignIn(order: SignInOrder): Promise<{ readonly url: string; readonly start: SignInStart }>;
  /** @see finishSignIn */
  finishSignIn(answered: Parameters<typeof finishSignIn>[0]): Promise<IssuanceToken>;
  /** A token in the place of an earlier one. @throws AppError as `requestToken` @see RFC 6749, section 6 */
  renewToken(metadata: IssuanceMetadata, refreshToken: string, key: HolderKey): Promise<IssuanceToken>;
  /** A nonce for one credential request. @see OpenID4VCI 1.0, section 7 */
  requestNonce(metadata: IssuanceMetadata): Promise<string>;
  /** @see requestCredentials */
  requestCredentials(order: CredentialOrder): Promise<CredentialDelivery>;
  /** @see notifyIssuer */
  notify(order: NotificationOrder): Promise<void>;
};

/**
 * The wallet's side of OpenID4VCI 1.0. It keeps nothing between calls, so that the wallet may ask the citizen in between,
 * or be stopped and go on.
 */
export function createIssuanceClient(ports: IssuanceClientPorts): IssuanceClient {
  return {
    readOffer: (link) => fetchOffer(link, ports),
    fetchMetadata: (issuer) => fetchMetadata(issuer, ports),
    redeemOffer: async (metadata, { issuer, preAuthorizedCode }, { key, txCode }) => {
      if (metadata.issuer !== issuer) throw new AppError('offer_invalid', { what: 'issuer' });
      if (preAuthorizedCode === null) throw new AppError('offer_unknown', { what: 'grants' });
      return requestToken(metadata, txCode === undefined ? { preAuthorizedCode } : { preAuthorizedCode, txCode }, key, ports);
    },
    startSignIn: (order) => startSignIn(order, ports),
    finishSignIn: (answered) => finishSignIn(answered, ports),
    renewToken: (metadata, refreshToken, key) => requestToken(metadata, { refreshToken }, key, ports),
    requestNonce: async ({ nonceEndpoint }) => {
      const answer = await ports.sendHttp({ url: nonceEndpoint, method: 'POST', headers: jsonHeaders, body: '' });
      return parseDocument(nonceResponse, readAnswer(answer)).c_nonce;
    },
    requestCredentials: (order) => requestCredentials(order, ports),
    notify: (order) => notifyIssuer(order, ports),
  };
}
