import type { FieldOption, PageField } from '#core/autofill/snapshot.ts';
import { snapshotLimits } from '#core/autofill/snapshot-limits.ts';
import { getAttribute } from './bare-dom.ts';
import { type Control, getMaxLength, getType, hasValue, isCheckbox, isRadio, isTextBox } from './controls.ts';
import { readAriaName, readCells, readLabels, readReferences } from './read-labels.ts';
import { tidyText } from './text-lines.ts';
import { readState, type VisibilityCache } from './visibility.ts';
import { getWidgetKind, listOptions, opensList } from './widgets.ts';

/** What the control says of itself, without the text around it. */
export type OwnFacts = Omit<PageField, 'box' | 'before' | 'after' | 'groups' | 'headings' | 'form'>;

/** Reads one control; a radio button is read as a group of one, to which `addRadio` adds its fellows. */
export function readControl(control: Control, handle: number, cache: VisibilityCache): OwnFacts {
  const attribute = (name: string) => tidyText(control.getAttribute(name));
  const kind = getKind(control);
  const radio = kind === 'radio';
  return {
    handle,
    control: kind,
    type: getType(control).slice(0, 20),
    name: attribute('name'),
    id: attribute('id'),
    classes: attribute('class'),
    autocomplete: attribute('autocomplete'),
    inputMode: attribute('inputmode'),
    pattern: attribute('pattern'),
    maxLength: getMaxLength(control),
    required: control.hasAttribute('required') || control.getAttribute('aria-required') === 'true',
    ...(opensList(control) || getWidgetKind(control) === 'listbox' ? { opensList: true } : {}),
    state: readState(control, cache),
    hasValue: hasValue(control),
    labels: radio ? [] : readOwnLabels(control, kind),
    aria: radio ? '' : readAriaName(control),
    description: readReferences(control, 'aria-describedby'),
    placeholder: tidyText(control.getAttribute('placeholder') ?? control.getAttribute('data-placeholder')),
    title: attribute('title'),
    ...readCells(control),
    options: radio ? [readRadio(control, handle)] : readOptions(control),
  };
}

/** A checkbox widget often holds the words that another would have beside it. */
function readOwnLabels(control: Control, kind: PageField['control']): string[] {
  const bound = readLabels(control);
  const own = kind === 'checkbox' && !isCheckbox(control) && bound.length === 0 ? tidyText(control.textContent) : '';
  return own === '' ? bound : [own];
}

/** A radio button, or a widget that is one, as one answer of its group. */
export function readRadio(radio: Control, handle: number): FieldOption {
  const own = radio instanceof HTMLInputElement ? undefined : tidyText(radio.textContent);
  const label = (readLabels(radio)[0] ?? (readAriaName(radio) || own)) || tidyText(radio.nextSibling?.textContent);
  const value = radio instanceof HTMLInputElement ? radio.value : (radio.dataset['value'] ?? getAttribute(radio, 'value') ?? '');
  return { value: value.slice(0, snapshotLimits.optionText), text: tidyText(label, snapshotLimits.optionText), handle };
}

function readOptions(control: Control): FieldOption[] {
  if (!(control instanceof HTMLSelectElement)) return listOptions(control).map(readWidgetOption);
  const read: FieldOption[] = [];
  const count = Math.min(control.options.length, snapshotLimits.options);
  for (let place = 0; place < count; place += 1) {
    const option = control.options[place];
    if (option)
      read.push({ value: option.value.slice(0, snapshotLimits.optionText), text: tidyText(option.text, snapshotLimits.optionText) });
  }
  return read;
}

function readWidgetOption(option: HTMLElement): FieldOption {
  const text = tidyText(option.textContent, snapshotLimits.optionText);
  return { value: (option.dataset['value'] ?? '').slice(0, snapshotLimits.optionText), text };
}

function getKind(control: Control): PageField['control'] {
  const widget = getWidgetKind(control);
  if (widget === 'radio' || widget === 'checkbox') return widget;
  if (widget !== undefined || control instanceof HTMLSelectElement) return 'select';
  if (isRadio(control)) return 'radio';
  if (isCheckbox(control)) return 'checkbox';
  return isTextBox(control) ? 'text' : 'editable';
}
