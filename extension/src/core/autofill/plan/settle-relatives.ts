import { foldForMatching } from '@daricheh/shared/vocabulary';
import { type FamilyRelation, familyRelations } from '../../family/family-member.ts';
import type { Settled } from '../learning/obey-answers.ts';
import type { Person } from '../lexicon/people-words.ts';
import { listLabels } from '../signals/label.ts';
import type { PageField } from '../snapshot.ts';
import type { RelativeChoice } from './fill-plan.ts';
import { findHeldValue } from './held-values.ts';
import type { Relative } from './relatives.ts';

/** Whom the wallet knows beside the citizen. `picked`: ids of those whom the citizen has said that this form is about. */
export type Family = { readonly relatives: readonly Relative[]; readonly picked: readonly string[] };
export const noFamily: Family = { relatives: [], picked: [] };

/** Which member each field is about, by its handle; `choices`: where the form is about one of several, whom the citizen is asked for. */
export type SettledRelatives = {
  readonly byHandle: ReadonlyMap<number, Relative>;
  /** Fields that wait for the citizen to say whom they are about. */
  readonly unpicked: ReadonlySet<number>;
  readonly choices: readonly RelativeChoice[];
};

type Asked = { readonly field: PageField; readonly verdict: Extract<Settled['verdict'], { kind: 'other-person' }> };

/**
 * Finds the member of the family whom each field is about that asks about somebody else. Nobody is guessed: a field is left where the form asks about several people of
 * that relation, where its words say that another is meant (a former spouse), and where the family may be somebody else's.
 */
export function settleRelatives(fields: readonly PageField[], answers: readonly Settled[], family: Family): SettledRelatives {
  const byHandle = new Map<number, Relative>();
  const unpicked = new Set<number>();
  const choices: RelativeChoice[] = [];
  if (family.relatives.length === 0) return { byHandle, unpicked, choices };
  const asked = listAsked(fields, answers);
  const people = new Set(asked.map(({ verdict }) => verdict.person));
  for (const relation of familyRelations) {
    const own = asked.filter(({ verdict, field }) => verdict.person === relation && !saysAnother(field));
    const members = family.relatives.filter((relative) => relative.relation === relation);
    if (members.length === 0 || own.length === 0 || isOfOthers(relation, people)) continue;
    const about = keepOne(own, { canBeNumbered: relation === 'child' && members.length === 1 });
    const [only, another] = members;
    if (only && !another) for (const { field } of about.filter(({ verdict }) => verdict.which === 1)) byHandle.set(field.handle, only);
    if (!another || !about.some(({ verdict }) => members.some(({ held }) => findHeldValue(verdict.datum, held)))) continue;
    const picked = members.find(({ id }) => family.picked.includes(id));
    choices.push({ relation, members: members.map(({ id, name }) => ({ id, name })), picked: picked?.id });
    for (const { field } of about) {
      if (picked) byHandle.set(field.handle, picked);
      else unpicked.add(field.handle);
    }
  }
  return { byHandle, unpicked, choices };
}

/** What nobody sees is not asked. */
function listAsked(fields: readonly PageField[], answers: readonly Settled[]): Asked[] {
  return answers.flatMap(({ verdict }, place) => {
    const field = fields[place];
    return verdict.kind === 'other-person' && field?.state === 'visible' ? [{ field, verdict }] : [];
  });
}

/**
 * True where father and mother may be the parents of whomever the form is about: a birth is reported by one of them. A form that asks about a spouse too goes
 * through the applicant's own family. So with everybody's family where the form is about somebody who is cared for.
 */
function isOfOthers(relation: FamilyRelation, people: ReadonlySet<Person>): boolean {
  if (people.has('cared-for') || people.has('someone-else')) return true;
  return (relation === 'father' || relation === 'mother') && people.has('child') && !people.has('partner');
}

/**
 * The fields, where they are about one person; of children in numbered rows the first row, if the wallet knows one child alone (`canBeNumbered`). What is asked twice is asked about
 * two: the husband and the wife, a row for each child.
 */
function keepOne(own: readonly Asked[], { canBeNumbered }: { readonly canBeNumbered: boolean }): readonly Asked[] {
  const questions = new Set(own.map(({ verdict }) => `${verdict.which} ${verdict.datum}`));
  if (questions.size < own.length) return [];
  const rows = new Set(own.map(({ verdict }) => verdict.which));
  return rows.size === 1 || canBeNumbered ? own : [];
}

const anotherWords =
  /(?<![\p{L}\p{N}])(سابق|پیشین|قبلی|متوفی|مرحوم|ناپدری|نامادری|فرزند ?خوانده|متولد نشده|former|ex|previous|late|deceased|divorced|step ?father|step ?mother|step ?child|foster|unborn)(?![\p{L}\p{N}])/u;

/** True where the words around a field are about somebody whom the wallet does not mean by that relation. */
function saysAnother(field: PageField): boolean {
  const words = [...listLabels(field), field.cell, field.column, ...field.groups, ...field.headings.slice(0, 2)];
  return words.some((text) => anotherWords.test(foldForMatching(text)));
}
