import { AppError } from '@daricheh/shared/errors';
import type { FormDefinition, FormField } from '@daricheh/shared/submission';
import { normalizeAnswer } from '@daricheh/shared/vocabulary';
import type { PlainBody } from './receive-plain.ts';

/**
 * The answers that a browser posted to a form, each in its normal form and under the label of the definition. Controls
 * that the definition does not name are left out. Files come only with a signature: a form that must have one is not taken without,
 * and nor is one that several people must sign.
 * @throws AppError `signature_required`, `attachment_missing`, `answer_missing`, `answer_invalid`; the facts name the field
 */
export function readPlainForm(definition: FormDefinition, controls: Readonly<Record<string, string>>): PlainBody['answers'] {
  const slot = definition.attachments?.find(({ required }) => required);
  if (definition.signers !== undefined) throw new AppError('signature_required');
  if (slot !== undefined) throw new AppError('attachment_missing', { field: slot.id });
  return definition.fields.flatMap((field) => {
    const value = readAnswer(field, controls[field.control]);
    if (value === '' && field.required) throw new AppError('answer_missing', { field: field.id });
    const option = field.options?.find((offered) => offered.value === value);
    if (value !== '' && field.options !== undefined && option === undefined) {
      throw new AppError('answer_invalid', { field: field.id, problem: 'not_an_option' });
    }
    return value === '' ? [] : [{ label: field.label, value: option?.label.fa ?? value }];
  });
}

function readAnswer({ id, kind }: FormField, text: string | undefined): string {
  // A checkbox that is off is not posted at all; one without a value posts `on`.
  if (kind === 'boolean') return text === undefined || text === 'false' ? 'false' : 'true';
  const normal = normalizeAnswer(kind, text ?? '');
  if ('problem' in normal) throw new AppError('answer_invalid', { field: id, problem: normal.problem });
  return normal.value;
}
