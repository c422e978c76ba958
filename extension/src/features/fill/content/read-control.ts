import type { FieldOption, PageField } from '#core/autofill/snapshot.ts';
import { snapshotLimits } from '#core/autofill/snapshot-limits.ts';
import { getAttribute } from './bare-dom.ts';
import { type Control, getMaxLength, getType, hasValue, isCheckbox, isRadio, isTextBox } from './controls.ts';
import { createLabelIndex } from './label-index.ts';
import { createTextReader, readAriaName, readCells, readLabels, readReferences } from './read-labels.ts';
import { tidyText } from './text-lines.ts';
import { createVisibilityCache, readState } from './visibility.ts';
import { getWidgetKind, listOptions, opensList } from './widgets.ts';

/** What the control says of itself, without the text around it. */
export type OwnFacts = Omit<PageField, 'box' | 'before' | 'after' | 'groups' | 'headings' | 'form'>;

/** What was seen of a page on the way: good until the page has had its turn. */
export type Seen = ReturnType<typeof startSeeing>;

export function startSeeing() {
  return { visibility: createVisibilityCache(), findLabels: createLabelIndex(), readText: createTextReader() };
}

/** Reads one control; a radio button is read as a group of one, to which `addRadio` adds its fellows. */
export function readControl(control: Control, handle: number, seen: Seen): OwnFacts {
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
    state: readState(control, seen.visibility),
    hasValue: hasValue(control),
    labels: radio ? [] : readOwnLabels(control, kind, seen),
    aria: radio ? '' : readAriaName(control, seen.readText),
    description: readReferences(control, 'aria-describedby', seen.readText),
    placeholder: tidyText(control.getAttribute('placeholder') ?? control.getAttribute('data-placeholder')),
    title: attribute('title'),
    ...readCells(control),
    options: radio ? [readRadio(control, handle, seen)] : readOptions(control),
  };
}

/** A checkbox widget often holds the words that another would have beside it. */
function readOwnLabels(control: Control, kind: PageField['control'], { findLabels }: Seen): string[] {
  const bound = readLabels(control, findLabels);
  const own = kind === 'checkbox' && !isCheckbox(control) && bound.length === 0 ? tidyText(control.textContent) : '';
  return own === '' ? bound : [own];
}

/** A radio button, or a widget that is one, as one answer of its group. */
export function readRadio(radio: Control, handle: number, { findLabels, readText }: Seen): FieldOption {
  const own = radio instanceof HTMLInputElement ? undefined : tidyText(radio.textContent);
  const label = (readLabels(radio, findLabels)[0] ?? (readAriaName(radio, readText) || own)) || tidyText(radio.nextSibling?.textContent);
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
