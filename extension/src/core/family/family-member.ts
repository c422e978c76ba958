import type { FieldId } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

export const familyRelations = ['father', 'mother', 'partner', 'child'] as const;
export const familyRelation = z.enum(familyRelations);
export type FamilyRelation = z.infer<typeof familyRelation>;

/** What forms ask about a member of the family, in the order in which they ask it. */
export const familyData = [
  'given-name',
  'family-name',
  'father-name',
  'national-id',
  'birth-certificate-number',
  'bday',
  'birth-place',
  'sex',
  'nationality',
  'tel',
  'education-level',
  'organization-title',
  'given-name-latin',
  'family-name-latin',
] as const satisfies readonly FieldId[];
export type FamilyDatum = (typeof familyData)[number];

/**
 * Somebody of the citizen's family, as the citizen describes them; no agency has certified any of it (stored shape, version 1). Its id is drawn at random, since
 * ids lie beside the sealed item. Values are in the normal form of their kind; each has a given name.
 */
export const familyMember = z.strictObject({
  version: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  relation: familyRelation,
  values: z.partialRecord(z.enum(familyData), z.string().check(z.minLength(1), z.maxLength(500))),
  declaredAtMs: z.number(),
});
export type FamilyMember = z.infer<typeof familyMember>;

/** A member as the wallet's pages list it. */
export type FamilyLine = Omit<FamilyMember, 'version'>;

/** What is asked about such a member: all but the father's own father, whom a form that asks «نام پدر» under “Father” hardly ever means; so with the mother. */
export function listFamilyData(relation: FamilyRelation): readonly FamilyDatum[] {
  return relation === 'partner' || relation === 'child' ? familyData : familyData.filter((datum) => datum !== 'father-name');
}

/** The order in which members are named: by relation, the oldest first. */
export function compareMembers(a: Pick<FamilyMember, 'relation' | 'values'>, b: Pick<FamilyMember, 'relation' | 'values'>): number {
  const place = familyRelations.indexOf(a.relation) - familyRelations.indexOf(b.relation);
  return place || (a.values.bday ?? '').localeCompare(b.values.bday ?? '');
}

/** What the family calls the member: the given name, and the family name where it is known. */
export function nameMember({ values }: Pick<FamilyMember, 'values'>): string {
  return [values['given-name'], values['family-name']].filter((part) => part !== undefined).join(' ');
}
