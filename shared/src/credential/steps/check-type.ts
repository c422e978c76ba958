import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** V3. The header's `typ` is `dc+sd-jwt`. @throws AppError `credential_malformed` @see SD-JWT VC draft-19, section 2.2.1 */
export function checkType({ sdJwt }: CredentialContext): void {
  if (sdJwt.jws.header['typ'] !== 'dc+sd-jwt') throw malformedCredential('typ');
}
