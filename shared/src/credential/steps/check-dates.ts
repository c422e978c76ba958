import type { Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** How far clocks of issuer and verifier may lie apart. */
export const clockSkewSeconds = 60;

/** V13. `exp` and `nbf`, where present, are numbers, and now lies between them, give or take a minute. @throws AppError `credential_malformed`, `credential_expired`, `credential_not_yet_valid` @see RFC 7519, sections 4.1.4 and 4.1.5 */
export function checkDates({ sdJwt, expected }: CredentialContext): void {
  const now = expected.at.getTime() / 1000;
  const exp = readDate(sdJwt.payload['exp']);
  const nbf = readDate(sdJwt.payload['nbf']);
  if (exp !== undefined && now >= exp + clockSkewSeconds) throw new AppError('credential_expired');
  if (nbf !== undefined && now < nbf - clockSkewSeconds) throw new AppError('credential_not_yet_valid');
}

function readDate(value: Json | undefined): number | undefined {
  if (value !== undefined && typeof value !== 'number') throw malformedCredential('date');
  return value;
}
