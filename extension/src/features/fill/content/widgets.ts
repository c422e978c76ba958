import { findClosest, getAttribute, getParentElement } from './bare-dom.ts';
import { getTree } from './shadow-roots.ts';

/** Controls that a page builds of elements which are none, by the roles that ARIA gives them. `combobox`: opens a list; `listbox`: a list that is always open. */
export type WidgetKind = 'combobox' | 'listbox' | 'radio' | 'checkbox';

const inputTags = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const listNames = ['aria-controls', 'aria-owns'] as const;
const mostOptions = 400;
const mostSteps = 4000;
/** For so long the lists that controls name are taken to be the same: one look at a page asks for each of its lists. */
const namedForMs = 100;

/** True for the element that stands for the whole widget: a list that belongs to a combobox, and a combobox around a real input, are none. */
export function isWidget(element: Element): element is HTMLElement {
  return getWidgetKind(element) !== undefined;
}

/** Which widget the element is; undefined for HTML's own controls and for everything else. */
export function getWidgetKind(element: Element): WidgetKind | undefined {
  if (element instanceof HTMLInputElement) return element.readOnly && opensList(element) ? 'combobox' : undefined;
  if (!(element instanceof HTMLElement) || inputTags.has(element.tagName)) return undefined;
  const role = getAttribute(element, 'role');
  // Asked of each element of a page, most of which say nothing of the kind.
  if (role === null && !(element instanceof HTMLButtonElement)) return undefined;
  if (role === 'radio') return 'radio';
  if (role === 'checkbox' || role === 'switch') return 'checkbox';
  if (role === 'listbox') return isPopup(element) ? undefined : 'listbox';
  const opens = role === 'combobox' || (element instanceof HTMLButtonElement && element.getAttribute('aria-haspopup') === 'listbox');
  return opens && !element.querySelector('input:not([type=hidden]), select, textarea') ? 'combobox' : undefined;
}

/** True for an input beside which a list opens to choose from. */
export function opensList(element: Element): boolean {
  if (element.getAttribute('role') === 'combobox' || element.getAttribute('aria-haspopup') === 'listbox') return true;
  const holder = getParentElement(element);
  return holder !== null && getAttribute(holder, 'role') === 'combobox';
}

/** The radio widgets of one question name it by their group; null for one that stands alone. */
export function getRadioGroup(element: Element): Element | null {
  return element.closest('[role=radiogroup]');
}

/** The answers that the widget is known to offer now; none where its list is made when it opens. */
export function listOptions(control: Element): HTMLElement[] {
  const list = control.getAttribute('role') === 'listbox' ? control : findList(control);
  return list ? takeOptions(list) : [];
}

/** The first options of a list; a list may be longer than anybody reads, and many controls may name one list. */
function takeOptions(list: Element): HTMLElement[] {
  const walker = document.createTreeWalker(list, NodeFilter.SHOW_ELEMENT);
  const options: HTMLElement[] = [];
  for (let steps = 0; steps < mostSteps && options.length < mostOptions && walker.nextNode(); steps += 1) {
    const { currentNode } = walker;
    if (currentNode instanceof HTMLElement && currentNode.getAttribute('role') === 'option') options.push(currentNode);
  }
  return options;
}

/** The list that belongs to a combobox, by what names it: its own attributes, or those of the element around it. */
export function findList(control: Element): Element | null {
  for (const holder of [control, getParentElement(control)]) {
    for (const attribute of listNames) {
      const named = holder && getAttribute(holder, attribute);
      if (!named) continue;
      const tree = getTree(control);
      const ids = named.split(/\s+/, 4).filter(Boolean);
      const list = ids.map((id) => tree.getElementById(id)).find((element) => element !== null);
      if (list) return list;
    }
  }
  return control.firstElementChild && control.querySelector('[role=listbox]');
}

function isPopup(list: Element): boolean {
  const holder = getParentElement(list);
  if (holder && findClosest(holder, '[role=combobox]')) return true;
  return list.id !== '' && findNamedLists(getTree(list)).has(list.id);
}

/** The ids of all lists that some control of the tree calls its own. */
function findNamedLists(tree: Document | ShadowRoot): ReadonlySet<string> {
  const known = namedLists.get(tree);
  if (known && performance.now() - known.atMs < namedForMs) return known.ids;
  const owners = [...tree.querySelectorAll('[aria-controls], [aria-owns]')];
  const ids = new Set(
    owners.flatMap((owner) => `${owner.getAttribute('aria-controls') ?? ''} ${owner.getAttribute('aria-owns') ?? ''}`.split(/\s+/, 8)),
  );
  namedLists.set(tree, { ids, atMs: performance.now() });
  return ids;
}

const namedLists = new WeakMap<Document | ShadowRoot, { readonly ids: ReadonlySet<string>; readonly atMs: number }>();
