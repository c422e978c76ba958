import * as z from 'zod/mini';

/**
 * What a passkey said when it was made, kept for the issuers that register it. The challenge is
 * `buildPasskeyChallenge({tag: 'daricheh/register', context: 'onboarding', nonce})`; binary members are base64url.
 * @see WebAuthn Level 3, section 5.2.1
 */
export const passkeyRegistration = z.strictObject({
  credentialId: z.string(),
  attestationObject: z.string(),
  clientDataJSON: z.string(),
  transports: z.array(z.string()),
  nonce: z.string(),
});
export type PasskeyRegistration = z.infer<typeof passkeyRegistration>;

/** A passkey of this wallet (stored shape, version 1), in the table `passkey` under its credential id. */
export const passkeyRecord = z.strictObject({
  rpId: z.string(),
  registration: passkeyRegistration,
  /** `platform`: this device; `cross-platform`: a security key or another device; null where the browser did not say. */
  attachment: z.nullable(z.enum(['platform', 'cross-platform'])),
  createdAtMs: z.number(),
});
export type PasskeyRecord = z.infer<typeof passkeyRecord>;

/** Name of the vault's table that holds them. */
export const passkeyTable = 'passkey';
