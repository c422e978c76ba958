import * as z from 'zod/mini';

/** One control of a page's form as it stands: the name that the form's definition has for it, and what it would submit. A name may stand more than once (radios, repeated controls). */
export const pageControl = z.strictObject({
  name: z.string(),
  /** What the control submits; null for a radio or checkbox that is off. */
  value: z.nullable(z.string()),
  isCheckbox: z.boolean(),
});
export type PageControl = z.infer<typeof pageControl>;
