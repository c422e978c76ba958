import * as z from 'zod/mini';
import { preAuthorizedCodeGrant } from './grant-types.ts';

/** A token request's form; which grant it is of is for the caller to see. @see OpenID4VCI 1.0, section 6.1 */
export const tokenRequest = z.object({
  grant_type: z.string(),
  'pre-authorized_code': z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
  tx_code: z.optional(z.string().check(z.maxLength(64))),
});

/** A token response. @see OpenID4VCI 1.0, section 6.2; RFC 6749, section 5.1 */
export const tokenResponse = z.object({
  access_token: z.string().check(z.minLength(1), z.maxLength(4096), z.regex(/^[\x21-\x7e]+$/)),
  token_type: z.string().check(z.refine((type) => type.toLowerCase() === 'bearer')),
  expires_in: z.optional(z.number()),
});

/** A nonce response. @see OpenID4VCI 1.0, section 7.2 */
export const nonceResponse = z.object({ c_nonce: z.string().check(z.minLength(1), z.maxLength(1024)) });

/** The form of a token request. */
export function buildTokenRequest(code: { preAuthorizedCode: string; txCode?: string }): string {
  const { preAuthorizedCode, txCode } = code;
  return new URLSearchParams({
    grant_type: preAuthorizedCodeGrant,
    'pre-authorized_code': preAuthorizedCode,
    ...(txCode === undefined ? {} : { tx_code: txCode }),
  }).toString();
}
