import type { MarkedControl } from '@daricheh/shared/submission';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type PageControl = MarkedControl & { readonly element: Control };

const buttons = new Set(['submit', 'button', 'reset', 'image']);

/** The controls of `form` that can hold an answer, in their order: all but buttons, passwords and files, which are never signed and never kept. */
export function listControls(form: HTMLFormElement): readonly PageControl[] {
  return [...form.elements].filter(isAnswer).map((element) => ({
    ...{ element, name: element.name, id: element.id },
    field: element.dataset['darichehField'] ?? '',
  }));
}

function isAnswer(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return !buttons.has(element.type) && element.type !== 'password' && element.type !== 'file';
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}
