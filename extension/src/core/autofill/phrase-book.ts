import type { Concept } from './concept.ts';
import type { Person } from './lexicon/people-words.ts';
import { isUnspaced, splitWords } from './words.ts';

/** What a phrase can stand for. One phrase may name a datum and a person (پدر), or be a filler elsewhere. */
export type Meaning = { readonly concept?: Concept; readonly person?: Person; readonly isApplicant?: true; readonly isFiller?: true };

/** A phrase found in a text, by the words that it covers: from `start` up to, not including, `end`. */
export type Match = {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly phrase: string;
  readonly meaning: Meaning;
};

const maxWords = 8;
/** Shorter phrases must stand as one word: `to` and `wn` do not make `town`, but two words may make `کدملی`. */
const minJoinedLength = 5;

/** Phrases by their letters alone: spaces inside a phrase, in the book or in a text, do not matter. Look-ups are linear in the text. */
export class PhraseBook {
  readonly #meanings = new Map<string, Meaning>();
  #longest = 0;

  /** Adds phrases parted by `|`. What a phrase already means stays, unless it means nothing of that kind yet. */
  add(phrases: string, meaning: Meaning): void {
    for (const phrase of phrases.split('|')) {
      const key = splitWords(phrase).join('');
      if (key === '') continue;
      const known = this.#meanings.get(key);
      this.#meanings.set(key, known ? { ...meaning, ...known } : meaning);
      this.#longest = Math.max(this.#longest, key.length);
    }
  }

  /** What exactly these letters mean. */
  get(key: string): Meaning | undefined {
    return this.#meanings.get(key);
  }

  /** Every phrase of the book that stands in the words, also those inside longer ones. */
  find(words: readonly string[]): Match[] {
    const found: Match[] = [];
    for (let start = 0; start < words.length; start += 1) {
      let key = '';
      for (let end = start + 1; end <= words.length && end - start <= maxWords; end += 1) {
        key += words[end - 1];
        if (key.length > this.#longest) break;
        const meaning = this.#meanings.get(key);
        if (meaning && (end === start + 1 || mayJoin(words.slice(start, end), key)))
          found.push({ start, end, length: key.length, phrase: key, meaning });
      }
    }
    return found;
  }
}

/** Initials may be joined to a short phrase: T.C. no, D.O.B. */
function mayJoin(words: readonly string[], key: string): boolean {
  return key.length >= minJoinedLength || isUnspaced(key) || words.slice(0, -1).every((word) => word.length === 1);
}
