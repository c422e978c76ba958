import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { FieldOption } from '../snapshot.ts';

/** The answer of a list that one of the words names, the words tried in their order; undefined where none or several would do. */
export function chooseOption(
  options: readonly FieldOption[],
  words: readonly string[],
  fold: (text: string) => string = foldOption,
): FieldOption | undefined {
  const wanted = words.map(fold).filter((word) => word !== '');
  const folded = options
    .map((option) => ({ option, text: fold(option.text), value: fold(option.value) }))
    .filter(({ text }) => text !== '');
  for (const word of wanted) {
    const byText = folded.filter(({ text }) => text === word);
    if (byText.length > 0) return byText[0]?.option;
  }
  for (const word of wanted) {
    const byPart = folded.filter(({ text }) =>
      text
        .split(/ ?[-–/|(),] ?/)
        .map((part) => part.trim())
        .includes(word),
    );
    if (byPart.length === 1) return byPart[0]?.option;
  }
  for (const word of wanted) {
    const byValue = folded.filter(({ value }) => value === word);
    if (byValue.length === 1) return byValue[0]?.option;
  }
  return undefined;
}

/** How the texts of one kind of list are compared. */
export type ListKind = 'plain' | 'place' | 'country';

/** What two texts of such a list have in common when they mean one answer. */
export const listFolds: Readonly<Record<ListKind, (text: string) => string>> = {
  plain: foldOption,
  place: foldPlace,
  country: foldCountry,
};

/** Provinces and towns stand in lists with or without the word for what they are. */
export function foldPlace(text: string): string {
  return foldOption(text)
    .replace(/^(استان|شهرستان|شهر|محافظه|ولایت|province of|city of) /, '')
    .replace(/ (province|county|city|ili)$/, '')
    .replace(/ /g, '');
}

/** A list's word for a country without what lists add: articles, brackets, “Islamic Republic of”. */
export function foldCountry(text: string): string {
  return foldForMatching(text)
    .replace(/\([^)]*\)|,.*$/g, ' ')
    .replace(/(^| )(the|islamic republic of|republic of|جمهوری اسلامی|جمهوری|دوله)(?= )/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function foldOption(text: string): string {
  return foldForMatching(text)
    .replace(/[.*:]+$/g, '')
    .replace(/’|'/g, ' ')
    .trim();
}
