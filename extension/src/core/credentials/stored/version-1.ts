import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';

/**
 * A document as it was kept before documents came in single-use copies: an SD-JWT VC, one copy, shown as often as asked.
 * The shape bore no number.
 */
export const storedCredential1 = z.strictObject({
  id: z.string(),
  vct: z.string(),
  issuer: z.strictObject({ id: z.string(), name: localizedText }),
  configurationId: z.string(),
  instances: z.array(z.strictObject({ sdJwt: z.string(), keyId: z.string() })).check(z.minLength(1)),
  receivedAtMs: z.number(),
  standing: z.nullable(z.strictObject({ state: z.enum(['valid', 'suspended', 'revoked']), checkedAtMs: z.number() })),
});
export type StoredCredential1 = z.infer<typeof storedCredential1>;
