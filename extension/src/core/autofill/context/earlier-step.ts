import { type FieldGroup, foldForMatching, getField } from '@daricheh/shared/vocabulary';
import { type Concept, isDatum } from '../concept.ts';
import type { PageContext } from '../evidence.ts';
import type { Person } from '../lexicon/index.ts';
import { readMainLabel } from '../signals/label.ts';
import type { PageField } from '../snapshot.ts';
import type { Drafts } from './neighbours.ts';

/** Somebody whom an earlier step of the same form was about, and what it asked of them. No value is in it. */
export type EarlierStep = { readonly person: Person; readonly asked: ReadonlySet<Concept> };

/** What is nobody else's. An address, a telephone, an account may be those of whoever fills in, on a step that comes after. */
const personalGroups: ReadonlySet<FieldGroup> = new Set<FieldGroup>(['person', 'birth', 'family', 'documents']);

/**
 * Fields of a step that says nothing of whose data it asks are about whom the step before it was about. Where anything on the step speaks to the applicant, or
 * asks again what was asked of that person already, it is about somebody else, and nothing is taken over; a field that names somebody itself keeps them.
 */
export function settleEarlierStep({ list }: Drafts, page: PageContext, earlier: EarlierStep | undefined): void {
  if (!earlier) return;
  const seen = list.filter(({ field }) => field.state === 'visible');
  const isAskedAgain = seen.some(({ concept, person }) => person === undefined && wasAsked(concept, earlier));
  if (isAskedAgain || seen.some(({ field }) => speaksToApplicant(field, page))) return;
  for (const draft of seen) {
    if (draft.person !== undefined || !(isPersonal(draft.concept) || speaksOfThem(draft.field, page))) continue;
    draft.person = earlier.person;
    draft.context = 'earlier-step';
  }
}

/** Whoever was asked a name in any way is not asked it again: “Name on the account” is another's. */
function wasAsked(concept: Concept | undefined, { asked }: EarlierStep): boolean {
  if (concept === undefined) return false;
  return asked.has(concept) || (isName(concept) && [...asked].some(isName));
}

function isName(concept: Concept): boolean {
  return /^(given-|family-|additional-)?name(-latin)?$/.test(concept);
}

/** True for what is the person's own of whom a form asks it. */
export function isPersonal(concept: Concept | undefined): boolean {
  return concept !== undefined && isDatum(concept) && personalGroups.has(getField(concept).group);
}

function speaksToApplicant(field: PageField, page: PageContext): boolean {
  return listWords(field, page).some((text) => page.readText(text).isApplicant);
}

const theirs = /(?<![\p{L}\p{N}])(their|his|her|او|وی|ایشان)(?![\p{L}\p{N}])/u;

/** “What is their address?” */
function speaksOfThem(field: PageField, page: PageContext): boolean {
  return listWords(field, page).some((text) => theirs.test(foldForMatching(text)));
}

/** The field's own words and the nearest above it: what stands higher is above other steps too. */
function listWords(field: PageField, page: PageContext): string[] {
  return [readMainLabel(field, page).text, ...field.labels, field.aria, ...field.groups, ...field.headings.slice(0, 1)];
}
