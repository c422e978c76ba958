import * as z from 'zod/mini';
import { passkeyEvidence } from './passkey-evidence.ts';

/** Most credentials that one request may ask for. */
export const maxBatchSize = 20;

/** A credential request, with proofs of the kind `jwt`. @see OpenID4VCI 1.0, section 8.2 */
export const credentialRequest = z.object({
  credential_configuration_id: z.optional(z.string()),
  credential_identifier: z.optional(z.string()),
  proofs: z.optional(z.object({ jwt: z.array(z.string()).check(z.minLength(1), z.maxLength(maxBatchSize)) })),
  credential_response_encryption: z.optional(z.unknown()),
  daricheh_passkey: z.optional(passkeyEvidence),
});
export type CredentialRequest = z.infer<typeof credentialRequest>;

/** A credential response. @see OpenID4VCI 1.0, section 8.3 */
export const credentialResponse = z.object({
  credentials: z.array(z.object({ credential: z.string() })).check(z.minLength(1), z.maxLength(maxBatchSize)),
  notification_id: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
});
export type CredentialResponse = z.infer<typeof credentialResponse>;
