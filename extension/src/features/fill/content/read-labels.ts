import { contains, findClosest, getAttribute, getParentElement } from './bare-dom.ts';
import { type Control, getLabels } from './controls.ts';
import { getTree } from './shadow-roots.ts';
import { tidyText } from './text-lines.ts';

const controlTags = 'input, select, textarea, button, option, script, style, template, svg';

/** The element's text without that of the controls and scripts in it; a space stands between what its elements hold. */
export function readOwnText(element: Element | null | undefined): string {
  if (!element) return '';
  if (element.childElementCount === 0) return tidyText(element.textContent);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  let length = 0;
  for (let steps = 0; steps < 300 && length < 800 && walker.nextNode(); steps += 1) {
    const node = walker.currentNode;
    if (node.parentElement && findClosest(node.parentElement, controlTags)) continue;
    parts.push((node.nodeValue ?? '').slice(0, 400));
    length += parts[parts.length - 1]?.length ?? 0;
  }
  return tidyText(parts.join(' '));
}

/** Texts of the label elements bound to the control, the one that stands nearest first; pages often bind one label to several controls by mistake. */
export function readLabels(control: Control): string[] {
  const bound = getLabels(control);
  const sorted = bound.length > 1 ? bound.sort((a, b) => countStepsToShared(control, a) - countStepsToShared(control, b)) : bound;
  return sorted
    .slice(0, 3)
    .map(readOwnText)
    .filter((text) => text !== '');
}

/** The name that ARIA gives the control: the elements that aria-labelledby lists, else aria-label. */
export function readAriaName(element: Element): string {
  return readReferences(element, 'aria-labelledby') || tidyText(getAttribute(element, 'aria-label'));
}

/** The texts of the elements whose ids an ARIA attribute lists. */
export function readReferences(element: Element, attribute: string): string {
  const ids = (getAttribute(element, attribute) ?? '').split(/\s+/, 6).filter(Boolean);
  if (ids.length === 0) return '';
  const root = getTree(element);
  return tidyText(ids.map((id) => readOwnText(root.getElementById(id))).join(' '));
}

/** The cell before the control's own in its table row, and the header of its column. */
export function readCells(control: Control): { readonly cell: string; readonly column: string } {
  const own = findCell(control);
  if (!(own instanceof HTMLTableCellElement)) return { cell: '', column: '' };
  const column = readColumnHeader(own);
  return { cell: readCellBefore(own) || (column === '' ? '' : readRowHeader(own)), column };
}

/** A cell holds its controls within a few levels; who nests deeper has no table to speak of. */
function findCell(control: Control): Element | null {
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

/** Only a row without controls above the control's own can head its column. */
function readColumnHeader(own: HTMLTableCellElement): string {
  const row = own.parentElement;
  const table = own.closest('table');
  const first = table?.rows[0];
  if (!(row instanceof HTMLTableRowElement) || !first || first === row || first.querySelector('input, select, textarea')) return '';
  const header = first.cells[own.cellIndex];
  return header && first.cells.length === row.cells.length ? readOwnText(header) : '';
}

function countStepsToShared(control: Element, label: Element): number {
  let steps = 0;
  for (let at: Element | null = control; at && steps < 12; at = getParentElement(at)) {
    if (contains(at, label)) return steps;
    steps += 1;
  }
  return steps;
}
