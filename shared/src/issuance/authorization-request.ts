import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { writeAuthorizationDetails } from './authorization-details.ts';
import { codeChallengeMethod } from './pkce.ts';

const short = z.string().check(z.minLength(1), z.maxLength(1024));

/** The form that a wallet pushes; what its members must say is for the server to check. @see RFC 9126, section 2.1 */
export const pushedRequest = z.object({
  client_id: short,
  response_type: short,
  redirect_uri: short,
  code_challenge: z.optional(short),
  code_challenge_method: z.optional(short),
  state: z.optional(short),
  scope: z.optional(short),
  authorization_details: z.optional(z.string().check(z.maxLength(16_384))),
  issuer_state: z.optional(short),
  dpop_jkt: z.optional(short),
  /** One pushed request does not stand for another. */
  request_uri: z.optional(z.never()),
});
export type PushedRequest = z.infer<typeof pushedRequest>;

/** What answers it, with status 201. @see RFC 9126, section 2.2 */
export const pushedResponse = z.object({ request_uri: short, expires_in: z.number().check(z.gt(0)) });

export type AuthorizationOrder = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly configurationIds: readonly string[];
  /** See `deriveCodeChallenge`. */
  readonly codeChallenge: string;
  /** 16 random bytes or more in base64url; comes back with the code. */
  readonly state: string;
  readonly issuerState: string | null;
  /** Thumbprint of the DPoP key that the code will be bound to. */
  readonly dpopKeyThumbprint: string;
};

/** The form of a pushed authorization request. @see OpenID4VCI 1.0, section 5.1; RFC 9449, section 10 */
export function buildPushedRequest(order: AuthorizationOrder): string {
  return new URLSearchParams({
    response_type: 'code',
    client_id: order.clientId,
    redirect_uri: order.redirectUri,
    code_challenge: order.codeChallenge,
    code_challenge_method: codeChallengeMethod,
    state: order.state,
    authorization_details: writeAuthorizationDetails(order.configurationIds),
    dpop_jkt: order.dpopKeyThumbprint,
    ...(order.issuerState === null ? {} : { issuer_state: order.issuerState }),
  }).toString();
}

/**
 * The address of the issuer's own that a wallet may name as `redirect_uri`: a wallet that lives in the browser notices it
 * there, and needs no page that sites could call. What comes back in it is of use to nobody without the verifier.
 */
export function nameReturnAddress(issuer: string): string {
  return `${new URL(issuer).origin}/daricheh/issuer/return`;
}

/** Where the citizen's browser goes to sign in. @see RFC 9126, section 4 */
export function buildAuthorizationUrl(
  authorizationEndpoint: string,
  request: { readonly clientId: string; readonly requestUri: string },
): string {
  const url = new URL(authorizationEndpoint);
  url.searchParams.set('client_id', request.clientId);
  url.searchParams.set('request_uri', request.requestUri);
  return url.href;
}

/** What the browser brings back to `redirect_uri`. */
export type AuthorizationAnswer = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'refused'; readonly error: string };

/** The address to send the browser to with the answer. @see RFC 6749, section 4.1.2; RFC 9207, section 2 */
export function buildAuthorizationAnswer(
  answer: AuthorizationAnswer,
  to: { readonly redirectUri: string; readonly state: string | null; readonly issuer: string },
): string {
  const url = new URL(to.redirectUri);
  if (answer.kind === 'code') url.searchParams.set('code', answer.code);
  else url.searchParams.set('error', answer.error);
  if (to.state !== null) url.searchParams.set('state', to.state);
  url.searchParams.set('iss', to.issuer);
  return url.href;
}

/**
 * What the address says that the browser came back to: each name once, the `state` that was sent, and `iss` the issuer
 * that was asked, so that no other server's code is taken for this one's.
 * @throws AppError `authorization_answer_invalid`
 * @see RFC 9207, section 2.4; RFC 6749, sections 4.1.2 and 4.1.2.1
 */
export function readAuthorizationAnswer(
  address: string,
  expected: { readonly redirectUri: string; readonly state: string; readonly issuer: string },
): AuthorizationAnswer {
  if (!URL.canParse(address)) throw invalid('address');
  const { href, search, hash, searchParams } = new URL(address);
  if (hash !== '' || href.slice(0, href.length - search.length) !== new URL(expected.redirectUri).href) throw invalid('redirect_uri');
  const names = [...searchParams.keys()];
  if (new Set(names).size !== names.length) throw invalid('twice');
  if (searchParams.get('state') !== expected.state) throw invalid('state');
  if (searchParams.get('iss') !== expected.issuer) throw invalid('iss');
  const [code, error] = [searchParams.get('code'), searchParams.get('error')];
  if (error !== null && code === null) return { kind: 'refused', error };
  if (code === null || code === '' || error !== null) throw invalid('code');
  return { kind: 'code', code };
}

function invalid(what: string): AppError {
  return new AppError('authorization_answer_invalid', { what });
}
