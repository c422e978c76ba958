import { assignControls, type SoughtForm } from '@daricheh/shared/submission';
import type { PageControl } from '../../../core/consent/page-control.ts';

/** Controls that submit no answer of the citizen's. A password is never read. */
const unreadable = new Set(['submit', 'button', 'reset', 'image', 'file', 'password']);

/**
 * What the controls of `form` answer to the fields that are sought, field by field, hidden controls included; disabled ones are left
 * out, because a form does not submit them. Each is named as the definition names it, whatever the page calls it.
 */
export function readControls(form: HTMLFormElement, sought: SoughtForm): PageControl[] {
  const controls = [...form.elements].filter(isReadable).map((element) => ({
    ...{ element, name: element.name, id: element.id },
    field: element.getAttribute('data-daricheh-field') ?? '',
  }));
  const assigned = assignControls(controls, sought);
  return sought.fields.flatMap(({ id, control }) => (assigned.get(id) ?? []).flatMap(({ element }) => readControl(element, control)));
}

type Readable = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isReadable(element: Element): element is Readable {
  if (element.matches(':disabled')) return false;
  if (element instanceof HTMLInputElement) return !unreadable.has(element.type);
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

function readControl(element: Readable, name: string): PageControl[] {
  if (element instanceof HTMLSelectElement) {
    return [...element.selectedOptions].map((option) => ({ name, value: option.value, isCheckbox: false }));
  }
  const isCheckbox = element.type === 'checkbox';
  const isOff = (isCheckbox || element.type === 'radio') && element instanceof HTMLInputElement && !element.checked;
  return [{ name, value: isOff ? null : element.value, isCheckbox }];
}
