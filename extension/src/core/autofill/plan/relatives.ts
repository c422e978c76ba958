import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import { compareMembers, type FamilyMember, type FamilyRelation, familyData, nameMember } from '../../family/family-member.ts';
import type { HeldValue } from './fill-plan.ts';
import { addAge } from './held-values.ts';

/** A member of the family with what a form may be filled with about them. */
export type Relative = {
  readonly id: string;
  readonly relation: FamilyRelation;
  readonly name: string;
  readonly held: readonly HeldValue[];
};

/** A child as a document of the citizen's describes it. */
export type CertifiedChild = { readonly id: string; readonly held: readonly HeldValue[] };

/** Names of the citizen's parents as their own documents have them, and what these are of the parent. */
const parentNames: readonly (readonly [relation: FamilyRelation, own: FieldId, datum: FieldId])[] = [
  ['father', 'father-name', 'given-name'],
  ['father', 'father-name-latin', 'given-name-latin'],
  ['mother', 'mother-name', 'given-name'],
];

/**
 * What is known of each member: what the citizen has declared, the age on the day of `nowMs` (UTC), and the full name. A father's
 * name that the citizen's own data (`own`) have goes before the one declared of him, and so does what a document says of a child, whom the citizen need not have
 * declared at all.
 */
export function makeRelatives(
  members: readonly FamilyMember[],
  own: readonly HeldValue[],
  nowMs: number,
  children: readonly CertifiedChild[] = [],
): Relative[] {
  const relatives = [...members].sort(compareMembers).map((member) => {
    const { id, relation } = member;
    const known = relation === 'father' ? listParentNames(relation, own) : (findCertified(member, children)?.held ?? []);
    const parts = [...known, ...listDeclared(member).filter(({ datum }) => known.every((other) => other.datum !== datum))];
    // The citizen has said that the parts belong together, whoever vouches for one of them.
    const names = joinNames(parts, (datum, whole) => declareValue(datum, whole, member.declaredAtMs));
    return { id, relation, name: nameMember(member), held: addAge([...parts, ...names], nowMs) };
  });
  const others = children.filter((child) => members.every((member) => findCertified(member, [child]) === undefined));
  return [...relatives, ...others.map((child) => makeChild(child, nowMs))];
}

function findCertified({ relation, values }: FamilyMember, children: readonly CertifiedChild[]): CertifiedChild | undefined {
  const nationalId = values['national-id'];
  if (relation !== 'child' || nationalId === undefined) return undefined;
  return children.find(({ held }) => held.some(({ datum, value }) => datum === 'national-id' && value === nationalId));
}

function makeChild({ id, held }: CertifiedChild, nowMs: number): Relative {
  const whole = [...held, ...joinNames(held, (datum, value, first) => ({ ...first, datum, value }))];
  const name = whole.find(({ datum }) => datum === 'name') ?? whole.find(({ datum }) => datum === 'name-latin');
  return { id, relation: 'child', name: name?.value ?? '', held: addAge(whole, nowMs) };
}

/** What is held of the citizen and, where neither a document nor a fact names a parent, the name of the parent whom the wallet knows. */
export function addParentNames(own: readonly HeldValue[], relatives: readonly Relative[]): readonly HeldValue[] {
  const names = parentNames.flatMap(([relation, ownDatum, datum]) => {
    const parent = own.some((value) => value.datum === ownDatum) ? undefined : relatives.find((each) => each.relation === relation);
    const name = parent?.held.find((value) => value.datum === datum);
    return name === undefined ? [] : [{ ...name, datum: ownDatum }];
  });
  return names.length === 0 ? own : [...own, ...names];
}

function listParentNames(relation: FamilyRelation, own: readonly HeldValue[]): HeldValue[] {
  return parentNames.flatMap(([whose, ownDatum, datum]) => {
    const name = whose === relation ? own.find((value) => value.datum === ownDatum) : undefined;
    return name === undefined ? [] : [{ ...name, datum }];
  });
}

function listDeclared({ values, declaredAtMs }: FamilyMember): HeldValue[] {
  return familyData.flatMap((datum) => {
    const value = values[datum];
    return value === undefined ? [] : [declareValue(datum, value, declaredAtMs)];
  });
}

/** Put together from what is known; who vouches for it, `vouch` says. A person with one name only has that one. */
function joinNames(parts: readonly HeldValue[], vouch: (datum: FieldId, name: string, first: HeldValue) => HeldValue): HeldValue[] {
  return (['name', 'name-latin'] as const).flatMap((datum) => {
    const found = (getField(datum).from ?? []).flatMap((part) => parts.find((value) => value.datum === part) ?? []);
    const [first] = found;
    return first === undefined ? [] : [vouch(datum, found.map(({ value }) => value).join(' '), first)];
  });
}

function declareValue(datum: FieldId, value: string, declaredAtMs: number): HeldValue {
  return { datum, value, source: { kind: 'declared', datum }, provenance: { kind: 'declared', declaredAtMs } };
}
