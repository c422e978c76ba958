import { contains, getParentElement, queryAll } from './bare-dom.ts';
import { type Control, isTextBox } from './controls.ts';
import { readOwnText, readReferences } from './read-labels.ts';
import { getTree } from './shadow-roots.ts';
import { tidyText } from './text-lines.ts';

/** How pages mark a line that speaks of an error. */
const errorMarks =
  '[role=alert], [aria-live=assertive], [class*=error i], [class~=err], [class*=invalid i], [class*=danger i], [class*=خطا]';
const longest = 120;
/** A control's own part of the page is small. */
const mostBeside = 20;

/** What a page says against the value of a control: its words, empty where it only marks it; undefined where it says nothing. */
export function readComplaint(control: Control): string | undefined {
  const isMarked = control.getAttribute('aria-invalid') === 'true' || hasOwnRule(control);
  const words = readWords(control);
  return isMarked || words !== '' ? words : undefined;
}

function hasOwnRule(control: Control): boolean {
  return (isTextBox(control) || control instanceof HTMLSelectElement) && control.validity.customError;
}

function readWords(control: Control): string {
  if (hasOwnRule(control) && isTextBox(control)) return tidyText(control.validationMessage, longest);
  const named = readReferences(control, 'aria-errormessage');
  if (named !== '' && control.getAttribute('aria-invalid') === 'true') return named.slice(0, longest);
  const described = listDescriptions(control).find((element) => element.matches(errorMarks) && isShown(element));
  const words = tidyText(readOwnText(described ?? findNearError(control)), longest);
  // A star that marks what is required is often drawn in the colour of errors.
  return /\p{L}{2}/u.test(words) ? words : '';
}

function listDescriptions(control: Control): Element[] {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(/\s+/, 6).filter(Boolean);
  return ids.flatMap((id) => getTree(control).getElementById(id) ?? []);
}

/** The nearest line of an error within the part of the page that holds this control and no other. */
function findNearError(control: Control): Element | undefined {
  let at: Element | null = getParentElement(control);
  for (let steps = 0; at && steps < 4; steps += 1, at = getParentElement(at)) {
    if (at.childElementCount > mostBeside || queryAll(at, 'input:not([type=hidden]), select, textarea').length > 1) return undefined;
    const found = queryAll(at, errorMarks)
      .slice(0, 10)
      .find((element) => !contains(element, control) && isShown(element));
    if (found) return found;
  }
  return undefined;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && readOwnText(element) !== '';
}
