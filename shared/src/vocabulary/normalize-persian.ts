import { toLatinDigits } from './digits.ts';

/** Letters that keyboards and authors mix up, each with the one that stands for all of them when labels are compared. */
const letterFolds: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
};
const foldableLetters = new RegExp(`[${Object.keys(letterFolds).join('')}]`, 'g');

/** Short vowels, hamza above and below, superscript alef, Quranic marks, kashida: they change how a word looks, not which word it is. */
const arabicMarks = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]/g;
const latinMarks = /[\u0300-\u036F]/g;
/** Zero-width and direction characters. ZWNJ is not here: it parts words as a space does. */
const invisible = /[\u200B\u200D-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;

/** ASCII alone. */
const plainText = /^[\0-\x7f]*$/;

/**
 * The form in which words of labels are compared: ی/ک/ه/ا/و for their Arabic twins, no vowel marks, no Latin accents, Latin digits,
 * lower case, ZWNJ as a space, single spaces, trimmed. Punctuation stays. Never for values that are shown, stored or sent.
 */
export function foldForMatching(text: string): string {
  // Names of controls and half of all labels: of the steps below, these three alone concern them.
  if (plainText.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  return toLatinDigits(text.normalize('NFKC'))
    .replace(foldableLetters, (letter) => letterFolds[letter] ?? letter)
    .replace(arabicMarks, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(latinMarks, '')
    .replace(arabicMarks, '')
    .normalize('NFC')
    .replace(invisible, '')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replace(/[\s\u200C]+/g, ' ')
    .trim();
}

/**
 * Characters that nobody sees, though they change how a text reads or what it holds: controls but for tab and line feed, direction marks
 * and isolates, zero-width space and word joiners, soft hyphen and grapheme joiner, blank letters of Hangul, Khmer and Mongolian, variation
 * selectors, tags, and the specials below the byte order mark. ZWNJ and ZWJ are not here. The list stands still: Unicode's own
 * (Default_Ignorable_Code_Point) grows, and what was signed must read alike for ever.
 */
const unseen =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

/** `text` without the characters that nobody sees; ZWNJ and ZWJ stay, as Persian and other scripts need them. */
export function dropUnseen(text: string): string {
  return text.replace(unseen, '');
}

/**
 * A value as it is kept: without invisible characters that could make it read as another (see `dropUnseen`), NFC, line ends as `\n`, trimmed.
 * Letters and digits stay as the citizen or the issuer wrote them. What comes out stays the same when it goes in again.
 */
export function cleanValue(text: string): string {
  // Composed last: an unseen character may stand between a letter and its accent.
  return dropUnseen(text.replace(/\r\n?/g, '\n')).normalize('NFC').trim();
}

/** True when `text` holds a letter of the Arabic script. */
export function hasArabicScript(text: string): boolean {
  return /[\u0620-\u064A\u066E-\u06D3\u06D5\u06FA-\u06FF]/.test(text);
}
