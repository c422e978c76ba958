import type { Control } from './controls.ts';

/** Puts text into a control as a person's typing would: through the prototype's setter, which frameworks watch, then `input` and `change`. */
export function setText(control: Control, text: string): void {
  if (control instanceof HTMLInputElement) setByPrototype(HTMLInputElement.prototype, control, text);
  else if (control instanceof HTMLTextAreaElement) setByPrototype(HTMLTextAreaElement.prototype, control, text);
  else setRegion(control, text);
}

/** Chooses the option of a select. False where the page no longer offers it. */
export function setOption(select: HTMLSelectElement, wanted: { readonly value: string; readonly text: string }): boolean {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 80);
  const options = [...select.options];
  const index = options.findIndex((option) => option.value.slice(0, 80) === wanted.value && tidy(option.text) === wanted.text);
  if (index < 0) return false;
  setIndex(select, index);
  return true;
}

/** Chooses an option by its place, and tells the page. */
export function setIndex(select: HTMLSelectElement, index: number): void {
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'selectedIndex')?.set?.call(select, index);
  announce(select);
}

/** Marks a radio button as a click would: the page's own handlers run. */
export function setChecked(radio: HTMLInputElement): void {
  if (!radio.checked) radio.click();
}

function setByPrototype(
  prototype: HTMLInputElement | HTMLTextAreaElement,
  control: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): void {
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, text);
  announce(control);
}

/** Editors keep their own model and believe only what the browser's own editing tells them. */
function setRegion(region: HTMLElement, text: string): void {
  region.focus();
  getSelection()?.selectAllChildren(region);
  document.execCommand('insertText', false, text);
}

function announce(control: HTMLElement): void {
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
