import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { PageContext } from '../evidence.ts';
import { hasPhrase, historyPhrases } from '../lexicon/section-words.ts';
import { listLabels } from '../signals/label.ts';
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
export function settleLists(drafts: Drafts, page: PageContext): void {
  const ownTitles = new Set(drafts.list.filter(({ concept }) => identity.has(concept)).flatMap(listTitles));
  for (const draft of drafts.list) {
    if (inHistory.has(draft.concept) && isHistory(draft, ownTitles)) settle(draft, 'history');
  }
  settleNumbered(drafts, page);
  settleRepeated(drafts);
  settleRelations(drafts);
}

/** A title under which the form asks who one is stands above the whole form: a request to see one's records is none of them. */
function isHistory(draft: Draft, ownTitles: ReadonlySet<string>): boolean {
  return listTitles(draft).some((text) => text.length <= 60 && !ownTitles.has(text) && hasPhrase(text, historyPhrases));
}

function listTitles({ field }: Draft): string[] {
  return [...field.groups.slice(0, 2), field.headings[0] ?? ''].filter((text) => text !== '');
}

const identity: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'national-id',
  'birth-certificate-number',
  'father-name',
  'bday',
]);

/**
 * `person_name_1`, `person_phone_1`, `person_name_2`: whoever is numbered is not the applicant, but where the row says that it is them; of other numbered
 * entries, the first may be. Where each number has a question of its own, or numbers do not follow one another, they count the lines of a paper form.
 */
function settleNumbered({ list, nameWords }: Drafts, page: PageContext): void {
  const entries = list.flatMap((draft) => readNumber(draft, nameWords[draft.place] ?? []));
  const asked = new Map<string, Set<number>>();
  for (const { question, number } of entries) asked.set(question, (asked.get(question) ?? new Set()).add(number));
  const hasNext = ({ question, number }: Entry) => [number - 1, number + 1].some((next) => asked.get(question)?.has(next) === true);
  const rows = new Set(entries.filter(hasNext));
  const called = Map.groupBy(entries, ({ prefix }) => prefix);
  const lines = new Set([...called].filter(([, own]) => countsLines(own)).map(([prefix]) => prefix));
  const isPerson = ({ draft, prefix }: Entry) => personNames.has(draft.concept) && !lines.has(prefix);
  // What is asked beside somebody's name is theirs, and not a post of a list.
  const persons = new Set(entries.filter(({ draft }) => personNames.has(draft.concept)).map(({ prefix }) => prefix));
  const isPersons = ({ prefix }: Entry) => persons.has(prefix);
  const people = new Set([...rows].filter(isPerson).map(({ prefix }) => prefix));
  const own = Map.groupBy(
    entries.filter(({ draft }) => draft.person === undefined),
    ({ question }) => question,
  );
  // True where every other entry of the question is about somebody else.
  const isOnlyOwn = ({ draft, question }: Entry) => draft.person === undefined && own.get(question)?.length === 1;
  for (const [index, entry] of entries.entries()) {
    const { draft, number, prefix } = entry;
    if (people.has(prefix)) {
      if (!isApplicantsRow(draft, page)) draft.person ??= 'someone-else';
    } else if (posts.has(draft.concept) && !isPersons(entry) && (rows.has(entry) || isFirstRow(entries, index))) settle(draft, 'history');
    else if (rows.has(entry) && number > 1 && !mayRepeat.has(draft.concept) && !isOnlyOwn(entry)) settle(draft, 'list-row');
  }
}

/** A control whose name has a number. `question`: what is asked under each number; `prefix`: what the numbered thing is called. */
type Entry = { readonly draft: Draft; readonly question: string; readonly prefix: string; readonly number: number };

function readNumber(draft: Draft, words: readonly string[]): Entry[] {
  const number = words.findLast((word) => /^\d{1,2}$/.test(word));
  if (number === undefined) return [];
  const stem = words.filter((word) => !/^\d+$/.test(word));
  return [{ draft, question: `${stem.join(' ')}/${draft.concept ?? ''}`, prefix: stem[0] ?? '', number: Number(number) }];
}

/** Somebody has one employer and one post now; where they are counted, they are former ones too. */
const posts: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>(['organization', 'organization-title']);
const rowReach = 4;

/** `items[0].name` beside `items[0].from` and `items[0].to`: the first row of a list that grows. `entries` stand in the order of the page. */
function isFirstRow(entries: readonly Entry[], index: number): boolean {
  const entry = entries[index];
  if (entry?.number !== 0) return false;
  const near = entries.slice(Math.max(0, index - rowReach), index + rowReach + 1);
  return near.filter((other) => other.number === 0 && Math.abs(other.draft.place - entry.draft.place) <= rowReach).length > 2;
}

/** True where the numbers under one prefix are those of lines: none has two questions, and they ask different things; surnames are numbered one by one too. */
function countsLines(own: readonly Entry[]): boolean {
  const asked = new Set(own.map(({ draft }) => draft.concept));
  const isAlone = new Set(own.map(({ number }) => number)).size === own.length;
  return isAlone && (asked.size > 1 || asked.has('family-name'));
}

/** The first cell of a row may say that it is the applicant's own. */
function isApplicantsRow({ field }: Draft, page: PageContext): boolean {
  return [field.cell, field.column].some((text) => text !== '' && page.readText(text).isApplicant);
}

const fewRows = 3;

/** Nobody is asked their name three times in a row in the same words: it is a list, of whomever or whatever. */
function settleRepeated({ list }: Drafts): void {
  for (let first = 0; first < list.length; ) {
    const question = readQuestion(list[first]);
    let end = first + 1;
    while (question !== undefined && readQuestion(list[end]) === question) end += 1;
    if (end - first >= fewRows) for (const draft of list.slice(first, end)) settle(draft, 'list-row');
    first = end;
  }
}

/** What a field asks and in which words; undefined where that is not the name of somebody whom nothing names otherwise. */
function readQuestion(draft: Draft | undefined): string | undefined {
  if (!draft || draft.person !== undefined || !personNames.has(draft.concept)) return undefined;
  const [label = ''] = listLabels(draft.field);
  return label === '' ? undefined : `${draft.concept}/${foldForMatching(label)}`;
}

/** A person whose relationship is asked is a relation: the fields in the smallest container with the question, or right before it. */
function settleRelations({ list, snapshot }: Drafts): void {
  const clusters = findSmallestClusters(snapshot.clusters, list.length);
  for (const [place, draft] of list.entries()) {
    const label = [...draft.field.labels, draft.field.cell, draft.field.column, draft.field.placeholder, draft.field.before[0] ?? ''].find(
      (text) => text !== '',
    );
    const asked = foldForMatching(label ?? '');
    if (!relationWords.test(asked) || relationToNoApplicant.test(asked)) continue;
    const near = clusters[place];
    const small = near && near[1] - near[0] <= 5 ? near : ([Math.max(0, place - 1), place] as const);
    for (const other of list.slice(small[0], small[1] + 1)) other.person ??= 'relative';
  }
}

type Cluster = readonly [number, number];

/** For each place the first cluster of two fields or more that holds it: inner ones come first. A place that has one is not come by again. */
function findSmallestClusters(clusters: readonly Cluster[], count: number): readonly (Cluster | undefined)[] {
  const smallest: (Cluster | undefined)[] = new Array(count).fill(undefined);
  // From each place the way to the next one that has none yet, made shorter as it is gone.
  const ways = Array.from({ length: count + 1 }, (_unused, place) => place);
  const seek = (from: number): number => {
    let place = Math.min(from, count);
    for (let way = ways[place] ?? count; way !== place; way = ways[place] ?? count) {
      ways[place] = ways[way] ?? count;
      place = way;
    }
    return place;
  };
  for (const cluster of clusters) {
    if (cluster[1] - cluster[0] < 1) continue;
    for (let place = seek(cluster[0]); place <= cluster[1] && place < count; place = seek(place)) {
      smallest[place] = cluster;
      ways[place] = place + 1;
    }
  }
  return smallest;
}

function settle(draft: Draft, reason: 'history' | 'list-row'): void {
  draft.concept = 'other';
  draft.context = reason;
}
