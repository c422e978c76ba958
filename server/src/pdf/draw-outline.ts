import type { SheetFont } from './load-fonts.ts';
import { writeNumber } from './pdf-values.ts';

type Point = readonly [x: number, y: number];
/** Where the glyph's origin is, in points, and the size of its font. */
export type OutlinePlace = { readonly x: number; readonly baseline: number; readonly size: number };

/** Operators for the outline of a glyph, to be filled. @see ISO 32000-1, section 8.5.2 */
export function traceOutline(id: number, { x, baseline, size }: OutlinePlace, font: SheetFont): string {
  const scale = size / font.unitsPerEm;
  const place = ([right, up]: Point): Point => [x + right * scale, baseline + up * scale];
  let pen: Point = [0, 0];
  const operators: string[] = [];
  for (const { command, points } of readOutline(font.hb.glyphToPath(id))) {
    operators.push(writeSegment(command, pen, points, place));
    pen = points.at(-1) ?? pen;
  }
  return operators.join(' ');
}

/** harfbuzz writes outlines as SVG paths: letters, and pairs of numbers behind them. */
function readOutline(path: string): { readonly command: string; readonly points: readonly Point[] }[] {
  return [...path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, command = '', numbers = '']) => {
    const values = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const points = Array.from({ length: values.length / 2 }, (_each, at): Point => [values[2 * at] ?? 0, values[2 * at + 1] ?? 0]);
    return { command, points };
  });
}

/** PDF knows cubic curves alone: a quadratic one's control point is two thirds of the way from each of its ends. */
function writeSegment(command: string, pen: Point, points: readonly Point[], place: (point: Point) => Point): string {
  if (command === 'Z') return 'h';
  const [control = pen, end = pen] = points;
  const between = (from: Point): Point => [from[0] + (2 * (control[0] - from[0])) / 3, from[1] + (2 * (control[1] - from[1])) / 3];
  const drawn = command === 'Q' ? [between(pen), between(end), end] : points;
  const operator = { M: 'm', L: 'l' }[command] ?? 'c';
  return `${drawn.flatMap(place).map(writeNumber).join(' ')} ${operator}`;
}
