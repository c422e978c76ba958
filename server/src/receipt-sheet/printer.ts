import { breakLines } from '../pdf/break-lines.ts';
import { type Color, drawLine } from '../pdf/draw.ts';
import type { FontUse } from '../pdf/embed-font.ts';
import type { FontWeight, ShapingTools } from '../pdf/load-fonts.ts';
import { type Page, type Pages, pageHeight, pageWidth } from '../pdf/pages.ts';
import type { BaseDirection, ShapedLine } from '../pdf/shape-line.ts';
import type { Tag } from '../pdf/tags.ts';

/** How text looks: `size` in points, `leading` as a multiple of it. */
export type TextStyle = { readonly weight: FontWeight; readonly size: number; readonly color: Color; readonly leading?: number };

/** Text of one look that belongs to one tag. */
export type StyledText = { readonly text: string; readonly direction: BaseDirection; readonly style: TextStyle; readonly tag: Tag };

/** Texts one under the other, `offset` points from where lines of the sheet's language begin. */
export type Cell = { readonly offset: number; readonly width: number; readonly texts: readonly StyledText[]; readonly isAtEnd?: boolean };

export type PrinterParts = {
  readonly pages: Pages;
  readonly tools: ShapingTools;
  readonly uses: Readonly<Record<FontWeight, FontUse>>;
  readonly isRightToLeft: boolean;
};

export const margins = { side: 54, top: 54, bottom: 64 } as const;
export const contentWidth = pageWidth - 2 * margins.side;

/** What is no higher than this is not parted. */
const keptTogether = 120;
const usualLeading = 1.62;
/** Where the letters stand within their line, from its top. */
const baselineShare = 0.72;

/** Prints from top to bottom, and goes on to the next page where one is full. */
export class Printer {
  readonly #parts: PrinterParts;
  #page: Page;
  /** Points from the top of the page. */
  #at: number = margins.top;
  #hasReplaced = false;

  constructor(parts: PrinterParts) {
    this.#parts = parts;
    this.#page = parts.pages.add();
  }

  get page(): Page {
    return this.#page;
  }

  /** True once something was printed for which the font has no glyph. */
  get hasReplaced(): boolean {
    return this.#hasReplaced;
  }

  get at(): number {
    return this.#at;
  }

  skip(points: number): void {
    this.#at += points;
  }

  /** Begins a new page unless so many points are left on this one. */
  keep(points: number): void {
    if (this.#at + points <= pageHeight - margins.bottom) return;
    this.#page = this.#parts.pages.add();
    this.#at = margins.top;
  }

  /** Prints cells side by side, line by line: one that is longer than the page goes on on the next. */
  print(cells: readonly Cell[]): void {
    const columns = cells.map((cell) => ({ cell, lines: this.#layOut(cell) }));
    const count = Math.max(...columns.map(({ lines }) => lines.length));
    const whole = Math.max(...columns.map(({ lines }) => lines.reduce((sum, { height }) => sum + height, 0)));
    if (whole <= keptTogether) this.keep(whole);
    for (let index = 0; index < count; index++) {
      const row = columns.flatMap(({ cell, lines }) => lines.slice(index, index + 1).map((each) => ({ cell, ...each })));
      const height = Math.max(...row.map((each) => each.height));
      this.keep(height);
      for (const { cell, line, styled } of row) this.printLine(line, styled, this.#placeLine(cell, line, styled.style.size));
      this.#at += height;
    }
  }

  /** Prints one line with its left end at `x`, at this height. */
  printLine(line: ShapedLine, { style: { size, color, weight, leading = usualLeading }, tag }: StyledText, x: number): void {
    this.#hasReplaced ||= line.glyphs.some(({ isReplaced }) => isReplaced);
    const baseline = pageHeight - this.#at - size * leading * baselineShare;
    this.#page.draw(drawLine(line, { x, baseline, size, color }, this.#parts.uses[weight]), tag);
  }

  /** Where something so wide begins from the left, told how far it is from where lines begin. */
  placeX(offset: number, width: number): number {
    return this.#parts.isRightToLeft ? pageWidth - margins.side - offset - width : margins.side + offset;
  }

  #layOut({ width, texts }: Cell) {
    return texts.flatMap((styled) => {
      const { size, weight, leading = usualLeading } = styled.style;
      const style = { font: this.#parts.tools.fonts[weight], size, direction: styled.direction };
      return breakLines(styled.text, width, style, this.#parts.tools).map((line) => ({ line, styled, height: size * leading }));
    });
  }

  #placeLine({ offset, width, isAtEnd = false }: Cell, line: ShapedLine, size: number): number {
    const lineWidth = (line.width * size) / 1000;
    return this.placeX(isAtEnd ? offset + width - lineWidth : offset, lineWidth);
  }
}
