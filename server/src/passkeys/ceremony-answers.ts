import * as z from 'zod/mini';

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(20_000));
/** At most 1023 bytes (WebAuthn Level 3, section 4). */
const credentialId = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(1364));

const common = { id: credentialId, rawId: credentialId, type: z.literal('public-key') };

/** What `PublicKeyCredential.toJSON()` gives after a registration, of which only this is read. Extension results stay behind. */
export const registrationAnswer = z.object({
  ...common,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
});
export type RegistrationAnswer = z.infer<typeof registrationAnswer>;

/** The same after an assertion. */
export const assertionAnswer = z.object({
  ...common,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});
export type AssertionAnswer = z.infer<typeof assertionAnswer>;
