import * as z from 'zod/mini';

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(20_000));

/** How long an id may be is a rule of the ceremony, not of the form in which its answer comes. */
const common = { id: base64url, rawId: base64url, type: z.literal('public-key') };

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

/** Longest id in base64url: 1023 bytes. @see WebAuthn Level 3, section 4, "Credential ID" */
export const maxCredentialIdCharacters = 1364;
