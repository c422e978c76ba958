import type { JsonObject } from '../jws.ts';
import { disclosedName } from '../reveal-claims.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** V9. No disclosed claim bears a name that its object already holds, in the open or by another disclosure. @throws AppError `credential_malformed` @see RFC 9901, section 7.1, step 3.c.ii.3 */
export function checkCollisions({ index }: CredentialContext): void {
  const disclosedNames = new Map<JsonObject, Set<string>>();
  for (const { digest, kind, host } of index.references) {
    const disclosure = kind === 'member' ? index.disclosures.get(digest) : undefined;
    if (!disclosure) continue;
    const name = disclosedName(disclosure.value);
    const names = disclosedNames.get(host) ?? new Set();
    if (Object.hasOwn(host, name) || names.has(name)) throw malformedCredential('claim_collision');
    disclosedNames.set(host, names.add(name));
  }
}
