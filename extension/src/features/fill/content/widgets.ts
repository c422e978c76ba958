import { getTree } from './shadow-roots.ts';

/** Controls that a page builds of elements which are none, by the roles that ARIA gives them. `combobox`: opens a list; `listbox`: a list that is always open. */
export type WidgetKind = 'combobox' | 'listbox' | 'radio' | 'checkbox';

const inputTags = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const optionRoles = '[role=option]';
const mostOptions = 400;

/** True for the element that stands for the whole widget: a list that belongs to a combobox, and a combobox around a real input, are none. */
export function isWidget(element: Element): element is HTMLElement {
  return getWidgetKind(element) !== undefined;
}

/** Which widget the element is; undefined for HTML's own controls and for everything else. */
export function getWidgetKind(element: Element): WidgetKind | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  const role = element.getAttribute('role');
  if (element instanceof HTMLInputElement) return element.readOnly && opensList(element) ? 'combobox' : undefined;
  if (inputTags.has(element.tagName)) return undefined;
  if (role === 'radio') return 'radio';
  if (role === 'checkbox' || role === 'switch') return 'checkbox';
  if (role === 'listbox') return isPopup(element) ? undefined : 'listbox';
  const opens = role === 'combobox' || (element instanceof HTMLButtonElement && element.getAttribute('aria-haspopup') === 'listbox');
  return opens && !element.querySelector('input:not([type=hidden]), select, textarea') ? 'combobox' : undefined;
}

/** True for an input beside which a list opens to choose from. */
export function opensList(element: Element): boolean {
  if (element.getAttribute('role') === 'combobox' || element.getAttribute('aria-haspopup') === 'listbox') return true;
  return element.parentElement?.getAttribute('role') === 'combobox';
}

/** The radio widgets of one question name it by their group; null for one that stands alone. */
export function getRadioGroup(element: Element): Element | null {
  return element.closest('[role=radiogroup]');
}

/** The answers that the widget is known to offer now; none where its list is made when it opens. */
export function listOptions(control: Element): HTMLElement[] {
  const list = control.getAttribute('role') === 'listbox' ? control : findList(control);
  return list ? [...list.querySelectorAll<HTMLElement>(optionRoles)].slice(0, mostOptions) : [];
}

/** The list that belongs to a combobox, by what names it: its own attributes, or those of the element around it. */
export function findList(control: Element): Element | null {
  const tree = getTree(control);
  for (const holder of [control, control.parentElement]) {
    for (const attribute of ['aria-controls', 'aria-owns']) {
      const ids = (holder?.getAttribute(attribute) ?? '').split(/\s+/, 4).filter(Boolean);
      const list = ids.map((id) => tree.getElementById(id)).find((element) => element !== null);
      if (list) return list;
    }
  }
  return control.querySelector('[role=listbox]');
}

function isPopup(list: Element): boolean {
  if (list.parentElement?.closest('[role=combobox]')) return true;
  if (list.id === '') return false;
  const name = CSS.escape(list.id);
  return getTree(list).querySelector(`[aria-controls~="${name}"], [aria-owns~="${name}"]`) !== null;
}
