import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** `_sd` and `...` by the standard; the others because objects of JavaScript give them a meaning. */
const forbidden = ['_sd', '...', '_sd_alg', '__proto__', 'constructor', 'prototype'];

/** V8. No disclosure bears a name that would change how the rest is read. @throws AppError `credential_malformed` @see RFC 9901, section 7.1, step 3.c.ii.2 */
export function checkClaimNames({ sdJwt }: CredentialContext): void {
  for (const { value } of sdJwt.disclosures) {
    const name: unknown = Array.isArray(value) && value.length === 3 ? value[1] : undefined;
    if (typeof name === 'string' && forbidden.includes(name)) throw malformedCredential('claim_name');
  }
}
