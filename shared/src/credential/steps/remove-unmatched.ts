import { revealClaims } from '../reveal-claims.ts';
import { malformedCredential, sdJwtLimits } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/**
 * V12. What is read from here on is the payload with each disclosed claim in its place, and with every digest that
 * nothing was disclosed for, every decoy, `_sd`, `...` and `_sd_alg` gone. A portrait in it is no larger than one is issued.
 * @throws AppError `credential_malformed`
 * @see RFC 9901, section 7.1, steps 3.c to 3.f
 */
export function removeUnmatched(context: CredentialContext): void {
  const claims = revealClaims(context.sdJwt.payload, context.index);
  const { portrait } = claims;
  if (typeof portrait === 'string' && portrait.length > sdJwtLimits.portraitLength) throw malformedCredential('portrait');
  context.claims = claims;
}
