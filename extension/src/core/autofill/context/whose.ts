import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { PageContext } from '../evidence.ts';
import type { Person } from '../lexicon/index.ts';
import type { Reading } from '../read-text.ts';
import { listLabels, readMainLabel } from '../signals/label.ts';
import type { Drafts } from './neighbours.ts';
import { settleParents } from './parents.ts';

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
  const isApplicants = (draft: Draft) => named[draft.place] === undefined && personNames.has(draft.concept);
  const hasApplicant = drafts.list.some(isApplicants);
  const mainRole = hasApplicant ? undefined : findMainRole(named);
  const asked = new Set(drafts.list.filter(({ place }) => named[place] === undefined).map(({ concept }) => concept));
  for (const draft of drafts.list) {
    const found = named[draft.place];
    if (!found || isApplicantsRole(found, { mainRole, hasApplicant })) continue;
    draft.person = settleParentName(draft, found, asked) ? undefined : found.person;
  }
  settleShortLabels(drafts, named);
  settleParents(drafts);
  settlePupils(drafts);
}

/** One manager or contact person whom the whole form is about is the one who fills it in; so is the company of a form about nobody. */
function isApplicantsRole(
  found: Named,
  { mainRole, hasApplicant }: { readonly mainRole: string | undefined; readonly hasApplicant: boolean },
): boolean {
  if (found.person === 'organization') return !hasApplicant && mainRole === undefined;
  return found.person === 'role' && mainRole !== undefined && (found.by === 'name' || found.words === mainRole);
}

/** The function that most fields name, where it is far ahead of any other; names of controls count only where no words name one. */
function findMainRole(named: readonly (Named | undefined)[]): string | undefined {
  const roles = named.flatMap((found) => (found?.person === 'role' ? [found] : []));
  const worded = roles.filter(({ by }) => by !== 'name');
  const counts = new Map<string, number>();
  for (const { words } of worded.length > 0 ? worded : roles) counts.set(words, (counts.get(words) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= farAhead * (second?.[1] ?? 0) ? first[0] : undefined;
}

const farAhead = 4;

/** A question that is put to the reader is about them, whomever it mentions: are you recorded as male on your employer’s system? */
const asksReader = /^(are|were|do|did|have|will) you\b/i;

function findPerson(draft: Draft, page: PageContext): Named | undefined {
  const { field } = draft;
  const { reading: label, text } = readMainLabel(field, page);
  if (asksReader.test(text)) return undefined;
  const names =
    field.control === 'radio'
      ? [page.readName(field.name)]
      : [page.readName(field.name), page.readName(page.sharedIds.has(field.id) ? '' : field.id)];
  const rows = listLabels(field)
    .slice(1)
    .concat(field.cell, field.column)
    .filter((text) => text.length <= 60 && !saysApplicant(text, page))
    .map((text) => page.readText(text));
  for (const reading of [label, ...rows, ...names]) {
    const { person, personWords } = reading;
    if (person !== undefined && !isOwnDatum(draft, person))
      return { person, words: personWords, by: names.includes(reading) ? 'name' : 'text' };
  }
  if (label.isApplicant && label.concept !== undefined && !/\bif you\b/i.test(text)) return undefined;
  return findInHeadings(draft, page);
}

function findInHeadings(draft: Draft, page: PageContext): Named | undefined {
  for (const text of [...draft.field.groups, ...draft.field.headings.slice(0, 3)]) {
    if (saysApplicant(text, page)) return undefined;
    const reading = page.readText(withoutAsides(text));
    const person = reading.person ?? reading.headPerson;
    if (person !== undefined && isAbout(reading) && !isOwnDatum(draft, person, reading.personWords))
      return { person, words: reading.personWords, by: 'heading' };
    if (reading.isApplicant) return undefined;
  }
  return findInTitle(draft, page);
}

/** A bracket may say that somebody named before it is the one who fills in: a guardian (applicant), the buyer (you). */
function saysApplicant(text: string, page: PageContext): boolean {
  if (!text.includes('(')) return false;
  return [...text.matchAll(/\(([^()]*)\)/g)].some(([, aside = '']) => {
    const { isApplicant, person, concept, rest } = page.readText(aside);
    return isApplicant && person === undefined && concept === undefined && rest === '';
  });
}

/** A page of a wizard may name the person in its title alone; a title that says anything else tells of the whole site. */
function findInTitle(draft: Draft, page: PageContext): Named | undefined {
  const [title = ''] = page.snapshot.title.split(/[|–—•]/u);
  const reading = page.readText(withoutAsides(title));
  const person = reading.person ?? reading.headPerson;
  const isSaid = person !== undefined && titlePeople.has(person) && reading.rest === '' && !reading.isApplicant;
  return isSaid && !isOwnDatum(draft, person, reading.personWords) ? { person, words: reading.personWords, by: 'heading' } : undefined;
}

/** People whom nobody signs up as; a title may well mean the visitor by any other word. */
const titlePeople: ReadonlySet<Person> = new Set<Person>([
  'father',
  'mother',
  'partner',
  'child',
  'guardian',
  'cared-for',
  'contact',
  'referee',
]);

/** What else stands in brackets in a heading says when or why, not who. */
function withoutAsides(text: string): string {
  return text.includes('(') ? text.replace(/\([^()]*\)/g, ' ') : text;
}

/** True where a text is about the person that it names, not a sentence that mentions them. */
function isAbout(reading: Reading): boolean {
  return reading.rest.split(' ').filter(Boolean).length <= mostUnknownWords;
}

/** The applicant's own data that name somebody else: the father's name on a birth certificate, the employer one works for. `heading`: the words of one that named them. */
function isOwnDatum({ concept }: Draft, person: Person, heading?: string): boolean {
  if (concept === 'organization' || concept === 'organization-title') return person === 'employer';
  if (concept?.startsWith('org-') || concept?.startsWith('work-') || concept === 'tel-work')
    return person === 'employer' || person === 'organization';
  if (concept === 'marital-status' || concept?.startsWith('marriage-')) return person === 'partner';
  if (concept?.startsWith('emergency-contact-')) return true;
  if (concept?.endsWith('-count') || concept === 'relation' || concept === 'guardian-relation') return heading === undefined;
  // Under “your parents” the father's name is the father's; under his own heading it is his father's.
  if (heading !== undefined) return (concept === 'father-name' || concept === 'mother-name') && bothParents.has(heading);
  return (
    (concept === 'father-name' && (person === 'father' || person === 'parent')) ||
    (concept === 'mother-name' && (person === 'mother' || person === 'parent'))
  );
}

/** As phrases are compared: without spaces. */
const bothParents: ReadonlySet<string> = new Set([
  'parents',
  'والدین',
  'پدرومادر',
  'مشخصاتوالدین',
  'الوالدین',
  'eltern',
  'anababa',
  'padres',
  'genitori',
]);

/**
 * In a section about the father, a bare «نام» is the applicant's father's name, where the form does not ask for it elsewhere (`asked`: what it asks where it
 * names nobody); so with the mother. Returns true when the field was settled so.
 */
function settleParentName(draft: Draft, { person, by }: Named, asked: ReadonlySet<Concept | undefined>): boolean {
  if ((person !== 'father' && person !== 'mother') || (by !== 'heading' && draft.concept === 'family-name')) return false;
  if (draft.concept !== 'name' && draft.concept !== 'given-name') return false;
  const concept = person === 'father' ? 'father-name' : 'mother-name';
  if (asked.has(concept)) return false;
  draft.concept = concept;
  draft.context = 'person-section';
  return true;
}

/** “Seller’s agent – name … phone …” on one line: the short labels after a name go on about whoever was named. */
function settleShortLabels({ list, snapshot }: Drafts, named: readonly (Named | undefined)[]): void {
  for (const [first, last] of snapshot.clusters) {
    const [head, ...rest] = last - first <= 2 ? list.slice(first, last + 1) : [];
    if (!head?.person || !personNames.has(head.concept) || named[head.place]?.by !== 'text') continue;
    for (const draft of rest) {
      const [label = ''] = listLabels(draft.field);
      if (named[draft.place] === undefined && !/\s/.test(label.trim())) draft.person ??= head.person;
    }
  }
}

const registrantWords =
  /(?<![\p{L}\p{N}])(ثبت نام کننده|درخواست کننده|اعلام کننده|متقاضی|your details|about you|applicant|declarant|registrant|basvuran|demandeur|antragsteller)(?![\p{L}\p{N}])/u;
const pupilWords = /(?<![\p{L}\p{N}])(دانش ?اموز|نواموز|student|pupil|ogrenci|eleve|schuler|schulerin)(?![\p{L}\p{N}])/u;

/** Pupils are asked about themselves, but where the same form asks, elsewhere, about whoever registers them. */
function settlePupils({ list, nameWords }: Drafts): void {
  const known = new Map<string, Owner>();
  const readOwner = (text: string): Owner => {
    const owner = known.has(text) ? known.get(text) : nameOwner(foldForMatching(text));
    known.set(text, owner);
    return owner;
  };
  const owners = list.map(({ field, place }) => {
    const named = [field.groups[0] ?? '', field.headings[0] ?? ''].map(readOwner).concat(nameOwner(nameWords[place]?.join(' ') ?? ''));
    return named.includes('registrant') ? 'registrant' : named.find((owner) => owner !== undefined);
  });
  if (!owners.includes('registrant')) return;
  for (const draft of list) if (owners[draft.place] === 'pupil') draft.person ??= 'child';
}

type Owner = 'registrant' | 'pupil' | undefined;

function nameOwner(folded: string): Owner {
  if (registrantWords.test(folded)) return 'registrant';
  return pupilWords.test(folded) ? 'pupil' : undefined;
}
