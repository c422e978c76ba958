import { disclosedName } from '../reveal-claims.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

const reserved = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status'];

/**
 * V5. What the verifier relies on is signed in the open: none of the reserved claims, nor anything below one, is
 * disclosed or can be withheld. @throws AppError `credential_malformed` @see SD-JWT VC draft-19, section 2.2.2.2
 */
export function checkReservedClaims({ index }: CredentialContext): void {
  for (const { digest, kind, under } of index.references) {
    if (typeof under === 'string' && reserved.includes(under)) throw malformedCredential('reserved_claim');
    const disclosure = under === null && kind === 'member' ? index.disclosures.get(digest) : undefined;
    if (disclosure && reserved.includes(disclosedName(disclosure.value))) throw malformedCredential('reserved_claim');
  }
}
