import type { FieldOption, PageField } from '#core/autofill/snapshot.ts';
import { snapshotLimits } from '#core/autofill/snapshot-limits.ts';
import { type Control, getMaxLength, getType, hasValue, isRadio } from './controls.ts';
import { readAriaName, readCells, readLabels, readReferences } from './read-labels.ts';
import { tidyText } from './text-lines.ts';
import { readState, type VisibilityCache } from './visibility.ts';

/** What the control says of itself, without the text around it. */
export type OwnFacts = Omit<PageField, 'box' | 'before' | 'after' | 'groups' | 'headings' | 'form'>;

/** Reads one control; a radio button is read as a group of one, to which `addRadio` adds its fellows. */
export function readControl(control: Control, handle: number, cache: VisibilityCache): OwnFacts {
  const attribute = (name: string) => tidyText(control.getAttribute(name));
  const radio = isRadio(control);
  return {
    handle,
    control: getKind(control),
    type: getType(control).slice(0, 20),
    name: attribute('name'),
    id: attribute('id'),
    classes: attribute('class'),
    autocomplete: attribute('autocomplete'),
    inputMode: attribute('inputmode'),
    pattern: attribute('pattern'),
    maxLength: getMaxLength(control),
    required: control.hasAttribute('required') || control.getAttribute('aria-required') === 'true',
    state: readState(control, cache),
    hasValue: hasValue(control),
    labels: radio ? [] : readLabels(control),
    aria: radio ? '' : readAriaName(control),
    description: readReferences(control, 'aria-describedby'),
    placeholder: tidyText(control.getAttribute('placeholder') ?? control.getAttribute('data-placeholder')),
    title: attribute('title'),
    ...readCells(control),
    options: radio ? [readRadio(control, handle)] : readOptions(control),
  };
}

/** A radio button as one answer of its group. */
export function readRadio(radio: HTMLInputElement, handle: number): FieldOption {
  const label = readLabels(radio)[0] ?? (readAriaName(radio) || tidyText(radio.nextSibling?.textContent));
  return { value: radio.value.slice(0, snapshotLimits.optionText), text: tidyText(label, snapshotLimits.optionText), handle };
}

function readOptions(control: Control): FieldOption[] {
  if (!(control instanceof HTMLSelectElement)) return [];
  const read: FieldOption[] = [];
  const count = Math.min(control.options.length, snapshotLimits.options);
  for (let place = 0; place < count; place += 1) {
    const option = control.options[place];
    if (option)
      read.push({ value: option.value.slice(0, snapshotLimits.optionText), text: tidyText(option.text, snapshotLimits.optionText) });
  }
  return read;
}

function getKind(control: Control): PageField['control'] {
  if (control instanceof HTMLSelectElement) return 'select';
  if (isRadio(control)) return 'radio';
  if (control instanceof HTMLInputElement) return control.type === 'checkbox' ? 'checkbox' : 'text';
  return control instanceof HTMLTextAreaElement ? 'text' : 'editable';
}
