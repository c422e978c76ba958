import { type DocumentTypeId, documentTypeIds, getDocumentType, hasArabicScript } from '@daricheh/shared/vocabulary';
import type { Person } from '../autofill/lexicon/people-words.ts';
import { type Reading, readName, readText } from '../autofill/read-text.ts';
import { splitName, splitWords } from '../autofill/words.ts';
import { documentWords } from './document-words.ts';
import type { UploadField } from './upload-field.ts';

/** What a file box asks for. */
export type Wanted =
  | { readonly kind: 'document'; readonly type: DocumentTypeId }
  | { readonly kind: 'other-person'; readonly person: Person }
  | { readonly kind: 'unknown' };

/** Functions and bodies that the applicant may stand for themselves: their papers may be the applicant's own. */
const ownRoles: ReadonlySet<Person> = new Set<Person>(['role', 'organization']);
/** A heading with more words than this tells a story: whoever is named in it need not be whom the boxes are about. */
const longestHeading = 60;

/**
 * What a file box asks for, by the nearest of its words that name a document; and whose. Somebody else named in its label, its name, or in a heading or
 * caption above it means their document, which the wallet has not got.
 */
export function readUpload(field: UploadField): Wanted {
  const type = findDocument(field);
  if (type === undefined) return { kind: 'unknown' };
  const person = findPerson(field);
  return person === undefined ? { kind: 'document', type } : { kind: 'other-person', person };
}

function findDocument({ labels, aria, title, description, box, name, id }: UploadField): DocumentTypeId | undefined {
  const texts = [...labels, aria, title, description, box].map(splitWords);
  const sources = [...texts, splitName(name), splitName(id)];
  for (const words of sources) {
    const found = matchDocument(words);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The type whose longest phrase stands in the words: a «کارت شناسایی خودرو» is no «کارت شناسایی». Two types alike are neither. */
function matchDocument(words: readonly string[]): DocumentTypeId | undefined {
  const text = ` ${words.join(' ')} `;
  const best = phrases.filter(({ phrase }) => text.includes(` ${phrase} `)).sort((a, b) => b.phrase.length - a.phrase.length)[0];
  if (!best) return undefined;
  // What else is asked for, outside the longest phrase, makes it a question that one document does not answer.
  const rest = text.replaceAll(` ${best.phrase} `, ' ');
  const others = phrases.filter(({ type, phrase }) => type !== best.type && rest.includes(` ${phrase} `));
  return others.length === 0 ? best.type : undefined;
}

const phrases = documentTypeIds.flatMap((type) => {
  const { fa, en } = getDocumentType(type);
  return [...(documentWords[type] ?? '').split('|'), fa, en]
    .map((phrase) => splitWords(phrase).join(' '))
    .filter((phrase) => phrase !== '')
    .map((phrase) => ({ type, phrase }));
});

function findPerson({ labels, aria, title, name, id, groups, headings }: UploadField): Person | undefined {
  const near = [...labels, aria, title].map(read);
  const own = [...near, readName(name), readName(id)];
  const told = own.flatMap(listPeople)[0];
  if (told !== undefined || near.some(({ isApplicant }) => isApplicant)) return told;
  for (const text of [...groups, ...headings]) {
    if (text.length > longestHeading) continue;
    const reading = read(text);
    const person = listPeople(reading)[0];
    if (person !== undefined || reading.isApplicant) return person;
  }
  return undefined;
}

function read(text: string): Reading {
  return readText(text, hasArabicScript(text) ? ['fa', 'en'] : ['en']);
}

function listPeople({ person, headPerson }: Reading): Person[] {
  return [person, headPerson].flatMap((found) => (found === undefined || ownRoles.has(found) ? [] : found));
}
