import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { PageContext } from '../evidence.ts';
import type { Person } from '../lexicon/index.ts';
import type { Reading } from '../read-text.ts';
import { listLabels, readMainLabel } from '../signals/label.ts';
import type { Drafts } from './neighbours.ts';

/** A heading with more words than this that are not known tells a story: whoever is named in it need not be whom the fields are about. */
const mostUnknownWords = 3;
const personNames: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>(['name', 'given-name', 'family-name', 'national-id']);

/** Somebody, and the words that named them. */
type Named = { readonly person: Person; readonly words: string; readonly by: 'text' | 'name' | 'heading' };

/**
 * Says whom each field is about, by the nearest words that name somebody: its label, its control's name, its row and column, the captions and headings
 * around it. Words that name the applicant end the search; nobody named means the applicant.
 */
export function settleWhose(drafts: Drafts, page: PageContext): void {
  const named = drafts.list.map((draft) => findPerson(draft, page));
  const hasApplicant = drafts.list.some((draft, place) => named[place] === undefined && personNames.has(draft.concept));
  const roles = countRoles(named);
  for (const [place, draft] of drafts.list.entries()) {
    const found = named[place];
    // One manager or contact person whom the whole form is about is the one who fills it in.
    if (!found || (isRole(found.person) && !hasApplicant && roles <= 1)) continue;
    draft.person = settleParentName(drafts, draft, found) ? undefined : found.person;
  }
}

/** How many functions the page's words name; a control's name that repeats one in another language is not another. */
function countRoles(named: readonly (Named | undefined)[]): number {
  const words = (by: readonly Named['by'][]) =>
    new Set(named.flatMap((found) => (found && isRole(found.person) && by.includes(found.by) ? [found.words] : [])));
  return words(['text', 'heading']).size || words(['name']).size;
}

function isRole(person: Person): boolean {
  return person === 'role' || person === 'organization';
}

function findPerson(draft: Draft, page: PageContext): Named | undefined {
  const { field } = draft;
  const label = readMainLabel(field, page).reading;
  const names = field.control === 'radio' ? [page.readName(field.name)] : [page.readName(field.name), page.readName(field.id)];
  const rows = listLabels(field)
    .slice(1)
    .concat(field.cell, field.column)
    .filter((text) => text.length <= 60)
    .map((text) => page.readText(text));
  for (const reading of [label, ...rows, ...names]) {
    const { person, personWords } = reading;
    if (person !== undefined && !isOwnDatum(draft, person))
      return { person, words: personWords, by: names.includes(reading) ? 'name' : 'text' };
  }
  if (label.isApplicant && label.concept !== undefined) return undefined;
  return findInHeadings(draft, page);
}

function findInHeadings(draft: Draft, page: PageContext): Named | undefined {
  for (const text of [...draft.field.groups, ...draft.field.headings.slice(0, 3)]) {
    const reading = page.readText(withoutAsides(text));
    const person = reading.person ?? reading.headPerson;
    if (person !== undefined && isAbout(reading) && !isOwnDatum(draft, person, true))
      return { person, words: reading.personWords, by: 'heading' };
    if (reading.isApplicant) return undefined;
  }
  return undefined;
}

/** What stands in brackets in a heading says when or why, not who. */
function withoutAsides(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ');
}

/** True where a text is about the person that it names, not a sentence that mentions them. */
function isAbout(reading: Reading): boolean {
  return reading.rest.split(' ').filter(Boolean).length <= mostUnknownWords;
}

/** The applicant's own data that name somebody else: the father's name on a birth certificate, the employer one works for. */
function isOwnDatum({ concept }: Draft, person: Person, isHeading = false): boolean {
  if (concept === 'organization' || concept === 'organization-title') return person === 'employer';
  if (concept === 'marital-status') return person === 'partner';
  if (isHeading) return false;
  return (
    (concept === 'father-name' && (person === 'father' || person === 'parent')) ||
    (concept === 'mother-name' && (person === 'mother' || person === 'parent'))
  );
}

/**
 * In a section about the father, a bare «نام» is the applicant's father's name, where the form does not ask for it elsewhere; so with the mother. Returns
 * true when the field was settled so.
 */
function settleParentName({ list }: Drafts, draft: Draft, { person, by }: Named): boolean {
  if ((person !== 'father' && person !== 'mother') || (by !== 'heading' && draft.concept === 'family-name')) return false;
  if (draft.concept !== 'name' && draft.concept !== 'given-name') return false;
  const concept = person === 'father' ? 'father-name' : 'mother-name';
  if (list.some((other) => other.concept === concept && other !== draft)) return false;
  draft.concept = concept;
  draft.context = 'person-section';
  return true;
}
