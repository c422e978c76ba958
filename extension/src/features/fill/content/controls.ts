import { getAttribute } from './bare-dom.ts';
import { getWidgetKind, isWidget } from './widgets.ts';

/** What the wallet may write into: boxes, selects, radio buttons, checkboxes, editable regions, and widgets that a page builds of other elements. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLElement;

/** Inputs that hold no words of the person's. */
const otherTypes = new Set(['submit', 'button', 'reset', 'image', 'file', 'color', 'range']);

/** True for an element whose value a person gives. Hidden inputs count, so that they can be named as not filled. */
export function isControl(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return !otherTypes.has(element.type);
  if (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) return true;
  return isEditableRegion(element) || isWidget(element);
}

/** True for the outermost element of a region that people can type into. */
export function isEditableRegion(element: Element): element is HTMLElement {
  const value = getAttribute(element, 'contenteditable');
  return value !== null && value !== 'false' && element instanceof HTMLElement && element.isContentEditable;
}

/** True for a radio button that has fellows: they make one question. */
export function isRadio(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'radio';
}

/** True for a box that a person ticks. */
export function isCheckbox(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'checkbox';
}

/** True for a box of one or more lines that takes typed text. */
export function isTextBox(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !isRadio(element) && !isCheckbox(element));
}

/** The form that the control belongs to. */
export function getForm(control: Control): HTMLFormElement | null {
  return isFormControl(control) ? control.form : null;
}

/** True when something stands in the control: text, a chosen option that is not the first empty one, a mark. */
export function hasValue(control: Control): boolean {
  if (isRadio(control) || isCheckbox(control)) return control.checked;
  if (control instanceof HTMLSelectElement) return control.selectedIndex > 0;
  if (isTextBox(control)) return control.value !== '';
  const kind = getWidgetKind(control);
  if (kind === 'radio' || kind === 'checkbox') return control.getAttribute('aria-checked') === 'true';
  const isChosen = control.querySelector('[role=option][aria-selected=true]') !== null;
  if (kind === 'listbox') return isChosen;
  if (kind === 'combobox') return isChosen || !isPrompt(control.textContent ?? '');
  return (control.textContent ?? '').trim() !== '';
}

/** What a list shows while nothing is chosen: nothing, dashes, or the request to choose. */
function isPrompt(text: string): boolean {
  const shown = text.slice(0, 200).trim();
  return /^[\s\-–—.…▾▼⌄]*$/.test(shown) || /انتخاب|برگزین|select|choose|pick|اختر|seçin/i.test(shown);
}

/** The boxes of HTML forms, as against editable regions. */
function isFormControl(control: Control): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement {
  return (
    isTextBox(control) ||
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLButtonElement
  );
}

/** The label elements bound to the control. */
export function getLabels(control: Control): HTMLLabelElement[] {
  return isFormControl(control) ? [...(control.labels ?? [])] : [];
}

/** The `type` that the browser acts on, or the kind of widget; empty for an editable region. */
export function getType(control: Control): string {
  return getWidgetKind(control) ?? (isFormControl(control) ? control.type : '');
}

/** The most characters that the control takes; -1 where it says nothing. */
export function getMaxLength(control: Control): number {
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.maxLength : -1;
}
