import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';

/** How many people sign a form that not one alone signs. */
export const coSignerCount = 2;

/** One of the people who must all sign a form. */
export const formSigner = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(50)),
  label: localizedText,
  /** Id of the field that says, by national id, who it must be; anybody else's signature then does not count. Absent: anybody who has not signed yet. */
  field: z.optional(z.string()),
});
export type FormSigner = z.infer<typeof formSigner>;
