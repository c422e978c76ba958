import { traceOutline } from './draw-outline.ts';
import { type FontUse, writeCode } from './embed-font.ts';
import { writeNumber } from './pdf-values.ts';
import type { PlacedGlyph, ShapedLine } from './shape-line.ts';

/** Red, green and blue from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number];

/** The colour space of everything drawn: sRGB's primaries and white, said outright, so that no device decides. @see ISO 32000-1, section 8.6.5.3 */
export const colorSpace =
  '[/CalRGB << /WhitePoint [0.9505 1 1.089] /Gamma [2.2 2.2 2.2] /Matrix [0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505] >>]';

/** Name of that space among a page's resources. */
export const colorSpaceName = 'Cs';

/** The colour that CSS writes so. */
export function readColor(hex: string): Color {
  const [, red = '0', green = '0', blue = '0'] = /^#(..)(..)(..)$/.exec(hex) ?? [];
  const part = (digits: string): number => Number.parseInt(digits, 16) / 255;
  return [part(red), part(green), part(blue)];
}

export type LinePlace = { readonly x: number; readonly baseline: number; readonly size: number; readonly color: Color };

/**
 * Operators that show a line with its left end at `x`; the name of its font in the resources is its weight. A mark over or
 * under a letter is drawn as an outline, and a glyph that nobody sees says at its letter what it is: shown as text, it would
 * part the word for whoever reads the page out by where things stand.
 */
export function drawLine({ glyphs }: ShapedLine, { x, baseline, size, color }: LinePlace, use: FontUse): string {
  const parts: string[] = [];
  const marks: string[] = [];
  let pen = 0;
  for (const glyph of glyphs) {
    const { id, advance, xOffset, yOffset } = glyph;
    const isMark = advance === 0 && glyph.text !== '' && (xOffset !== 0 || yOffset !== 0);
    const readings = listReadings(glyph);
    const place = { x: x + ((pen + xOffset) * size) / 1000, baseline: baseline + (yOffset * size) / 1000, size };
    if (isMark) marks.push(traceOutline(id, place, use.font));
    else parts.push(showGlyph({ ...glyph, text: readings.shift() ?? '' }, size, use));
    if (readings.length > 0) parts.push(showUnseen(readings, use));
    pen += advance;
  }
  const text = `BT /${use.font.weight} ${writeNumber(size)} Tf ${fill(color)} 1 0 0 1 ${writeNumber(x)} ${writeNumber(baseline)} Tm [${parts.join(' ')}] TJ ET`;
  return marks.length === 0 ? text : `${text} ${marks.join(' ')} f`;
}

function showUnseen(texts: readonly string[], use: FontUse): string {
  const codes = texts.map((text) => writeCode(use.encode({ id: use.font.roomless, text })));
  return `] TJ 3 Tr <${codes.join('')}> Tj 0 Tr [`;
}

/**
 * What a glyph is read out as, part by part from left to right. Where it joins letters that are read from right to left, the
 * last of them stands first, and glyphs that nobody sees carry the others: whoever reads a page out turns round glyphs, and
 * would leave the letters within one in the wrong order.
 */
function listReadings({ text, isRightToLeft }: PlacedGlyph): string[] {
  return isRightToLeft ? [...text].reverse() : [text];
}

function showGlyph(glyph: PlacedGlyph, size: number, use: FontUse): string {
  const { xOffset, yOffset, advance, id } = glyph;
  const code = `<${writeCode(use.encode(glyph))}>`;
  const [before, after] = [writeNumber(-xOffset), writeNumber(xOffset + use.widthOf(id) - advance)];
  if (yOffset === 0) return `${before === '0' ? '' : `${before} `}${code}${after === '0' ? '' : ` ${after}`}`;
  return `] TJ ${writeNumber((yOffset * size) / 1000)} Ts [${before} ${code} ${after}] TJ 0 Ts [`;
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Operators that fill those boxes, whose lower left corner is at `x`, `y`. */
export function fillBoxes(boxes: readonly Box[], color: Color): string {
  const paths = boxes.map(({ x, y, width, height }) => `${[x, y, width, height].map(writeNumber).join(' ')} re`);
  return `${fill(color)} ${paths.join(' ')} f`;
}

/** Operators that draw a line through those points. */
export function strokePath(points: readonly (readonly [x: number, y: number])[], width: number, color: Color): string {
  const path = points.map(([x, y], index) => `${writeNumber(x)} ${writeNumber(y)} ${index === 0 ? 'm' : 'l'}`).join(' ');
  return `/${colorSpaceName} CS ${color.map(writeNumber).join(' ')} SCN ${writeNumber(width)} w 1 J 1 j ${path} S`;
}

function fill(color: Color): string {
  return `/${colorSpaceName} cs ${color.map(writeNumber).join(' ')} scn`;
}
