import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import { hasPhrase, historyPhrases } from '../lexicon/section-words.ts';
import { splitName } from '../words.ts';
import type { Drafts } from './neighbours.ts';

/** What a list of former posts and schools asks for again. */
const inHistory: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'organization',
  'organization-title',
  'address-level1',
  'address-level2',
  'country',
  'name',
  'tel',
  'street-address',
  'document-issue-date',
]);
/** Boxes that are numbered because one datum has several lines, or because people have several of it. */
const mayRepeat: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'street-address',
  'address-line1',
  'address-line2',
  'address-line3',
  'tel',
  'tel-home',
  'email',
  'bank-sort-code',
  undefined,
  'other',
]);
const personNames: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>(['name', 'given-name', 'family-name']);
const relationWords =
  /^(نسبت|نسبت فامیلی|relation(ship)?|صله القرابه|القرابه|yakinlik( derecesi)?|yakinligi|lien de parente|verwandtschaftsverhaltnis)(?![\p{L}\p{N}])/u;
/** Whoever is asked what they are to a child or to somebody dead is the one who fills in. */
const relationToNoApplicant =
  /(?<![\p{L}\p{N}])(نوزاد|کودک|طفل|فرزند|متوفی|newborn|baby|child|pupil|deceased|kindes|enfant|defunt)(?![\p{L}\p{N}])/u;

/** Takes rows of lists out: former posts and schools, the second and later of numbered entries, people of whom a relationship is asked. */
export function settleLists(drafts: Drafts): void {
  for (const draft of drafts.list) {
    if (inHistory.has(draft.concept) && isHistory(draft)) settle(draft, 'history');
  }
  settleNumbered(drafts);
  settleRelations(drafts);
}

function isHistory({ field }: Draft): boolean {
  return [...field.groups.slice(0, 2), field.headings[0] ?? ''].some(
    (text) => text !== '' && text.length <= 60 && hasPhrase(text, historyPhrases),
  );
}

/**
 * `person_name_1`, `person_phone_1`, `person_name_2`: whoever is numbered is not the applicant; of other numbered entries, the first may be. Numbers that
 * do not follow one another count the lines of a paper form.
 */
function settleNumbered({ list }: Drafts): void {
  const entries = list.flatMap((draft) => readNumber(draft));
  const asked = new Map<string, Set<number>>();
  for (const { question, number } of entries) asked.set(question, (asked.get(question) ?? new Set()).add(number));
  const hasNext = ({ question, number }: Entry) => [number - 1, number + 1].some((next) => asked.get(question)?.has(next) === true);
  const rows = new Set(entries.filter(hasNext));
  const people = new Set([...rows].filter(({ draft }) => personNames.has(draft.concept)).map(({ prefix }) => prefix));
  for (const entry of entries) {
    const { draft, number, prefix } = entry;
    if (people.has(prefix)) draft.person ??= 'someone-else';
    else if (rows.has(entry) && number > 1 && !mayRepeat.has(draft.concept)) settle(draft, 'list-row');
  }
}

/** A control whose name has a number. `question`: what is asked under each number; `prefix`: what the numbered thing is called. */
type Entry = { readonly draft: Draft; readonly question: string; readonly prefix: string; readonly number: number };

function readNumber(draft: Draft): Entry[] {
  const words = splitName(draft.field.name);
  const number = words.findLast((word) => /^\d{1,2}$/.test(word));
  if (number === undefined) return [];
  const stem = words.filter((word) => !/^\d+$/.test(word));
  return [{ draft, question: `${stem.join(' ')}/${draft.concept ?? ''}`, prefix: stem[0] ?? '', number: Number(number) }];
}

/** A person whose relationship is asked is a relation: the fields in the smallest container with the question, or right before it. */
function settleRelations({ list, snapshot }: Drafts): void {
  for (const [place, draft] of list.entries()) {
    const label = [...draft.field.labels, draft.field.cell, draft.field.column, draft.field.placeholder, draft.field.before[0] ?? ''].find(
      (text) => text !== '',
    );
    const asked = foldForMatching(label ?? '');
    if (!relationWords.test(asked) || relationToNoApplicant.test(asked)) continue;
    const near = snapshot.clusters.find(([first, last]) => first <= place && place <= last && last - first >= 1);
    const small = near && near[1] - near[0] <= 5 ? near : ([Math.max(0, place - 1), place] as const);
    for (const other of list.slice(small[0], small[1] + 1)) other.person ??= 'relative';
  }
}

function settle(draft: Draft, reason: 'history' | 'list-row'): void {
  draft.concept = 'other';
  draft.context = reason;
}
