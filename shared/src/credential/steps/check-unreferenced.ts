import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/**
 * V11. Every disclosure is referred to by a digest. That digest may stand in another disclosure, which then is referred
 * to as well: since no digest can be made to depend on itself, each leads to the signed payload.
 * @throws AppError `credential_malformed` @see RFC 9901, section 7.1, step 5
 */
export function checkUnreferenced({ index }: CredentialContext): void {
  for (const digest of index.disclosures.keys()) if (!index.digests.has(digest)) throw malformedCredential('disclosure_unreferenced');
}
