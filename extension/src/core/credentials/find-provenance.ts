import { selectClaims } from '@daricheh/shared/presentation';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { Provenance } from '../consent/provenance.ts';
import { readSeconds } from './describe-document.ts';
import type { Fact } from './fact.ts';
import { type HeldDocument, type Holding, writeClaimValue } from './holdings.ts';

/** A document that counts, with who issued it and when it ends. */
export type VouchingDocument = HeldDocument & { readonly issuer: LocalizedText; readonly expiresAtMs: number | null };

/**
 * Where a holding comes from, in words for its holder: of several documents of its type the newest that says this very value; where the value was put together
 * from several claims, the newest that has the first of them. Undefined for a holding of other documents and facts than these.
 */
export function findProvenance(
  { value, source }: Holding,
  { documents, facts }: { readonly documents: readonly VouchingDocument[]; readonly facts: readonly Fact[] },
): Provenance | undefined {
  if (source.kind === 'edited') return undefined;
  if (source.kind === 'declared') {
    const fact = facts.find(({ datum }) => datum === source.datum);
    return fact && { kind: 'declared', declaredAtMs: fact.declaredAtMs };
  }
  const { vct, claim } = source;
  const stated = documents
    .filter((document) => document.vct === vct)
    .sort((a, b) => b.receivedAtMs - a.receivedAtMs)
    .map((document) => ({ document, said: writeClaimValue(selectClaims(document.claims, claim)[0]?.value) }))
    .filter(({ said }) => said !== undefined);
  const found = stated.find(({ said }) => said === value) ?? stated[0];
  if (!found) return undefined;
  const { issuer, claims, receivedAtMs, expiresAtMs } = found.document;
  return { kind: 'issued', vct, claim, issuer, issuedAtMs: readSeconds(claims['iat']), receivedAtMs, expiresAtMs };
}
