import { type FieldFormat, type FieldShape, fieldFormats, kindShapes } from './field-format.ts';
import { type FieldId, getField } from './fields.ts';
import { normalizeAnswer } from './normalize-answer.ts';

/** What the normal form of a datum looks like. */
export function getFieldShape(id: FieldId): FieldShape {
  const { kind, format } = getField(id);
  return format === undefined ? kindShapes[kind] : fieldFormats[format].shape;
}

/**
 * A datum in its normal form: that of its format where it has one, else of its kind (`normalizeAnswer`). Undefined where the text is empty, has not this form, or is
 * none of a choice's values.
 */
export function normalizeFieldValue(id: FieldId, text: string): string | undefined {
  const { kind, format, choices } = getField(id);
  if (format !== undefined) return normalizeFormat(format, text);
  const normal = normalizeAnswer(kind, text);
  if ('problem' in normal || normal.value === '') return undefined;
  return choices && !Object.hasOwn(choices, normal.value) ? undefined : normal.value;
}

function normalizeFormat(format: FieldFormat, text: string): string | undefined {
  return text.trim() === '' ? undefined : fieldFormats[format].normalize(text);
}
