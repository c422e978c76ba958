import type { Concept } from './concept.ts';
import { getPhraseBook, type LexiconLanguage, type Person } from './lexicon/index.ts';
import type { Match } from './phrase-book.ts';
import { splitName, splitWords } from './words.ts';

/** What a text asks for and about whom, as far as its words are known. */
export type Reading = {
  readonly concept: Concept | undefined;
  /** The words that said so. */
  readonly phrase: string;
  /** How much of what the text says is in that phrase: 1 when all else is filler, near 0 for a word in a long sentence. */
  readonly coverage: number;
  /** Somebody other than the applicant whom the words name, outside the phrase. */
  readonly person: Person | undefined;
  /** Somebody whom the phrase itself names: پدر alone asks for the father's name, and as a heading means the father. */
  readonly headPerson: Person | undefined;
  /** The words that named them. */
  readonly personWords: string;
  /** True when the words say that it is the applicant's. */
  readonly isApplicant: boolean;
  /** All other concepts in the text. */
  readonly others: readonly Concept[];
  /** True when some of its words are the small change of a language that is read here. */
  readonly hasFiller: boolean;
  /** Words that are no part of anything known, joined. */
  readonly rest: string;
};

const nothing: Reading = {
  concept: undefined,
  phrase: '',
  coverage: 0,
  person: undefined,
  headPerson: undefined,
  personWords: '',
  isApplicant: false,
  others: [],
  hasFiller: false,
  rest: '',
};

/** Languages in which what is asked for comes before what it belongs to: تلفن پدر, nom du père. */
const headFirst: ReadonlySet<LexiconLanguage> = new Set(['fa', 'ar', 'ps', 'ckb', 'fr', 'es', 'it', 'pt', 'ru', 'cy']);
/** English turns round with these: the name of the father. */
const ofWords = new Set(['of', 'for', 'on', 'in']);

/** The same reader, which reads each text once. */
export function createReader(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const seen = known.get(text);
    if (seen) return seen;
    const reading = read(text);
    known.set(text, reading);
    return reading;
  };
}

/** Reads a label, heading or placeholder in the languages given; the reading that covers most of it wins. */
export function readText(text: string, languages: readonly LexiconLanguage[]): Reading {
  const words = splitWords(text);
  if (words.length === 0) return nothing;
  const readings = languages.map((language) => readWords(words, getPhraseBook(language).find(words), headFirst.has(language)));
  return readings.reduce((best, reading) => (rankReading(reading) > rankReading(best) ? reading : best), readings[0] ?? nothing);
}

/** Reads names and ids, each once; of the words in them, too, each is taken apart once: controls are often called alike but for a number. */
export function createNameReader(): (name: string) => Reading {
  const pieces = new Map<string, readonly string[]>();
  const split = (word: string) => {
    const known = pieces.get(word);
    if (known) return known;
    const parts = splitGlued(word);
    pieces.set(word, parts);
    return parts;
  };
  return createReader((name) => readNameWords(splitName(name).flatMap(split)));
}

/** Reads a control's name or id: its words are in whatever language its author liked, the head last as in English. */
export function readName(name: string): Reading {
  return readNameWords(splitName(name).flatMap(splitGlued));
}

function readNameWords(words: readonly string[]): Reading {
  const book = getPhraseBook('names');
  if (words.length === 0) return nothing;
  const reading = readWords(words, book.find(words), false);
  // What a name ends in is what it asks; the words before it say where it stands.
  const endsInPhrase = reading.concept !== undefined && reading.concept !== 'name' && words.join('').endsWith(reading.phrase);
  return endsInPhrase ? { ...reading, coverage: Math.max(reading.coverage, endOfNameCoverage) } : reading;
}

const endOfNameCoverage = 0.75;

function rankReading(reading: Reading): number {
  return (
    (reading.concept === undefined ? 0 : 1 + reading.coverage) + (reading.person === undefined ? 0 : 0.4) + (reading.isApplicant ? 0.1 : 0)
  );
}

function readWords(words: readonly string[], matches: readonly Match[], isHeadFirst: boolean): Reading {
  const chosen = chooseMatches(matches);
  const concepts = chosen.filter((match) => match.meaning.concept !== undefined);
  const head = joinTwo(concepts, words) ?? chooseHead(concepts, words, isHeadFirst);
  const english = getPhraseBook('en');
  const isKnown = (place: number) => chosen.some(({ start, end }) => place >= start && place < end);
  const unknown = words.filter((word, place) => !isKnown(place) && !isDigit(word) && english.get(word)?.isFiller !== true);
  const named = chosen.find(
    (match) => match !== head && match.meaning.person !== undefined && (match.meaning.concept === undefined || concepts.length > 1),
  );
  const lone = head === undefined ? chosen.find((match) => match.meaning.person !== undefined) : undefined;
  return {
    concept: head?.meaning.concept,
    phrase: head?.phrase ?? '',
    coverage: head ? measureCoverage(head, concepts, unknown) : 0,
    person: (named ?? lone)?.meaning.person,
    headPerson: head?.meaning.person,
    personWords: (named ?? lone ?? head)?.phrase ?? '',
    isApplicant: chosen.some((match) => match.meaning.isApplicant === true && match.meaning.concept === undefined),
    others: concepts.filter((match) => match !== head).flatMap((match) => match.meaning.concept ?? []),
    hasFiller: chosen.some((match) => match.meaning.isFiller === true),
    rest: unknown.join(' '),
  };
}

/** The longest phrases first; a phrase that shares a word with a longer one is dropped. */
function chooseMatches(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches;
  const chosen: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.length - a.length || weigh(b) - weigh(a) || a.start - b.start)) {
    if (!chosen.some(({ start, end }) => match.start < end && match.end > start)) chosen.push(match);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function weigh({ meaning }: Match): number {
  return meaning.concept !== undefined ? 2 : meaning.person !== undefined ? 1 : 0;
}

/** “Your name and organisation” in one box: neither answers it. */
function joinTwo(concepts: readonly Match[], words: readonly string[]): Match | undefined {
  const [first, second, ...more] = concepts;
  if (!first || !second || more.length > 0 || first.meaning.concept !== 'name') return undefined;
  const [joint, ...rest] = words.slice(first.end, second.start);
  const isOther = second.meaning.concept !== undefined && besideName.has(second.meaning.concept);
  if (!isOther || joint === undefined || rest.length > 0 || !andWords.has(joint)) return undefined;
  const phrase = words.slice(first.start, second.end).join('');
  return { start: first.start, end: second.end, length: phrase.length, phrase, meaning: { concept: 'other' } };
}

const andWords = new Set(['and', 'و', 'und', 'et', 've', 'y', 'e']);
const besideName: ReadonlySet<Concept> = new Set(['organization', 'organization-title', 'street-address', 'tel', 'email', 'bday'] as const);

/** Which of several concepts the text asks for: one that fills most of it, else the first or the last, as the language goes. */
function chooseHead(concepts: readonly Match[], words: readonly string[], isHeadFirst: boolean): Match | undefined {
  const [first] = concepts;
  const last = concepts[concepts.length - 1];
  if (concepts.length < 2 || !first || !last) return first;
  const turned = words.slice(first.end, last.start).some((word) => ofWords.has(word));
  const head = isHeadFirst || turned ? first : last;
  // The name of the bank, نام مدرسه: not a person's.
  if (head === first && head.meaning.concept === 'name' && last.meaning.concept !== 'name') return last;
  return head.meaning.concept === 'street-address' ? (chooseAddressPart(concepts) ?? head) : head;
}

/** An address label that names one part asks for that part (نشانی، استان); one that names several describes the whole. */
function chooseAddressPart(concepts: readonly Match[]): Match | undefined {
  const named = concepts.filter(({ meaning }) => meaning.concept !== undefined && addressParts.has(meaning.concept));
  return named.length === 1 ? named[0] : undefined;
}

const addressParts: ReadonlySet<Concept> = new Set([
  'address-level1',
  'address-level2',
  'address-level3',
  'address-level4',
  'postal-code',
  'country',
  'address-house-number',
] as const);

function measureCoverage(head: Match, concepts: readonly Match[], unknown: readonly string[]): number {
  const beside = concepts
    .filter((match) => (match.start < head.start || match.start >= head.end) && match.meaning.concept !== head.meaning.concept)
    .reduce((sum, match) => sum + match.length, 0);
  // A name of something unknown is hardly a person's: نام کاروان, name of item.
  const unknownWeight = head.meaning.concept === 'name' ? 2 : 1;
  const lost = unknownWeight * unknown.reduce((sum, word) => sum + Math.max(word.length, 3), 0) + beside * 0.7;
  return head.length / (head.length + lost);
}

/** Pieces that authors glue to the word that matters without a capital: `txtname`, `customerfirstname`. */
function splitGlued(word: string): string[] {
  const book = getPhraseBook('names');
  if (word.length < 5 || word.length > 40 || book.get(word) || !/^[a-z]+$/.test(word)) return [word];
  // best[i]: the fewest pieces that make up the first i letters
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 24); start <= end - 2; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (!before || !book.get(piece) || (piece.length < 3 && start > 0)) continue;
      if (!best[end] || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, piece];
    }
  }
  const pieces = best[word.length];
  return pieces && pieces.length <= 4 ? pieces : [word];
}

function isDigit(word: string): boolean {
  return word.length === 1 && word >= '0' && word <= '9';
}
