import { type DocumentTypeId, documentTypeIds, foldForMatching, getDocumentType, hasArabicScript } from '@daricheh/shared/vocabulary';
import type { Person } from '../autofill/lexicon/people-words.ts';
import { type Reading, readName, readText } from '../autofill/read-text.ts';
import { splitName, splitWords } from '../autofill/words.ts';
import { documentWords } from './document-words.ts';
import type { UploadField } from './upload-field.ts';

/** What a file box asks for. */
export type Wanted =
  /** Several only of a box that takes several files. */
  | { readonly kind: 'documents'; readonly types: readonly DocumentTypeId[] }
  | { readonly kind: 'other-person'; readonly person: Person }
  | { readonly kind: 'unknown' };

/** Functions and bodies that the applicant may stand for themselves: their papers may be the applicant's own. */
const ownRoles: ReadonlySet<Person> = new Set<Person>(['role', 'organization']);
/** A heading with more words than this tells a story: whoever is named in it need not be whom the boxes are about. */
const longestHeading = 60;

/**
 * What a file box asks for, by the nearest of its words that name a document; and whose. Somebody else named in its label, its name, or in a heading or
 * caption above it means their document, which the wallet has not got. A box for several files may ask for several documents, or for documents at large.
 */
export function readUpload(field: UploadField): Wanted {
  const types = findDocuments(field);
  if (types.length === 0) return { kind: 'unknown' };
  const person = findPerson(field);
  return person === undefined ? { kind: 'documents', types } : { kind: 'other-person', person };
}

function findDocuments({ labels, aria, title, description, box, name, id, multiple }: UploadField): readonly DocumentTypeId[] {
  const texts = [...labels, aria, title, description, box].map(splitWords);
  const sources = [...texts, splitName(name), splitName(id)].filter((words) => words.length > 0);
  // Two documents alike are a question that one file does not answer.
  const named = sources.map(listDocuments).find(({ length }) => length === 1 || (multiple && length > 0));
  if (named) return named;
  return multiple && sources.some((words) => words.some((word) => anyDocument.has(word))) ? documentTypeIds : [];
}

/** What a box for several files says that takes whatever document proves the case. */
const anyDocument: ReadonlySet<string> = new Set(
  'مدارک مدرک مستندات ضمایم ضمائم پیوست پیوستها اسناد documents document attachments evidence proofs madarek'
    .split(' ')
    .map(foldForMatching),
);

/** The types whose phrases stand in the words, the longest first: a «کارت شناسایی خودرو» is no «کارت شناسایی». */
function listDocuments(words: readonly string[]): DocumentTypeId[] {
  let rest = ` ${words.join(' ')} `;
  const found = new Set<DocumentTypeId>();
  for (const { type, phrase } of phrases) {
    if (!rest.includes(` ${phrase} `)) continue;
    found.add(type);
    rest = rest.replaceAll(` ${phrase} `, ' | ');
  }
  return [...found];
}

const phrases = documentTypeIds
  .flatMap((type) => {
    const { fa, en } = getDocumentType(type);
    return [...(documentWords[type] ?? '').split('|'), fa, en]
      .map((phrase) => splitWords(phrase).join(' '))
      .filter((phrase) => phrase !== '')
      .map((phrase) => ({ type, phrase }));
  })
  .sort((a, b) => b.phrase.length - a.phrase.length);

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
