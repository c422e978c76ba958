import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';

/** What was last learned of a credential's status, and when. */
export const credentialStanding = z.strictObject({ state: z.enum(['valid', 'suspended', 'revoked']), checkedAtMs: z.number() });
export type CredentialStanding = z.infer<typeof credentialStanding>;

/**
 * One document (stored shape, version 1). Issued in a batch of instances that say the same, each under a key of its own;
 * for now every batch has one.
 */
export const storedCredential = z.strictObject({
  id: z.string(),
  vct: z.string(),
  issuer: z.strictObject({ id: z.string(), name: localizedText }),
  configurationId: z.string(),
  instances: z.array(z.strictObject({ sdJwt: z.string(), keyId: z.string() })).check(z.minLength(1)),
  receivedAtMs: z.number(),
  /** Null until the status was looked up for the first time. */
  standing: z.nullable(credentialStanding),
});
export type StoredCredential = z.infer<typeof storedCredential>;
