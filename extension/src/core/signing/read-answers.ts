import type { AnswerSource, FormDefinition, FormField, Manifest } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import { type AnswerProblem, foldForMatching, getField, normalizeAnswer } from '@daricheh/shared/vocabulary';
import type { PageControl } from '../consent/page-control.ts';
import type { Holding } from '../credentials/holdings.ts';

export type Answer = Manifest['answers'][number];

/** Why an answer cannot be signed: left empty, no option of the form, not readable as its kind, or two controls that say different things; or what is wrong with the files of a slot. */
export type AnswerFault = {
  readonly field: string;
  readonly label: LocalizedText;
  readonly problem:
    | 'missing'
    | 'absent'
    | 'not_an_option'
    | 'ambiguous'
    | 'no_file'
    | 'too_many_files'
    | 'file_empty'
    | 'file_too_large'
    | 'file_type'
    | 'file_twice'
    | AnswerProblem;
};

/** An answer that differs from what the wallet holds for the same datum. */
export type Difference = { readonly field: string; readonly held: string };

export type ReadAnswers =
  | { readonly kind: 'ready'; readonly answers: readonly Answer[]; readonly differences: readonly Difference[] }
  | { readonly kind: 'incomplete'; readonly faults: readonly AnswerFault[] };

/**
 * The answers of a page to a form definition, each in its normal form and with its source: `credential` or `declared`
 * where the wallet holds that very value for the field's datum, else `edited`. Labels come from the definition alone,
 * hidden controls count like shown ones, and empty optional answers are left out. Every fault is listed, not the first.
 */
export function readAnswers(definition: FormDefinition, controls: readonly PageControl[], holdings: readonly Holding[]): ReadAnswers {
  const read = definition.fields.map((field) => readAnswer(field, controls, holdings));
  const faults = read.flatMap((result) => ('problem' in result ? [result] : []));
  if (faults.length > 0) return { kind: 'incomplete', faults };
  const found = read.flatMap((result) => ('answer' in result ? [result] : []));
  if (found.length === 0)
    return { kind: 'incomplete', faults: definition.fields.map(({ id, label }) => ({ field: id, label, problem: 'missing' })) };
  return { kind: 'ready', answers: found.map((result) => result.answer), differences: found.flatMap((result) => result.difference ?? []) };
}

type ReadAnswer = { readonly answer: Answer; readonly difference: Difference | undefined } | AnswerFault | { readonly empty: true };

function readAnswer(field: FormField, controls: readonly PageControl[], holdings: readonly Holding[]): ReadAnswer {
  const fault = (problem: AnswerFault['problem']): AnswerFault => ({ field: field.id, label: field.label, problem });
  const text = readControls(field, controls);
  if (typeof text !== 'string') return fault(text.problem);
  const normal = normalizeAnswer(field.kind, text);
  if ('problem' in normal) return fault(normal.problem);
  if (normal.value === '') return field.required ? fault('missing') : { empty: true };
  const option = field.options?.find((offered) => offered.value === normal.value);
  if (field.options && !option) return fault('not_an_option');
  const held = holdings.filter((holding) => holding.datum === field.datum);
  const answer: Answer = {
    field: field.id,
    label: field.label,
    kind: field.kind,
    value: normal.value,
    ...(option && { valueLabel: option.label }),
    source: findSource(field, normal.value, held),
  };
  const [first] = held;
  return { answer, difference: answer.source.kind === 'edited' && first ? { field: field.id, held: first.value } : undefined };
}

/** The one text that the controls of a field submit; a checkbox answers a yes-or-no question by being on. */
function readControls(field: FormField, controls: readonly PageControl[]): string | { problem: 'absent' | 'ambiguous' } {
  const named = controls.filter((control) => control.name === field.control);
  if (named.length === 0) return { problem: 'absent' };
  if (field.kind === 'boolean' && named.every((control) => control.isCheckbox))
    return String(named.some((control) => control.value !== null));
  const values = [...new Set(named.flatMap((control) => control.value ?? []))];
  return values.length > 1 ? { problem: 'ambiguous' } : (values[0] ?? '');
}

/** Whether the wallet still holds each answer that it said it had from a document: what waits to be signed may outlive the document. */
export function areStillHeld(definition: FormDefinition, answers: readonly Answer[], holdings: readonly Holding[]): boolean {
  return answers.every(({ field: id, value, source }) => {
    const field = definition.fields.find((each) => each.id === id);
    if (source.kind !== 'credential' || !field) return true;
    const said = holdings.filter(
      (each) => each.datum === field.datum && each.source.kind === 'credential' && each.source.vct === source.vct,
    );
    return findSource(field, value, said).kind === 'credential';
  });
}

function findSource(field: FormField, value: string, held: readonly Holding[]): AnswerSource {
  return held.find((holding) => isSameAnswer(field, holding, value))?.source ?? { kind: 'edited' };
}

/** A form may name its options as it likes: an option is the held choice, too, when it says the same words. */
function isSameAnswer(field: FormField, holding: Holding, value: string): boolean {
  const normal = normalizeAnswer(field.kind, holding.value);
  if ('value' in normal && normal.value === value) return true;
  const option = field.options?.find((offered) => offered.value === value);
  const words = getField(holding.datum).choices?.[holding.value];
  return Boolean(option && words && (isSameWord(option.label.fa, words.fa) || isSameWord(option.label.en, words.en)));
}

function isSameWord(a: string, b: string): boolean {
  return foldForMatching(a) === foldForMatching(b);
}
