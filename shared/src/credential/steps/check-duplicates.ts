import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** V10. No digest stands twice, whether or not it is disclosed, and no disclosure comes twice. @throws AppError `credential_malformed` @see RFC 9901, section 7.1, step 4 */
export function checkDuplicates({ sdJwt, index }: CredentialContext): void {
  if (index.digests.size !== index.references.length) throw malformedCredential('digest_twice');
  if (index.disclosures.size !== sdJwt.disclosures.length) throw malformedCredential('disclosure_twice');
}
