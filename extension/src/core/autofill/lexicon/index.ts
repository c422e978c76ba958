import { isFieldId } from '@daricheh/shared/vocabulary';
import { type SynonymLanguage, synonyms } from '@daricheh/shared/vocabulary/synonyms';
import { type Concept, refusedConcepts } from '../concept.ts';
import { PhraseBook } from '../phrase-book.ts';
import { dateWords } from './date-words.ts';
import { fillerWords } from './filler-words.ts';
import type { LexiconLanguage } from './languages.ts';
import { nameWords, otherNameWords } from './name-words.ts';
import { otherWords } from './other-words.ts';
import { applicantWords, people, peopleWords } from './people-words.ts';
import { refusedWords } from './refused-words.ts';

export type { LexiconLanguage } from './languages.ts';
export type { Person } from './people-words.ts';

const books = new Map<LexiconLanguage, PhraseBook>();

/** The phrases of one language, or those of names and ids; made at the first use and kept. */
export function getPhraseBook(language: LexiconLanguage): PhraseBook {
  const known = books.get(language);
  if (known) return known;
  const book = language === 'names' ? makeNameBook() : makeLanguageBook(language);
  books.set(language, book);
  return book;
}

/** Data and refused questions come first: where one phrase could be several things, the first addition stands. */
function makeLanguageBook(language: SynonymLanguage): PhraseBook {
  const book = new PhraseBook();
  addConcepts(book, refusedWords[language] ?? {});
  addConcepts(book, synonyms[language]);
  addConcepts(book, dateWords[language] ?? {});
  book.add(otherWords[language] ?? '', { concept: 'other' });
  addPeople(book, language);
  book.add(fillerWords[language] ?? '', { isFiller: true });
  return book;
}

function makeNameBook(): PhraseBook {
  const book = new PhraseBook();
  addConcepts(book, nameWords);
  addConcepts(book, dateWords.names ?? {});
  book.add(otherNameWords, { concept: 'other' });
  addPeople(book, 'names');
  book.add(namePrefixes, { isFiller: true });
  return book;
}

/** What frameworks and habits put before and after the word that matters. */
const namePrefixes =
  'txt|text|tb|inp|input|field|form|frm|fld|cb|ddl|dd|box|select|sel|str|new|reg|ctl|content|main|placeholder|value|id|attributes|data|info|information|details|detail|fa|current|edit|add|create|step|page|tab|section|item|model|view|default|required|the|of|and|1|0|2|lbl|edt|combo|drop|down|list|textbox|textfield|dropdown|elem|el|f|t|i|x|js|mat|mui|ant|el input|react|vue|wpforms|form field|acf|cf|control|wrapper|container|number|confirmation';

function addConcepts(book: PhraseBook, phrases: Readonly<Partial<Record<string, string>>>): void {
  for (const [concept, words] of Object.entries(phrases)) {
    if (words !== undefined && isConcept(concept)) book.add(words, { concept });
  }
}

function addPeople(book: PhraseBook, language: LexiconLanguage): void {
  for (const person of people) book.add(peopleWords[language]?.[person] ?? '', { person });
  book.add(applicantWords[language] ?? '', { isApplicant: true });
}

const otherConcepts: ReadonlySet<string> = new Set([...refusedConcepts, 'day', 'month', 'year', 'other']);

function isConcept(text: string): text is Concept {
  return isFieldId(text) || otherConcepts.has(text);
}
