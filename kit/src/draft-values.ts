import { assignControls, type DraftValue, type SoughtForm } from '@daricheh/shared/submission';
import { type Control, listControls, type PageControl } from './form-controls.ts';

/**
 * What stands in the controls that answer the definition's fields, and in no others. Hidden controls are the page's own, and what could be the number of
 * a card is never kept, whatever its field is called; passwords and files are not among the controls at all.
 */
export function readDraft(form: HTMLFormElement, sought: SoughtForm): readonly DraftValue[] {
  return [...assignControls(listControls(form), sought)].map(([field, controls]) => ({
    field,
    texts: controls.filter(mayBeKept).flatMap(readTexts),
  }));
}

/** Puts back what was kept, as if it were typed: the page's own scripts hear of it. */
export function writeDraft(form: HTMLFormElement, sought: SoughtForm, values: readonly DraftValue[]): void {
  const assigned = assignControls(listControls(form), sought);
  for (const { field, texts } of values) {
    for (const [place, { element }] of (assigned.get(field) ?? []).filter(mayBeKept).entries()) writeControl(element, texts, place);
  }
}

function mayBeKept({ element }: PageControl): boolean {
  return element.type !== 'hidden' && !/\b(cc-|one-time-code|password)/.test(element.autocomplete) && !isCardNumber(element.value);
}

/** 13 to 19 digits whose last is right by Luhn's sum (ISO/IEC 7812-1, annex B), however they are spaced. */
export function isCardNumber(text: string): boolean {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (1 + (place % 2));
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

function isTicked(element: Control): element is HTMLInputElement {
  return element.type === 'checkbox' || element.type === 'radio';
}

function readTexts({ element }: PageControl): readonly string[] {
  if (element instanceof HTMLSelectElement) return [...element.selectedOptions].map(({ value }) => value);
  return isTicked(element) && !element.checked ? [] : [element.value];
}

function writeControl(element: Control, texts: readonly string[], place: number): void {
  if (element instanceof HTMLSelectElement) {
    for (const option of element.options) option.selected = texts.includes(option.value);
  } else if (isTicked(element)) setOwn(element, 'checked', texts.includes(element.value));
  else setOwn(element, 'value', texts[place] ?? '');
  for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }));
}

/** By the browser's own setter: frameworks put another on the element, which would hear nothing of the change. */
function setOwn(element: Control, member: 'value' | 'checked', value: string | boolean): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), member)?.set?.call(element, value);
}
