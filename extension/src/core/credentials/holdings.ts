import type { Json } from '@daricheh/shared/encoding';
import { selectClaims } from '@daricheh/shared/presentation';
import type { AnswerSource } from '@daricheh/shared/submission';
import { type FieldId, fieldIds, getField, isFieldId } from '@daricheh/shared/vocabulary';
import type { Fact } from './fact.ts';

/** Type of the identity credential. */
export const identityVct = 'urn:daricheh:identity:1';
/** Type of the credential whose key signs submissions. */
export const signingVct = 'urn:daricheh:signing:1';

/** One value that the wallet holds, as issued or as declared, and where it comes from. */
export type Holding = { readonly datum: FieldId; readonly value: string; readonly source: AnswerSource };

/**
 * Every value that the wallet holds, in the order of the vocabulary; where a datum is both issued and declared, the
 * issued value stands first. Pictures are left out. Full names are put together from their parts, and name the first
 * part's claim as their source; a person with one name only has that one.
 * @param identityClaims the claims of the identity credential, everything disclosed; null when there is none
 */
export function collectHoldings(held: { readonly identityClaims: Json; readonly facts: readonly Fact[] }): Holding[] {
  return fieldIds.flatMap((datum) => [
    ...readIssued(datum, held.identityClaims),
    ...readDeclared(datum, held.facts),
    ...joinNames(datum, held),
  ]);
}

/** A claim's value as text, or undefined for what is not one value. */
export function writeClaimValue(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : undefined;
}

function readIssued(datum: FieldId, claims: Json): Holding[] {
  const { claim, kind } = getField(datum);
  if (!claim || kind === 'image') return [];
  const value = writeClaimValue(selectClaims(claims, claim)[0]?.value);
  return value === undefined ? [] : [{ datum, value, source: { kind: 'credential', vct: identityVct, claim: [...claim] } }];
}

function readDeclared(datum: FieldId, facts: readonly Fact[]): Holding[] {
  return facts.filter((fact) => fact.datum === datum).map(({ value }) => ({ datum, value, source: { kind: 'declared', datum } }));
}

function joinNames(datum: FieldId, held: { readonly identityClaims: Json; readonly facts: readonly Fact[] }): Holding[] {
  if (datum !== 'name' && datum !== 'name-latin') return [];
  const parts = (getField(datum).from ?? []).filter(isFieldId).flatMap((part) => {
    const [first] = [...readIssued(part, held.identityClaims), ...readDeclared(part, held.facts)];
    return first ? [first] : [];
  });
  const [first] = parts;
  return first ? [{ datum, value: parts.map((part) => part.value).join(' '), source: first.source }] : [];
}
