import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** V6. `_sd_alg` is absent or `sha-256`, and stands at the top level only. @throws AppError `credential_malformed` @see RFC 9901, section 4.1.1 */
export function checkDigestAlgorithm({ sdJwt, index }: CredentialContext): void {
  const { _sd_alg: algorithm } = sdJwt.payload;
  if (algorithm !== undefined && algorithm !== 'sha-256') throw malformedCredential('_sd_alg');
  if (index.hasNestedAlgorithm) throw malformedCredential('_sd_alg');
}
