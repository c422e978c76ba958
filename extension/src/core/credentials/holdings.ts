import type { JsonObject } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import { selectClaims } from '@daricheh/shared/presentation';
import type { AnswerSource } from '@daricheh/shared/submission';
import {
  type FieldId,
  fieldIds,
  getDocumentType,
  getField,
  isFieldId,
  listDocumentClaims,
  listDocumentTypesOf,
} from '@daricheh/shared/vocabulary';
import type { Fact } from './fact.ts';

/** One value that the wallet holds, as issued or as declared, and where it comes from. */
export type Holding = { readonly datum: FieldId; readonly value: string; readonly source: AnswerSource };

/** A document that counts, everything in it disclosed. */
export type HeldDocument = { readonly vct: string; readonly claims: JsonObject; readonly receivedAtMs: number };

type Held = { readonly documents: readonly HeldDocument[]; readonly facts: readonly Fact[] };

/**
 * Every value that the wallet holds, in the order of the vocabulary. Where a datum stands in several documents, those
 * drawn from its own record come first (a licence number from the licence, a name from the identity), and of one type the
 * newest; a value that several state is listed once, and what is declared comes last. Of several documents of one type
 * (two vehicles) the older ones add values, never data that the newest lacks: the first values always belong together.
 * Pictures are left out. Full names are put together from their parts, and name the first part's claim as their source; a
 * person with one name only has that one.
 */
export function collectHoldings(held: Held): Holding[] {
  const newestFirst = [...held.documents].sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  const sorted = { ...held, documents: newestFirst };
  return fieldIds.flatMap((datum) => [...readValues(datum, sorted), ...joinNames(datum, sorted)]);
}

/** A claim's value as text, or undefined for what is not one value. */
export function writeClaimValue(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : undefined;
}

function readValues(datum: FieldId, { documents, facts }: Held): Holding[] {
  const all = [...readIssued(datum, documents), ...readDeclared(datum, facts)];
  return all.filter(({ value }, place) => all.findIndex((other) => other.value === value) === place);
}

function readIssued(datum: FieldId, documents: readonly HeldDocument[]): Holding[] {
  if (getField(datum).kind === 'image') return [];
  return listDocumentTypesOf(datum).flatMap((type) => {
    const { vct } = getDocumentType(type);
    const path = listDocumentClaims(type).find((claim) => claim.datum === datum)?.path ?? [];
    const values = documents
      .filter((document) => document.vct === vct)
      .map(({ claims }) => writeClaimValue(selectClaims(claims, path)[0]?.value));
    if (values[0] === undefined) return [];
    const source: AnswerSource = { kind: 'credential', vct, claim: [...path] };
    return values.flatMap((value) => (value === undefined ? [] : [{ datum, value, source }]));
  });
}

function readDeclared(datum: FieldId, facts: readonly Fact[]): Holding[] {
  return facts.filter((fact) => fact.datum === datum).map(({ value }) => ({ datum, value, source: { kind: 'declared', datum } }));
}

function joinNames(datum: FieldId, held: Held): Holding[] {
  if (datum !== 'name' && datum !== 'name-latin') return [];
  const parts = (getField(datum).from ?? []).filter(isFieldId).flatMap((part) => readValues(part, held).slice(0, 1));
  const [first] = parts;
  return first ? [{ datum, value: parts.map((part) => part.value).join(' '), source: first.source }] : [];
}
