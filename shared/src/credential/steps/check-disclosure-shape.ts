import type { Json } from '../../encoding/index.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/**
 * V7. A disclosure that `_sd` refers to is [salt, name, value]; one that an array's element refers to is [salt, value].
 * Salt and name are strings. @throws AppError `credential_malformed` @see RFC 9901, sections 4.2.1, 4.2.2 and 7.1, step 3.c
 */
export function checkDisclosureShape({ sdJwt, index }: CredentialContext): void {
  for (const { value } of sdJwt.disclosures) if (!isDisclosure(value)) throw malformedCredential('disclosure_shape');
  for (const { digest, kind } of index.references) {
    const value = index.disclosures.get(digest)?.value;
    if (Array.isArray(value) && value.length !== (kind === 'member' ? 3 : 2)) throw malformedCredential('disclosure_shape');
  }
}

function isDisclosure(value: Json): boolean {
  if (!Array.isArray(value)) return false;
  const [salt, name] = value as readonly Json[];
  if (typeof salt !== 'string') return false;
  return value.length === 2 || (value.length === 3 && typeof name === 'string');
}
