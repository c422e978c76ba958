import { type Control, isTextBox } from './controls.ts';

/** Puts text into a control as pasting would: through the prototype's setter, which frameworks watch, then `input` and `change`, and leaves it. */
export function setText(control: Control, text: string): void {
  if (!isTextBox(control)) {
    setRegion(control, text);
    return;
  }
  enter(control);
  putValue(control, text);
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  leave(control);
}

/** Puts text into a box that searches a list, and stays in it. */
export function search(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  putValue(control, text);
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
}

/** Types text sign by sign, as a mask expects it: each key may be taken up or refused by the page, and the page may move on between them. */
export function typeText(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  enter(control);
  putValue(control, '');
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteContentBackward' }));
  for (const sign of text) typeSign(control, sign);
  control.dispatchEvent(new Event('change', { bubbles: true }));
  leave(control);
}

/** Chooses the option of a select. False where the page no longer offers it. */
export function setOption(select: HTMLSelectElement, wanted: { readonly value: string; readonly text: string }): boolean {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 80);
  const options = [...select.options];
  const index = options.findIndex((option) => option.value.slice(0, 80) === wanted.value && tidy(option.text) === wanted.text);
  if (index < 0) return false;
  if (index !== select.selectedIndex) setIndex(select, index);
  return true;
}

/** Chooses an option by its place, and tells the page. */
export function setIndex(select: HTMLSelectElement, index: number): void {
  enter(select);
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'selectedIndex')?.set?.call(select, index);
  select.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  leave(select);
}

/** Marks a radio button or a checkbox as a click would: the page's own handlers run. */
export function setChecked(mark: HTMLInputElement): void {
  if (!mark.checked) mark.click();
}

/** Takes the mark off every radio button of a group, which no click can. */
export function clearRadios(group: readonly HTMLInputElement[]): void {
  for (const radio of group) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked')?.set?.call(radio, false);
    radio.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Presses an element as a finger would: pages listen to any of these. */
export function press(element: HTMLElement): void {
  const common = { bubbles: true, cancelable: true, composed: true, button: 0 };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...common, isPrimary: true, pointerType: 'mouse' }));
  element.dispatchEvent(new MouseEvent('mousedown', common));
  element.focus({ preventScroll: true });
  element.dispatchEvent(new PointerEvent('pointerup', { ...common, isPrimary: true, pointerType: 'mouse' }));
  element.dispatchEvent(new MouseEvent('mouseup', common));
  element.click();
}

/** Strikes one named key. */
export function strike(element: HTMLElement, key: 'ArrowDown' | 'Escape'): void {
  const common = { key, code: key, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new KeyboardEvent('keydown', common));
  element.dispatchEvent(new KeyboardEvent('keyup', common));
}

function typeSign(control: HTMLInputElement | HTMLTextAreaElement, sign: string): void {
  const code = sign.toUpperCase().charCodeAt(0);
  const common = { key: sign, bubbles: true, cancelable: true, composed: true };
  const isFree =
    control.dispatchEvent(new KeyboardEvent('keydown', { ...common, keyCode: code })) &&
    control.dispatchEvent(new KeyboardEvent('keypress', { ...common, keyCode: sign.charCodeAt(0), charCode: sign.charCodeAt(0) }));
  const input = { bubbles: true, composed: true, inputType: 'insertText', data: sign };
  if (isFree && control.dispatchEvent(new InputEvent('beforeinput', { ...input, cancelable: true }))) {
    insertSign(control, sign);
    control.dispatchEvent(new InputEvent('input', input));
  }
  control.dispatchEvent(new KeyboardEvent('keyup', { ...common, keyCode: code }));
}

/** Where the caret stands; inputs of some types (number, email) have none, and take it at the end. */
function insertSign(control: HTMLInputElement | HTMLTextAreaElement, sign: string): void {
  const { value, selectionStart, selectionEnd } = control;
  const start = selectionStart ?? value.length;
  putValue(control, value.slice(0, start) + sign + value.slice(selectionEnd ?? start));
  if (selectionStart !== null) control.setSelectionRange(start + sign.length, start + sign.length);
}

function putValue(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const prototype = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, text);
}

/** Pages begin masks when a box is entered, and check it when it is left; the person's own focus stays where it is. */
export function enter(control: HTMLElement): void {
  control.dispatchEvent(new FocusEvent('focus', { composed: true }));
  control.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

export function leave(control: HTMLElement): void {
  control.dispatchEvent(new FocusEvent('blur', { composed: true }));
  control.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

/** Editors keep their own model and believe only what the browser's own editing tells them. */
function setRegion(region: HTMLElement, text: string): void {
  region.focus();
  getSelection()?.selectAllChildren(region);
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
}
