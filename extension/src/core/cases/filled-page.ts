import * as z from 'zod/mini';

/** Where a form was filled in, and what stood in the controls of its fields when it was reviewed, so that it can be filled in again. */
export const filledPage = z.strictObject({
  uri: z.url(),
  /** Address of the form's signed definition. */
  formUri: z.url(),
  values: z.array(z.strictObject({ field: z.string(), texts: z.array(z.string()) })),
});
export type FilledPage = z.infer<typeof filledPage>;
