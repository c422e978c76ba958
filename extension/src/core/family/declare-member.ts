import { AppError } from '@daricheh/shared/errors';
import { declareFact } from '../credentials/fact.ts';
import { type FamilyDatum, type FamilyMember, type FamilyRelation, listFamilyData } from './family-member.ts';

/** What the citizen writes of a member: each text by its datum; an empty one says nothing. */
export type ToldMember = { readonly id: string; readonly relation: FamilyRelation; readonly texts: Readonly<Record<string, string>> };

type Known = {
  readonly members: readonly FamilyMember[];
  /** The citizen's own national ids, as issued and as declared. */
  readonly ownIds: readonly string[];
};

/** A citizen has one of each. */
const onlyOne: ReadonlySet<FamilyRelation> = new Set<FamilyRelation>(['father', 'mother']);

/**
 * The member that the citizen describes, in the place of the known one of this id.
 * @throws AppError `fact_invalid` (the facts name the datum) when a text is not of its datum's form, a datum is none that is asked about such a member, or the given
 * name is missing; `family_relation_taken` for a second father or mother; `family_id_taken` when the national id is the citizen's own or another member's
 */
export function declareMember({ id, relation, texts }: ToldMember, { members, ownIds }: Known, nowMs: number): FamilyMember {
  const others = members.filter((member) => member.id !== id);
  const values = readValues(relation, texts, nowMs);
  if (values['given-name'] === undefined) throw new AppError('fact_invalid', { datum: 'given-name' });
  if (onlyOne.has(relation) && others.some((other) => other.relation === relation))
    throw new AppError('family_relation_taken', { relation });
  const nationalId = values['national-id'];
  const taken = [...ownIds, ...others.map((other) => other.values['national-id'])];
  if (nationalId !== undefined && taken.includes(nationalId)) throw new AppError('family_id_taken', { datum: 'national-id' });
  return { version: 1, id, relation, values, declaredAtMs: nowMs };
}

function readValues(relation: FamilyRelation, texts: ToldMember['texts'], nowMs: number): FamilyMember['values'] {
  const asked = listFamilyData(relation);
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const values: Partial<Record<FamilyDatum, string>> = {};
  for (const [name, text] of said) {
    const datum = asked.find((each) => each === name);
    // A name that no form asks for was not chosen from ours, and is not repeated.
    if (datum === undefined) throw new AppError('fact_invalid', { datum: 'unknown' });
    values[datum] = declareFact(datum, text, nowMs).value;
  }
  return values;
}
