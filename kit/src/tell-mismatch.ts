import { assignControls, nameControl, type SoughtForm } from '@daricheh/shared/submission';
import type { PageControl } from './form-controls.ts';

/**
 * What does not fit between a form and its definition, for whoever built the page: one sentence each, none where all fits. A hidden
 * control that answers nothing is not spoken of: such carry what the page needs for itself.
 */
export function listMismatches(controls: readonly PageControl[], form: SoughtForm): readonly string[] {
  const assigned = assignControls(controls, form);
  const taken = new Set([...assigned.values()].flat());
  return [
    ...form.fields.filter(({ id }) => !assigned.has(id)).map(describeMissing),
    ...[...assigned].filter(([, found]) => isAmbiguous(found)).map(([id, found]) => describeSeveral(id, found)),
    ...controls.filter((control) => !taken.has(control) && isOfNote(control)).map(describeIdle),
  ];
}

/** Radio buttons of one name are one control. */
function isAmbiguous(found: readonly PageControl[]): boolean {
  const [first] = found;
  return found.length > 1 && !found.every(({ element, name }) => element.type === 'radio' && name === first?.name);
}

function isOfNote({ element, field }: PageControl): boolean {
  return field !== '' || element.type !== 'hidden';
}

function describeMissing({ id, control }: { readonly id: string; readonly control: string }): string {
  return `Field "${id}" has no control. Name one "${control}", or mark one with data-daricheh-field="${id}".`;
}

function describeSeveral(id: string, found: readonly PageControl[]): string {
  const names = found.map((control) => `"${nameControl(control)}"`).join(', ');
  return `Field "${id}" has ${found.length} controls: ${names}. Where they differ, the form cannot be signed; leave one.`;
}

function describeIdle(control: PageControl): string {
  const name = `Control "${nameControl(control)}"`;
  return control.field === ''
    ? `${name} answers no field of the definition. What is written there is not signed.`
    : `${name} is marked with data-daricheh-field="${control.field}", which the definition does not have. What is written there is not signed.`;
}

/** Says once, in one message, what does not fit. Nothing where all does. */
export function tellMismatches(uri: string, mismatches: readonly string[], warn: (words: string) => void): void {
  if (mismatches.length === 0) return;
  warn([`Daricheh: this form and its definition ${uri} do not fit. It posts as it always did.`, ...mismatches].join('\n · '));
}
