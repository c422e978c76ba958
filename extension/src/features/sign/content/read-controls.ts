import type { PageControl } from '../../../core/consent/page-control.ts';

/** Controls that submit no answer of the citizen's. A password is never read. */
const unreadable = new Set(['submit', 'button', 'reset', 'image', 'file', 'password']);

/**
 * The controls of `form` whose names are asked for, in the order of the page, hidden ones included; disabled ones are
 * left out, because a form does not submit them.
 */
export function readControls(form: HTMLFormElement, names: ReadonlySet<string>): PageControl[] {
  return [...form.elements].filter((element) => !element.matches(':disabled')).flatMap((element) => readControl(element, names));
}

function readControl(element: Element, names: ReadonlySet<string>): PageControl[] {
  if (element instanceof HTMLSelectElement && names.has(element.name)) {
    return [...element.selectedOptions].map((option) => ({ name: element.name, value: option.value, isCheckbox: false }));
  }
  if (element instanceof HTMLTextAreaElement && names.has(element.name)) {
    return [{ name: element.name, value: element.value, isCheckbox: false }];
  }
  if (!(element instanceof HTMLInputElement) || !names.has(element.name) || unreadable.has(element.type)) return [];
  const isCheckbox = element.type === 'checkbox';
  const isOff = (isCheckbox || element.type === 'radio') && !element.checked;
  return [{ name: element.name, value: isOff ? null : element.value, isCheckbox }];
}
