import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { Draft } from '../draft.ts';
import { getPhraseBook } from '../lexicon/index.ts';
import { splitName } from '../words.ts';
import type { Drafts } from './neighbours.ts';

/** Ordinals as sections of forms write them. */
const ordinals: Readonly<Record<string, number>> = {
  اول: 1,
  یکم: 1,
  نخست: 1,
  دوم: 2,
  سوم: 3,
  چهارم: 4,
  پنجم: 5,
  الاول: 1,
  الثانی: 2,
  الثالث: 3,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  birinci: 1,
  ikinci: 2,
  ucuncu: 3,
  erstes: 1,
  zweites: 2,
  drittes: 3,
  premier: 1,
  deuxieme: 2,
  troisieme: 3,
};
const most = 20;

/** Of several people of one kind, says which one a field is about: the second child by «فرزند دوم», “Child 2” or `children[1].name`. The first where nothing says. */
export function settleWhich({ list }: Drafts): void {
  const people = list.filter((draft) => draft.person !== undefined);
  // Numbers of names begin at 0 where one of them is 0.
  const fromZero = new Set(people.filter((draft) => readNameNumber(draft) === 0).map(({ person }) => person));
  for (const draft of people) {
    const byName = readNameNumber(draft);
    draft.which = readTextNumber(draft) ?? (byName === undefined ? 1 : byName + (fromZero.has(draft.person) ? 1 : 0));
  }
}

function readTextNumber({ field }: Draft): number | undefined {
  const texts = [...field.labels, field.aria, field.cell, field.column, ...field.groups, field.headings[0] ?? ''];
  for (const text of texts) {
    for (const word of foldForMatching(text).split(/[^\p{L}\p{N}]/u)) {
      if (Object.hasOwn(ordinals, word)) return ordinals[word];
      if (/^\d{1,2}$/.test(word) && Number(word) > 0 && Number(word) <= most && text.length <= shortText) return Number(word);
    }
  }
  return undefined;
}

/** A number in a longer text counts something else. */
const shortText = 40;

/** The number right after the word for the person: `child2Name`, `children[1].name`, `child_2_name`. */
function readNameNumber({ field }: Draft): number | undefined {
  const book = getPhraseBook('names');
  const words = splitName(field.name || field.id);
  const place = words.findIndex((word, index) => /^\d{1,2}$/.test(word) && book.get(words[index - 1] ?? '')?.person !== undefined);
  return place < 0 ? undefined : Number(words[place]);
}
