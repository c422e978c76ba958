import { foldForMatching } from '@daricheh/shared/vocabulary';

/** Scripts that do not part words: each sign counts as one. */
const unspacedSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in the form in which phrases are compared; punctuation is gone. At most 60. */
export function splitWords(text: string): string[] {
  const words = foldForMatching(text.slice(0, 400)).match(wordPattern) ?? [];
  return words.slice(0, 60).flatMap(splitRun);
}

/** The words of a control's name or id: parted at capitals, digits, underscores, hyphens, dots, brackets. */
export function splitName(name: string): string[] {
  const parted = name
    .slice(0, 120)
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
