import { foldForMatching } from '@daricheh/shared/vocabulary';

/** Scripts that do not part words: each sign counts as one. */
const unspacedSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;

/** Of ASCII alone, as nearly all names of controls and half of all labels are, words are found in one go. */
const plainText = /^[ -~]*$/;
const plainWords = /[a-z\d]+/g;
const plainNameWords = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** The words of a text in the form in which phrases are compared; punctuation is gone. At most 60. */
export function splitWords(text: string): string[] {
  const read = text.slice(0, 400);
  if (plainText.test(read)) return takeWords(read.toLowerCase().match(plainWords));
  const folded = foldForMatching(read);
  const words = takeWords(folded.match(wordPattern));
  return unspacedSign.test(folded) ? words.flatMap(splitRun) : words;
}

function takeWords(words: readonly string[] | null): string[] {
  return words === null ? [] : words.slice(0, 60);
}

/** The words of a control's name or id: parted at capitals, digits, underscores, hyphens, dots, brackets. */
export function splitName(name: string): string[] {
  const read = name.slice(0, 120);
  if (plainText.test(read)) return takeWords(read.match(plainNameWords)).map((word) => word.toLowerCase());
  const parted = read
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/_/g, ' ');
  return splitWords(parted);
}

/** True for a sign of a script without spaces. */
export function isUnspaced(word: string): boolean {
  return unspacedSign.test(word);
}

/** A run may mix signs without spaces and letters with them. */
function splitRun(word: string): string[] {
  return unspacedSign.test(word) && word.length > 1 ? [...word] : [word];
}
