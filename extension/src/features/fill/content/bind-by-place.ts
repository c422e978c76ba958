import type { PageField } from '#core/autofill/snapshot.ts';
import { getBox, getParentElement } from './bare-dom.ts';
import type { Control } from './controls.ts';
import type { TextLines } from './text-lines.ts';
import { type Box, type DrawnText, findLabelByPlace, isLabelPlace } from './text-place.ts';

type Field = { before: readonly string[] } & Omit<PageField, 'before'>;

/** A field, its control, and how many lines had ended before it. */
export type ReadField = { readonly field: Field; readonly control: Control; readonly line: number };

/** So many fields without any label of their own are looked at, each among so many lines before it and after. */
const mostFields = 60;
const reach = 40;
const longestLabel = 80;

/**
 * Gives fields that nothing binds to their words the line that is drawn where a label would be: a page may have its labels in one column and its boxes in
 * another, and then the line before a box in the document is another one's. Where the line before is drawn as its label, it stays.
 */
export function bindByPlace(read: readonly ReadField[], lines: TextLines): void {
  const loose = read.filter(isLoose).slice(0, mostFields);
  if (loose.length === 0) return;
  const texts = new DrawnLines(lines);
  const taken = new Set<number>();
  const astray = loose.filter(({ field, control, line }) => {
    const drawn = field.before.length > 0 ? texts.find(line - 1) : undefined;
    if (!drawn || !isLabelPlace(drawn.box, getBox(control), isRightToLeft(control))) return true;
    taken.add(line - 1);
    return false;
  });
  if (astray.length === 0) return;
  const said = new Set(read.flatMap(({ field }) => [...field.labels, field.aria, field.cell, field.column, field.box]));
  const boxes = read.filter(({ field }) => field.state === 'visible').map(({ control }) => ({ control, box: getBox(control) }));
  for (const { field, control, line } of astray) {
    const near = texts.list(line).filter(({ place, text }) => !taken.has(place) && !said.has(text) && text.length <= longestLabel);
    const others = boxes.flatMap((each) => (each.control === control ? [] : [each.box]));
    const found = findLabelByPlace(getBox(control), near, { others, isRightToLeft: isRightToLeft(control) });
    if (!found) continue;
    field.before = [found.text];
    taken.add(found.place);
  }
}

/** Whoever groups buttons or marks says what they ask above them all. */
function isLoose({ field }: ReadField): boolean {
  const { control, state, labels, aria, cell, column, box } = field;
  return (
    control !== 'radio' && control !== 'checkbox' && state === 'visible' && labels.length === 0 && `${aria}${cell}${column}${box}` === ''
  );
}

/** The language of the page around the control: a box for numbers may run the other way. */
function isRightToLeft(control: Control): boolean {
  return getComputedStyle(getParentElement(control) ?? control).direction === 'rtl';
}

type Line = DrawnText & { readonly place: number };

/** Where the lines of a page are drawn, each looked at once. */
class DrawnLines {
  readonly #lines: TextLines;
  readonly #known = new Map<number, Line | undefined>();

  constructor(lines: TextLines) {
    this.#lines = lines;
  }

  /** The lines around the one at `place`. */
  list(place: number): Line[] {
    const first = Math.max(0, place - reach);
    const places = Array.from({ length: Math.min(this.#lines.count, place + reach) - first }, (_unused, index) => first + index);
    return places.flatMap((each) => this.find(each) ?? []);
  }

  /** Undefined for a line that is not drawn. */
  find(place: number): Line | undefined {
    if (this.#known.has(place)) return this.#known.get(place);
    const line = this.#lines.at(place);
    const box = line && measure(line.node);
    const drawn = box && { text: line.text, box, place };
    this.#known.set(place, drawn);
    return drawn;
  }
}

function measure(node: Text): Box | undefined {
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? box : undefined;
}
