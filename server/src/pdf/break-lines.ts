import { dropUnseen } from '@daricheh/shared/vocabulary';
import type { ShapingTools, SheetFont } from './load-fonts.ts';
import { type BaseDirection, openParagraph, type Paragraph, type ShapedLine, shapeLine } from './shape-line.ts';

export type LineStyle = {
  readonly font: SheetFont;
  /** In points. */
  readonly size: number;
  readonly direction: BaseDirection;
};

/** Without the locale's rules: a letter with its marks, an emoji of several parts. */
const graphemes = new Intl.Segmenter('fa', { granularity: 'grapheme' });

/**
 * The text in lines no wider than `width` points, broken between words, and inside a word where it alone is too wide. What
 * nobody sees, controls of direction among it, is left out; line ends are spaces. An empty text has no line.
 */
export function breakLines(text: string, width: number, { font, size, direction }: LineStyle, tools: ShapingTools): ShapedLine[] {
  const paragraph = openParagraph(cleanForPrint(text), direction);
  const limit = (width * 1000) / size;
  const shape = (start: number, end: number): ShapedLine => shapeLine(paragraph, [start, end], font, tools);
  const lines: ShapedLine[] = [];
  let line: { start: number; end: number; width: number } | null = null;
  const space = shapeLine(openParagraph(' ', 'ltr'), [0, 1], font, tools).width;
  for (const word of listWords(paragraph, limit, shape)) {
    const isFirstOfWord = line !== null && word.start > line.end;
    if (line !== null && isFirstOfWord && line.width + space + word.width <= limit) {
      line = { start: line.start, end: word.end, width: line.width + space + word.width };
      continue;
    }
    if (line !== null) lines.push(shape(line.start, line.end));
    line = word;
  }
  if (line !== null) lines.push(shape(line.start, line.end));
  return lines;
}

/** Half a character, and what is none, may stand neither on a page nor in what a page says of itself. */
export function cleanForPrint(text: string): string {
  return dropUnseen(text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '\uFFFD'))
    .replace(/\s+/g, ' ')
    .trim();
}

type Piece = { readonly start: number; readonly end: number; readonly width: number };

/** Words, each cut where it alone is wider than a line. */
function* listWords({ text }: Paragraph, limit: number, shape: (start: number, end: number) => ShapedLine): Generator<Piece> {
  for (const { index, 0: word } of text.matchAll(/[^ ]+/g)) {
    const end = index + word.length;
    const { width } = shape(index, end);
    if (width <= limit) yield { start: index, end, width };
    else yield* cutWord(word, index, limit, shape);
  }
}

/** Parts that fit. Where one ends is guessed from how wide the letters are on the whole, and then moved by what the shaped part measures. */
function* cutWord(word: string, at: number, limit: number, shape: (start: number, end: number) => ShapedLine): Generator<Piece> {
  const ends = [...graphemes.segment(word)].map(({ index, segment }) => at + index + segment.length);
  const usual = Math.max(1, Math.floor((limit * ends.length) / shape(at, at + word.length).width));
  let start = at;
  let first = 0;
  while (first < ends.length) {
    const measure = (last: number): number => shape(start, ends[last] ?? start).width;
    const last = findLast(first, Math.min(ends.length - 1, first + usual), ends.length, (each) => measure(each) <= limit);
    const end = ends[last] ?? start;
    yield { start, end, width: measure(last) };
    start = end;
    first = last + 1;
  }
}

/** The last number from `first` to before `count` that fits, looked for near `guess` first, then by halves; `first` where none after it does. */
function findLast(first: number, guess: number, count: number, fits: (each: number) => boolean): number {
  let [low, high] = [first, count];
  let at = Math.max(low + 1, guess);
  for (let step = 1; high - low > 1; step *= 2) {
    if (fits(at)) low = at;
    else high = at;
    if (low > first && high < count) at = (low + high) >> 1;
    else at = low === at ? Math.min(high - 1, at + step) : Math.max(low + 1, at - step);
  }
  return low;
}
