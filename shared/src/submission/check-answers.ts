import { AppError } from '../errors/index.ts';
import type { LocalizedText } from '../trust/index.ts';
import { normalizeAnswer } from '../vocabulary/index.ts';
import type { FormDefinition, FormField } from './form-definition.ts';
import type { Manifest } from './manifest.ts';

type Answer = Manifest['answers'][number];

/**
 * The answers are answers to this form: each to a field of it and to none twice, under that field's own label and kind,
 * in the normal form of that kind, a choice among the options offered with its own words, and every required field
 * answered. What nobody answered is left out: an empty value is no answer.
 * @throws AppError `answer_missing`, `answer_invalid`; the facts name the field and what is wrong with it
 */
export function checkAnswers(definition: FormDefinition, answers: readonly Answer[]): void {
  const fields = new Map(definition.fields.map((field) => [field.id, field]));
  const answered = new Set<string>();
  for (const answer of answers) {
    const field = fields.get(answer.field);
    // The name of a field that the form does not know was chosen by the sender and is not repeated.
    if (field === undefined) throw new AppError('answer_invalid', { problem: 'unknown_field' });
    const problem = answered.has(field.id) ? 'twice' : findProblem(field, answer);
    if (problem !== undefined) throw new AppError('answer_invalid', { field: field.id, problem });
    answered.add(field.id);
  }
  const missing = definition.fields.find(({ id, required }) => required && !answered.has(id));
  if (missing !== undefined) throw new AppError('answer_missing', { field: missing.id });
}

function findProblem(field: FormField, answer: Answer): string | undefined {
  if (!isSameText(field.label, answer.label)) return 'label';
  if (field.kind !== answer.kind) return 'kind';
  const normal = normalizeAnswer(field.kind, answer.value);
  if ('problem' in normal) return normal.problem;
  if (normal.value === '') return 'empty';
  if (normal.value !== answer.value) return 'not_normal';
  const option = field.options?.find(({ value }) => value === answer.value);
  if (field.options !== undefined && option === undefined) return 'not_an_option';
  return isSameText(option?.label, answer.valueLabel) ? undefined : 'value_label';
}

function isSameText(a: LocalizedText | undefined, b: LocalizedText | undefined): boolean {
  return a?.fa === b?.fa && a?.en === b?.en;
}
