import { thumbprintKey } from '../../credential/index.ts';
import { encodeBase64Url } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { buildAuthorizationUrl, buildPushedRequest, pushedResponse, readAuthorizationAnswer } from '../authorization-request.ts';
import { readAnswer } from '../http-port.ts';
import type { HolderKey } from '../key-proof.ts';
import type { IssuanceMetadata } from '../metadata.ts';
import { deriveCodeChallenge } from '../pkce.ts';
import { formHeaders, type IssuanceClientPorts, parseDocument } from './client-ports.ts';
import { type IssuanceToken, requestToken } from './request-token.ts';
import { sendBound } from './send-bound.ts';

export type SignInOrder = {
  readonly metadata: IssuanceMetadata;
  readonly configurationIds: readonly string[];
  readonly issuerState: string | null;
  /** How the wallet is known to issuers: its origin. */
  readonly clientId: string;
  readonly redirectUri: string;
  /** The wallet's DPoP key at this issuer. */
  readonly key: HolderKey;
};

/** A sign-in that is under way. The verifier is secret until the code has come. */
export type SignInStart = {
  readonly state: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly clientId: string;
};

/**
 * Tells the issuer what is wanted, over a channel that no page sees, and gives the address at which the citizen signs in.
 * @throws AppError `offer_unknown` where the issuer lets nobody sign in, and the issuer's own
 * @see RFC 9126; RFC 7636; OpenID4VCI 1.0, section 5
 */
export async function startSignIn(
  order: SignInOrder,
  ports: IssuanceClientPorts,
): Promise<{ readonly url: string; readonly start: SignInStart }> {
  const { metadata, configurationIds, issuerState, clientId, redirectUri, key } = order;
  if (!metadata.signIn) throw new AppError('offer_unknown', { what: 'sign_in' });
  const [state, codeVerifier] = [16, 32].map((length) => encodeBase64Url(ports.randomBytes(length))) as [string, string];
  const body = buildPushedRequest({
    ...{ clientId, redirectUri, configurationIds, state, issuerState },
    codeChallenge: await deriveCodeChallenge(codeVerifier, ports.sha256),
    dpopKeyThumbprint: await thumbprintKey(key.publicKey, ports.sha256),
  });
  const request = { url: metadata.signIn.pushedRequest, method: 'POST', headers: formHeaders, body } as const;
  const answer = await sendBound(request, { key: metadata.bindsTokens ? key : null }, ports);
  const { request_uri: requestUri } = parseDocument(pushedResponse, readAnswer(answer, 201));
  const url = buildAuthorizationUrl(metadata.signIn.authorization, { clientId, requestUri });
  return { url, start: { state, codeVerifier, redirectUri, clientId } };
}

/**
 * The token that the sign-in brought, from the address at which the browser came back.
 * @throws AppError `authorization_answer_invalid` when it does not answer this sign-in; `authorization_denied` when the issuer or the citizen said no; and those of `requestToken`
 * @see RFC 9207; RFC 6749, section 4.1
 */
export async function finishSignIn(
  answered: { readonly address: string; readonly start: SignInStart; readonly metadata: IssuanceMetadata; readonly key: HolderKey },
  ports: IssuanceClientPorts,
): Promise<IssuanceToken> {
  const { address, start, metadata, key } = answered;
  const { redirectUri, state, codeVerifier, clientId } = start;
  const answer = readAuthorizationAnswer(address, { redirectUri, state, issuer: metadata.issuer });
  if (answer.kind === 'refused') throw new AppError('authorization_denied');
  return requestToken(metadata, { code: answer.code, codeVerifier, redirectUri, clientId }, key, ports);
}
