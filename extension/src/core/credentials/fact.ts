import { isFieldId } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

/** A datum that no agency has certified: the citizen says so, and it is marked as said (stored shape, version 1). One for each datum. */
export const fact = z.strictObject({
  datum: z.string().check(z.refine(isFieldId)),
  /** In the normal form of its kind; dates ISO 8601. */
  value: z.string().check(z.minLength(1), z.maxLength(500)),
  declaredAtMs: z.number(),
});
export type Fact = z.infer<typeof fact>;
