import type { PageField, PageForm, PageSnapshot } from '#core/autofill/snapshot.ts';
import { getAttribute, queryAll } from './bare-dom.ts';
import type { Control } from './controls.ts';
import { readDestination } from './read-destination.ts';
import { tidyText } from './text-lines.ts';
import { walkPage } from './walk-page.ts';

/** A frame as it was read: what may leave the content script, and the elements, which may not. */
export type TakenSnapshot = { readonly snapshot: PageSnapshot; readonly controls: readonly Control[] };

/** Reads the forms of this frame. Nothing in the page changes, nothing that a person typed is read. */
export function takeSnapshot(): TakenSnapshot {
  const walked = walkPage(document.body ?? document.documentElement);
  const forms = walked.forms.map(describeForm);
  const snapshot: PageSnapshot = {
    title: tidyText(document.title),
    lang: (document.documentElement.lang || document.body?.lang || '').slice(0, 35),
    fields: walked.fields,
    forms,
    clusters: walked.clusters.map(([first, last]) => [first, last]),
    isCut: walked.isCut,
    mark: digestNames(walked.fields, forms, walked.forms.map(readWays)),
    stage: hashText(JSON.stringify(walked.fields.map(({ state, options }) => [state, options.length]))),
  };
  return { snapshot, controls: walked.controls };
}

function describeForm(form: HTMLFormElement | null): PageForm {
  if (!form) return { actionOrigin: location.origin, name: '', hasPassword: false, submit: '' };
  const buttons = queryAll(form, 'button, input[type=submit]').slice(0, 4);
  return {
    actionOrigin: readDestination(form),
    name: tidyText(['name', 'id', 'action'].map((name) => getAttribute(form, name) ?? '').join(' ')),
    hasPassword: queryAll(form, 'input[type=password]').length > 0,
    submit: tidyText(buttons.map((button) => button.textContent || button.getAttribute('value')).join(' | ')),
  };
}

/**
 * A digest of the names and labels of all controls, and of where and how the forms post: two snapshots with one mark ask the same questions in the same places.
 * Digits in free text are left out, so that a clock or a counter beside a field does not make it another form. Not a cryptographic hash: the page cannot
 * choose what it is compared with.
 */
function digestNames(fields: readonly PageField[], forms: readonly PageForm[], ways: readonly string[]): string {
  const asked = fields.map((field) => [
    field.control,
    field.type,
    field.name,
    field.id,
    field.autocomplete,
    field.labels,
    field.aria,
    field.placeholder,
    field.cell,
    field.column,
    [field.box, field.before, field.groups, field.headings].join('|').replace(/\d+/g, ''),
    field.form,
  ]);
  return hashText(JSON.stringify([asked, forms.map((form) => form.actionOrigin), ways]));
}

/** How a form is sent, as far as the page's own attributes say: its method, its window, what its buttons do. */
function readWays(form: HTMLFormElement | null): string {
  if (!form) return '';
  const read = (element: Element, names: readonly string[]) => names.map((name) => (getAttribute(element, name) ?? '').slice(0, 1000));
  const buttons = queryAll(form, 'button, input[type=submit], input[type=image]').slice(0, 20);
  return JSON.stringify([
    read(form, ['action', 'method', 'target', 'enctype', 'onsubmit']),
    ...buttons.map((button) => read(button, ['formaction', 'formmethod', 'formtarget', 'onclick'])),
  ]);
}

/** Two FNV-1a sums over UTF-16 units, with different starting values. */
function hashText(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x01000193) ^ (second >>> 15);
  }
  return `${(first >>> 0).toString(16)}${(second >>> 0).toString(16)}:${text.length}`;
}
