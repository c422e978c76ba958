import { contains, findClosest, getAttribute, getFirstChild, getNextSibling, getParentElement, getTagName } from './bare-dom.ts';
import { type Control, getLabels } from './controls.ts';
import type { FindLabels } from './label-index.ts';
import { getTree } from './shadow-roots.ts';
import { tidyText } from './text-lines.ts';

const controlTags = new Set('INPUT SELECT TEXTAREA BUTTON OPTION SCRIPT STYLE TEMPLATE SVG svg'.split(' '));
/** Many controls may name one element, as large as a page likes, for their label: no more than this of it is looked at each time. */
const mostNodes = 600;
const mostText = 800;
/** A control holds its words within a few levels. */
const mostLevels = 20;

/** The element's text without that of the controls and scripts in it; a space stands between what its elements hold. */
export function readOwnText(element: Element | null | undefined): string {
  if (!element) return '';
  const isPlain = element.childElementCount === 0;
  if (!isPlain && isInControl(element)) return '';
  const parts: string[] = [];
  let length = 0;
  let at = getFirstChild(element);
  for (let steps = 0; at && steps < mostNodes && length < mostText; steps += 1) {
    if (at instanceof Text) {
      parts.push(at.data.slice(0, mostText));
      length += at.data.length;
    }
    const isOpen = at instanceof Element && !controlTags.has(getTagName(at));
    at = (isOpen ? getFirstChild(at) : null) ?? findNext(at, element);
  }
  return tidyText(parts.join(isPlain ? '' : ' '));
}

/** How the text of an element is read. */
export type ReadText = (element: Element | null | undefined) => string;

/** The same as `readOwnText`, which reads each element once: good for as long as the page does not change. */
export function createTextReader(): ReadText {
  const known = new Map<Element, string>();
  return (element) => {
    const text = (element && known.get(element)) ?? readOwnText(element);
    if (element) known.set(element, text);
    return text;
  };
}

/** The node that follows in reading order what stands in `node`, within `root`. */
function findNext(node: Node, root: Element): Node | null {
  for (let at: Node | null = node; at && at !== root; at = getParentElement(at)) {
    const next = getNextSibling(at);
    if (next) return next;
  }
  return null;
}

function isInControl(element: Element): boolean {
  let at: Element | null = element;
  for (let level = 0; at && level < mostLevels; level += 1) {
    if (controlTags.has(getTagName(at))) return true;
    at = getParentElement(at);
  }
  return false;
}

/** Texts of the label elements bound to the control, the one that stands nearest first; pages often bind one label to several controls by mistake. */
export function readLabels(control: Control, findLabels: FindLabels = getLabels): string[] {
  const bound = findLabels(control);
  const sorted = bound.length > 1 ? [...bound].sort((a, b) => countStepsToShared(control, a) - countStepsToShared(control, b)) : bound;
  return sorted
    .slice(0, 3)
    .map((label) => readOwnText(label))
    .filter((text) => text !== '');
}

/** The name that ARIA gives the control: the elements that aria-labelledby lists, else aria-label. */
export function readAriaName(element: Element, readText: ReadText = readOwnText): string {
  return readReferences(element, 'aria-labelledby', readText) || tidyText(getAttribute(element, 'aria-label'));
}

/** The texts of the elements whose ids an ARIA attribute lists. */
export function readReferences(element: Element, attribute: string, readText: ReadText = readOwnText): string {
  const ids = (getAttribute(element, attribute) ?? '').split(/\s+/, 6).filter(Boolean);
  if (ids.length === 0) return '';
  const root = getTree(element);
  return tidyText(ids.map((id) => readText(root.getElementById(id))).join(' '));
}

/** The cell before the control's own in its table row, and the header of its column, which the cell may name itself. */
export function readCells(control: Control): { readonly cell: string; readonly column: string } {
  const own = findCell(control);
  if (!(own instanceof HTMLTableCellElement)) return { cell: '', column: '' };
  const column = readReferences(own, 'headers') || readColumnHeader(own);
  return { cell: readCellBefore(own) || (column === '' ? '' : readRowHeader(own)), column };
}

/** A cell holds its controls within a few levels; who nests deeper has no table to speak of. */
function findCell(control: Control): Element | null {
  // Most controls are in none at all: the browser knows that sooner.
  if (!findClosest(control, 'td, th')) return null;
  let at: Element | null = control;
  for (let steps = 0; at && steps < 12; steps += 1) {
    if (at.tagName === 'TD' || at.tagName === 'TH') return at;
    at = getParentElement(at);
  }
  return null;
}

/** In a table with headed columns, the first cell of a row says whose row it is. */
function readRowHeader(own: HTMLTableCellElement): string {
  const first = own.parentElement?.firstElementChild;
  return !first || first === own || first.querySelector('input, select, textarea') ? '' : readOwnText(first);
}

function readCellBefore(own: HTMLTableCellElement): string {
  let cell = own.previousElementSibling;
  for (let steps = 0; steps < 3 && cell; steps += 1) {
    if (cell.querySelector('input:not([type=hidden]), select, textarea')) return '';
    const text = readOwnText(cell);
    if (text !== '') return text;
    cell = cell.previousElementSibling;
  }
  return '';
}

/** The words over the control's column in the table's head, from the top down. */
function readColumnHeader(own: HTMLTableCellElement): string {
  const row = own.parentElement;
  const table = own.closest('table');
  if (!(row instanceof HTMLTableRowElement) || !table || row.cells.length > mostColumns) return '';
  const head = findHead(table, row);
  if (head.some((each) => each === row || each.querySelector('input, select, textarea'))) return '';
  const width = countColumns(row.cells);
  const column = countColumns([...row.cells].slice(0, own.cellIndex));
  const over = spreadHead(head).flatMap((cells) => (cells.length === width ? (cells[column] ?? []) : []));
  // What stands over all columns heads the table, not this one.
  const heading = [...new Set(over)].filter(({ colSpan }) => colSpan < width || width === 1);
  return tidyText(heading.map((cell) => readOwnText(cell)).join(' '));
}

/** Without a head of its own, a table is headed by its first row, where that has a cell for each of the row's. */
function findHead(table: HTMLTableElement, row: HTMLTableRowElement): readonly HTMLTableRowElement[] {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>(':scope > thead > tr')].slice(0, mostHeadRows);
  const first = table.rows[0];
  if (rows.length > 0 || !first) return rows;
  return first.cells.length === row.cells.length ? [first] : [];
}

const mostColumns = 60;
const mostHeadRows = 3;

/** The cell that heads each column in each row of a table's head: a cell may stand over several columns, and in several rows. */
function spreadHead(rows: readonly HTMLTableRowElement[]): readonly (readonly HTMLTableCellElement[])[] {
  const grid = rows.map((): HTMLTableCellElement[] => []);
  for (const [top, row] of rows.entries()) {
    let left = 0;
    for (const cell of [...row.cells].slice(0, mostColumns)) {
      while (grid[top]?.[left]) left += 1;
      const { colSpan, rowSpan } = cell;
      for (const cells of grid.slice(top, top + rowSpan)) for (let over = 0; over < colSpan; over += 1) cells[left + over] = cell;
      left += colSpan;
      if (left > mostColumns) break;
    }
  }
  return grid;
}

function countColumns(cells: Iterable<HTMLTableCellElement>): number {
  return [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0);
}

function countStepsToShared(control: Element, label: Element): number {
  let steps = 0;
  for (let at: Element | null = control; at && steps < 12; at = getParentElement(at)) {
    if (contains(at, label)) return steps;
    steps += 1;
  }
  return steps;
}
