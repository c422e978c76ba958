import * as z from 'zod/mini';
import { unsignedHeader } from './unsigned-header.ts';

/** A JWS in flattened JSON serialisation (RFC 7515, section 7.2.2). */
export const flattenedJws = z.strictObject({ payload: z.string(), protected: z.string(), signature: z.string() });
export type FlattenedJws = z.infer<typeof flattenedJws>;

/** A passkey assertion (WebAuthn Level 3, section 5.1.4.4), without extension results; binary members base64url. */
export const passkeyAssertion = z.strictObject({
  credentialId: z.string(),
  authenticatorData: z.string(),
  clientDataJSON: z.string(),
  signature: z.string(),
});
export type PasskeyAssertion = z.infer<typeof passkeyAssertion>;

/**
 * What the wallet sends to an agency. `jws` signs the manifest's bytes with the key of the signing credential;
 * `presentation` is that credential (SD-JWT VC) with its key binding, whose transaction data names the manifest's hash;
 * `assertion` is one gesture over the root of the tree in which `leaf` finds this manifest.
 */
export const submissionEnvelope = z.strictObject({
  type: z.literal('daricheh.submission.v1'),
  jws: flattenedJws,
  /** The agency's signed request that the presentation answers, verbatim. */
  request: z.string(),
  presentation: z.string(),
  /** The mandate that the manifest speaks of (SD-JWT VC), bound by its own key to the same nonce, agency and transaction data. */
  mandate: z.optional(z.string()),
  assertion: passkeyAssertion,
  /** Inclusion proof (RFC 6962, section 2.1.1); hashes in base64url. */
  leaf: z.strictObject({ index: z.number(), size: z.number(), path: z.array(z.string()) }),
});
export type SubmissionEnvelope = z.infer<typeof submissionEnvelope>;

/** One named check, and whether it held. The names are those of the steps in `verify-submission.ts`, in their order, and behind them what the agency found out besides. */
export const reportStep = z.strictObject({ step: z.string(), holds: z.boolean() });

/** Payload of the receipt, a compact JWS (`typ` daricheh-receipt+jws) under the agency's seal. */
export const receipt = z.strictObject({
  type: z.literal('daricheh.receipt.v1'),
  agency: z.strictObject({ id: z.string(), origin: z.string() }),
  form: z.strictObject({ id: z.string(), version: z.number() }),
  /** SHA-256 over the manifest's bytes, base64url. */
  manifestHash: z.string(),
  caseNumber: z.string(),
  /** Number of the case in whose place this one came. */
  amends: z.optional(z.string()),
  /** Number of the case that was withdrawn by this. */
  withdraws: z.optional(z.string()),
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  report: z.array(reportStep),
  /** When the agency received each signature of a form that several sign, by role; the whole came with the last. */
  signers: z.optional(z.array(z.strictObject({ role: z.string(), receivedAt: z.iso.datetime() }))),
});
export type Receipt = z.infer<typeof receipt>;

/**
 * What proves a submission later, beside what the citizen has: the header of its JWS, null while no authority has stamped it,
 * and verbatim the status token by which the signer's credential was valid, and that of the mandate under which it was signed.
 */
export const submissionEvidence = z.strictObject({
  header: z.nullable(unsignedHeader),
  statusToken: z.nullable(z.string()),
  mandateStatusToken: z.optional(z.string()),
});
export type SubmissionEvidence = z.infer<typeof submissionEvidence>;

/** The agency's answer to a submission. `caseToken` opens the case's status; it stands outside the receipt, which may be shown to anyone. */
export const submissionAnswer = z.strictObject({
  receipt: z.string(),
  caseToken: z.string(),
  caseUri: z.url(),
  /** Belongs to the JWS that was sent; absent where no authority could be asked, or the agency has none. */
  header: z.optional(unsignedHeader),
});
export type SubmissionAnswer = z.infer<typeof submissionAnswer>;
