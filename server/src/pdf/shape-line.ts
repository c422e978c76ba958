import { createRequire } from 'node:module';
import type { Bidi, EmbeddingLevels } from 'bidi-js';
import type { ShapingTools, SheetFont } from './load-fonts.ts';

/** A glyph where it is drawn: lengths in thousandths of the font's size. */
export type PlacedGlyph = {
  readonly id: number;
  /** What it stands for, in the order in which it is read; empty where another glyph stands for it all. */
  readonly text: string;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly isRightToLeft: boolean;
  /** True where the font has no glyph for the text, and another stands there. */
  readonly isReplaced: boolean;
};

/** Text on one line. */
export type ShapedLine = {
  readonly text: string;
  /** From left to right. */
  readonly glyphs: readonly PlacedGlyph[];
  /** In thousandths of the font's size. */
  readonly width: number;
};

export type BaseDirection = 'rtl' | 'ltr' | 'auto';

/** A paragraph whose directions are resolved, to be cut into lines. */
export type Paragraph = { readonly text: string; readonly levels: EmbeddingLevels['levels'] };

/** Its types say that it is a module with a default export; what Node loads is the function itself. */
const createBidi: () => Bidi = createRequire(import.meta.url)('bidi-js');
const bidi = createBidi();

/** Stands for what the font does not have: a lozenge, which nobody takes for a letter. */
export const replacement = '\u25CA';
/** How far a mark may stand from its letter: piled up, they would run into the lines above and below. */
const maxRise = 350;

/** Resolves the directions of a text. @see Unicode Standard Annex #9 */
export function openParagraph(text: string, direction: BaseDirection): Paragraph {
  return { text, levels: bidi.getEmbeddingLevels(text, direction).levels };
}

/** The part from `start` to before `end` as one line, each run shaped in its own direction and put where the line's reader expects it. */
export function shapeLine(
  { text, levels }: Paragraph,
  [start, end]: readonly [number, number],
  font: SheetFont,
  tools: ShapingTools,
): ShapedLine {
  const glyphs = orderRuns(splitRuns(levels, start, end)).flatMap((run) =>
    shapeRun(text.slice(run.start, run.end), run.level, font, tools),
  );
  return { text: text.slice(start, end), glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
}

type Run = { readonly start: number; readonly end: number; readonly level: number };

function splitRuns(levels: Uint8Array, start: number, end: number): Run[] {
  const runs: Run[] = [];
  for (let at = start; at < end; at++) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) runs[runs.length - 1] = { ...last, end: at + 1 };
    else runs.push({ start: at, end: at + 1, level });
  }
  return runs;
}

/** From the highest level down to the lowest that is odd, whatever stands at it or above is turned round. @see UAX #9, rule L2 */
function orderRuns(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...ordered.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let at = 0; at < ordered.length; at++) {
      let end = at;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end === at) continue;
      ordered.splice(at, end - at, ...ordered.slice(at, end).reverse());
      at = end;
    }
  }
  return ordered;
}

function shapeRun(text: string, level: number, font: SheetFont, tools: ShapingTools): PlacedGlyph[] {
  const isRightToLeft = level % 2 === 1;
  const shaped = tools.shape(font, text, isRightToLeft);
  const scale = 1000 / font.unitsPerEm;
  // Where each cluster ends: where the next one begins, in the order of reading.
  const starts = [...new Set(shaped.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
  const told = new Set<number>();
  return shaped.map(({ id, cluster, advance, xOffset, yOffset }) => {
    const part = told.has(cluster) ? '' : text.slice(cluster, ends.get(cluster));
    told.add(cluster);
    const glyph = id === 0 ? replaceMissing(font, tools) : { id, advance: advance * scale };
    const rise = Math.max(-maxRise, Math.min(maxRise, yOffset * scale));
    return { ...glyph, text: part, xOffset: xOffset * scale, yOffset: rise, isRightToLeft, isReplaced: id === 0 };
  });
}

function replaceMissing(font: SheetFont, tools: ShapingTools): Pick<PlacedGlyph, 'id' | 'advance'> {
  const [glyph] = tools.shape(font, replacement, false);
  if (glyph === undefined || glyph.id === 0) throw new Error('The font lacks the glyph that stands for missing ones.');
  return { id: glyph.id, advance: (glyph.advance * 1000) / font.unitsPerEm };
}
