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
  /^(نسبت|نسبت فامیلی|relation(ship)?|صله القرابه|القرابه|yakinlik( derecesi)?|yakinligi|lien de parente|verwandtschaftsverhaltnis)\b/;

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

/** `person_name_1`, `person_phone_1`, `person_name_2`: whoever is numbered is not the applicant; of other numbered entries, the first may be. */
function settleNumbered({ list }: Drafts): void {
  const entries: Entry[] = list.map((draft) => ({ draft, ...readNumber(draft.field.name) }));
  const numbered = new Map<string, Set<number>>();
  for (const { stem, number } of entries) {
    if (number !== undefined) numbered.set(stem, (numbered.get(stem) ?? new Set()).add(number));
  }
  const repeats = (entry: Entry) =>
    entries.filter((other) => other.stem === entry.stem && other.number !== entry.number && other.draft.concept === entry.draft.concept);
  const isRow = (entry: Entry) => entry.number !== undefined && (numbered.get(entry.stem)?.size ?? 0) > 1 && repeats(entry).length > 0;
  const listed = new Set(
    entries.filter((entry) => personNames.has(entry.draft.concept) && isRow(entry)).map(({ stem }) => stem.split(' ')[0]),
  );
  for (const entry of entries.filter(({ number }) => number !== undefined)) {
    if (listed.has(entry.stem.split(' ')[0])) entry.draft.person ??= 'someone-else';
    else if (isRow(entry) && (entry.number ?? 0) > 1 && !mayRepeat.has(entry.draft.concept)) settle(entry.draft, 'list-row');
  }
}

type Entry = { readonly draft: Draft; readonly stem: string; readonly number: number | undefined };

function readNumber(name: string): { readonly stem: string; readonly number: number | undefined } {
  const words = splitName(name);
  const number = words.findLast((word) => /^\d{1,2}$/.test(word));
  return { stem: words.filter((word) => !/^\d+$/.test(word)).join(' '), number: number === undefined ? undefined : Number(number) };
}

/** A person whose relationship is asked is a relation: the fields in the smallest container with the question, or right before it. */
function settleRelations({ list, snapshot }: Drafts): void {
  for (const [place, draft] of list.entries()) {
    const label = [...draft.field.labels, draft.field.cell, draft.field.column, draft.field.placeholder, draft.field.before[0] ?? ''].find(
      (text) => text !== '',
    );
    if (!label || !relationWords.test(label.normalize('NFC').toLowerCase())) continue;
    const near = snapshot.clusters.find(([first, last]) => first <= place && place <= last && last - first >= 1);
    const small = near && near[1] - near[0] <= 5 ? near : ([Math.max(0, place - 1), place] as const);
    for (const other of list.slice(small[0], small[1] + 1)) other.person ??= 'relative';
  }
}

function settle(draft: Draft, reason: 'history' | 'list-row'): void {
  draft.concept = 'other';
  draft.context = reason;
}
