import type { Page } from '@playwright/test';

/** Lets the reader below see into closed shadow roots; they stay closed to everybody else. For `page.addInitScript`. */
export function keepShadowRoots(): void {
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  };
  Object.defineProperty(window, 'galleryRoots', { value: roots });
}

/**
 * What stands in every field of the page, of its frames and of its shadow roots, by handle: the text of a box, the text of the chosen option, the value of
 * the marked radio button, `on` for a ticked box, the text of what a custom widget has chosen; empty where nothing is chosen.
 */
export async function readFields(page: Page): Promise<Record<string, string>> {
  const read = await Promise.all(page.frames().map((frame) => frame.evaluate(readFrame)));
  return Object.assign({}, ...read);
}

/** Runs in the page. */
function readFrame(): Record<string, string> {
  const roots: ShadowRoot[] = Reflect.get(window, 'galleryRoots') ?? [];
  const buttons = new Set(['submit', 'button', 'reset', 'image', 'file']);
  const found: Record<string, string> = {};
  const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const note = (element: Element, value: string) => {
    const handle = element.getAttribute('data-field') || element.getAttribute('name') || element.id;
    found[handle || `a field without a handle: ${element.outerHTML.slice(0, 80)}`] ||= value;
  };
  for (const tree of [document, ...roots]) {
    for (const element of tree.querySelectorAll('input, select, textarea')) {
      if (element instanceof HTMLSelectElement) note(element, textOf(element.selectedOptions[0]));
      if (element instanceof HTMLTextAreaElement) note(element, element.value);
      if (!(element instanceof HTMLInputElement) || buttons.has(element.type)) continue;
      if (element.type === 'hidden' && !element.hasAttribute('data-field')) continue;
      if (element.type === 'radio') note(element, element.checked ? element.value : '');
      else if (element.type === 'checkbox') note(element, element.checked ? 'on' : '');
      else note(element, element.value);
    }
    for (const element of tree.querySelectorAll('[contenteditable=true], [contenteditable=""]')) note(element, textOf(element));
    for (const element of tree.querySelectorAll('[role=radiogroup], [role=listbox][data-field]')) {
      if (element.querySelector('input[type=radio]')) continue;
      note(element, textOf(element.querySelector('[aria-checked=true], [aria-selected=true]')));
    }
    for (const element of tree.querySelectorAll('[role=combobox]:not(input)')) note(element, textOf(element));
  }
  return found;
}
