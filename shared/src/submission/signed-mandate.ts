import * as z from 'zod/mini';
import { mandateRelations } from '../vocabulary/index.ts';

/**
 * In whose place somebody signs, and as what: what the manifest says of the mandate that goes with it, so that the one signature covers it.
 * That the document says the same is for the step `mandate`.
 */
export const signedMandate = z.strictObject({
  relation: z.enum(mandateRelations),
  principal: z.strictObject({
    nationalId: z.string().check(z.regex(/^\d{10}$/)),
    /** Given name and family name, as far as they have them. */
    name: z.string().check(z.minLength(1), z.maxLength(400)),
  }),
  /** Who issued it, and its type, as it says. */
  issuer: z.string(),
  vct: z.string(),
  /** SHA-256 over what the issuer signed (see `hashMandate`), base64url. */
  hash: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type SignedMandate = z.infer<typeof signedMandate>;
