import * as z from 'zod/mini';
import type { Bytes, Sha256 } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { buildPasskeyChallenge, passkeyAssertion } from '../submission/index.ts';

const text = z.string().check(z.minLength(1), z.maxLength(16_384));

/** The registration of the passkey that was made at onboarding, as the authenticator answered; binary members base64url. */
export const passkeyRegistration = z.strictObject({
  credentialId: z.string().check(z.minLength(1), z.maxLength(1364)),
  clientDataJSON: text,
  attestationObject: text,
  /** What the authenticator told of how it can be reached. */
  transports: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(8))),
  /** The nonce in that registration's challenge: 16 bytes or more, drawn by the wallet. */
  nonce: z.string().check(z.minLength(22), z.maxLength(128)),
});
export type PasskeyRegistration = z.infer<typeof passkeyRegistration>;

/**
 * Member `daricheh_passkey` of a credential request: the passkey as it was registered in the wallet, and a fresh
 * assertion by it, made for this issuer and this request's `c_nonce`.
 */
export const passkeyEvidence = z.strictObject({ registration: passkeyRegistration, assertion: passkeyAssertion });
export type PasskeyEvidence = z.infer<typeof passkeyEvidence>;

/** The challenge that the wallet registered its passkey with: tag `daricheh/register`, context `onboarding`. */
export function buildRegistrationChallenge(nonce: Bytes, sha256: Sha256): Promise<Bytes> {
  return buildPasskeyChallenge({ tag: 'daricheh/register', context: 'onboarding', nonce }, sha256);
}

/** The challenge of the fresh assertion: tag `daricheh/register`, context the issuer's identifier, nonce the text of `c_nonce`. */
export function buildIssuanceChallenge({ issuer, nonce }: { issuer: string; nonce: string }, sha256: Sha256): Promise<Bytes> {
  return buildPasskeyChallenge({ tag: 'daricheh/register', context: issuer, nonce: encodeUtf8(nonce) }, sha256);
}
