import * as z from 'zod/mini';
import { grantedDetails } from './authorization-details.ts';
import { authorizationCodeGrant, preAuthorizedCodeGrant, refreshTokenGrant } from './grant-types.ts';

const secret = z.string().check(z.minLength(1), z.maxLength(1024));

/** A token request's form; which grant it is of is for the caller to see. @see OpenID4VCI 1.0, section 6.1; RFC 6749, sections 4.1.3 and 6 */
export const tokenRequest = z.object({
  grant_type: z.string(),
  client_id: z.optional(secret),
  'pre-authorized_code': z.optional(secret),
  tx_code: z.optional(z.string().check(z.maxLength(64))),
  code: z.optional(secret),
  redirect_uri: z.optional(secret),
  code_verifier: z.optional(secret),
  refresh_token: z.optional(secret),
  authorization_details: z.optional(z.string().check(z.maxLength(16_384))),
});
export type TokenRequest = z.infer<typeof tokenRequest>;

const token = z.string().check(z.minLength(1), z.maxLength(4096), z.regex(/^[\x21-\x7e]+$/));

/** A token response. @see OpenID4VCI 1.0, section 6.2; RFC 6749, section 5.1; RFC 9449, section 5 */
export const tokenResponse = z.object({
  access_token: token,
  token_type: z.string().check(z.refine((type) => ['bearer', 'dpop'].includes(type.toLowerCase()))),
  /** Seconds. */
  expires_in: z.optional(z.number()),
  refresh_token: z.optional(token),
  authorization_details: z.optional(grantedDetails),
});
export type TokenResponse = z.infer<typeof tokenResponse>;

/** A nonce response. @see OpenID4VCI 1.0, section 7.2 */
export const nonceResponse = z.object({ c_nonce: z.string().check(z.minLength(1), z.maxLength(1024)) });

/** What a token is asked for. */
export type TokenOrder =
  | { readonly preAuthorizedCode: string; readonly txCode?: string }
  | { readonly code: string; readonly codeVerifier: string; readonly redirectUri: string; readonly clientId: string }
  | { readonly refreshToken: string };

/** The form of a token request. */
export function buildTokenRequest(order: TokenOrder): string {
  return new URLSearchParams(describeOrder(order)).toString();
}

function describeOrder(order: TokenOrder): Record<string, string> {
  if ('refreshToken' in order) return { grant_type: refreshTokenGrant, refresh_token: order.refreshToken };
  if ('code' in order) {
    const { code, codeVerifier, redirectUri, clientId } = order;
    return { grant_type: authorizationCodeGrant, code, code_verifier: codeVerifier, redirect_uri: redirectUri, client_id: clientId };
  }
  const { preAuthorizedCode, txCode } = order;
  const second: Record<string, string> = txCode === undefined ? {} : { tx_code: txCode };
  return { grant_type: preAuthorizedCodeGrant, 'pre-authorized_code': preAuthorizedCode, ...second };
}
