import { AppError } from '@daricheh/shared/errors';
import { type FieldId, fieldIds, getField, isFieldId, normalizeFieldValue } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

/** A datum that no agency has certified: the citizen says so, and it is marked as said (stored shape, version 1). One for each datum. */
export const fact = z.strictObject({
  datum: z.string().check(z.refine(isFieldId)),
  /** In the normal form of its kind; dates ISO 8601. */
  value: z.string().check(z.minLength(1), z.maxLength(500)),
  declaredAtMs: z.number(),
});
export type Fact = z.infer<typeof fact>;

/** The data that a citizen may declare: all but pictures and what is computed from others. */
export function listDeclarable(): readonly FieldId[] {
  return fieldIds.filter((id) => getField(id).kind !== 'image' && getField(id).from === undefined);
}

/**
 * The fact that the citizen states by writing `text`, in its normal form.
 * @throws AppError `fact_invalid` when the text is empty, too long or not of the datum's form, or the datum is none that can be declared
 */
export function declareFact(datum: string, text: string, nowMs: number): Fact {
  const id = listDeclarable().find((declarable) => declarable === datum);
  const value = id && normalizeFieldValue(id, text);
  if (!value || value.length > 500) throw new AppError('fact_invalid', { datum: id ?? 'unknown' });
  return { datum: id, value, declaredAtMs: nowMs };
}
