import type { Json } from '../../encoding/index.ts';
import { isJsonObject } from '../jws.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** V6. `_sd_alg` is absent or `sha-256`, and stands at the top level only. @throws AppError `credential_malformed` @see RFC 9901, section 4.1.1 */
export function checkDigestAlgorithm({ sdJwt }: CredentialContext): void {
  const { _sd_alg: algorithm, ...claims } = sdJwt.payload;
  if (algorithm !== undefined && algorithm !== 'sha-256') throw malformedCredential('_sd_alg');
  if (holdsAlgorithm(claims) || sdJwt.disclosures.some(({ value }) => holdsAlgorithm(value))) throw malformedCredential('_sd_alg');
}

function holdsAlgorithm(value: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(holdsAlgorithm);
  return isJsonObject(value) && (Object.hasOwn(value, '_sd_alg') || Object.values(value).some(holdsAlgorithm));
}
