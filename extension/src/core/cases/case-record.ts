import { caseStatus } from '@daricheh/shared/catalogue';
import { logProof } from '@daricheh/shared/log';
import { coSubmissionEnvelope, submissionEnvelope, unsignedHeader } from '@daricheh/shared/submission';
import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';
import { actsFor } from './acts-for.ts';
import { filledPage } from './filled-page.ts';

const common = {
  id: z.string(),
  agency: z.strictObject({ id: z.string(), name: localizedText, origin: z.string() }),
  title: localizedText,
  /** Sent with every attempt, so that an agency that answered an attempt whose answer was lost gives the same answer again. */
  idempotencyKey: z.string(),
  submissionsUri: z.url(),
  signedAtMs: z.number(),
  /** The manifest's bytes as signed, base64url. */
  manifest: z.string(),
  /** The form's definition as it was reviewed, a compact JWS, verbatim. Absent in cases from before it was kept. */
  form: z.optional(z.string()),
  envelope: submissionEnvelope,
  /** Absent in cases from before it was kept, and of withdrawals. */
  filled: z.optional(filledPage),
  /** What its manifest says that it amends or withdraws, at the same agency. */
  about: z.optional(z.strictObject({ kind: z.enum(['amends', 'withdraws']), caseNumber: z.string() })),
  /** As its manifest says; absent where the citizen signed for themselves. */
  actsFor: z.optional(actsFor),
};

/** Signed, and not yet answered by the agency: it can be sent again as it is. */
const pendingCase = z.strictObject({
  delivery: z.literal('pending'),
  ...common,
  /** Code with which the agency refused it for good: sending it again is of no use. Null while it may still arrive. */
  refusal: z.nullable(z.string()),
  /** The agency has it and waits for another person's signature: as what, the link to give to them, and until when. Absent in a form that one person signs. */
  awaits: z.optional(z.strictObject({ label: localizedText, link: z.url(), expiresAt: z.iso.datetime() })),
});

/** What the agency's log has shown of a receipt. */
const caseLog = z.strictObject({
  /** Null until the receipt was proven to stand in the log. */
  proven: z.nullable(
    z.strictObject({
      proof: logProof,
      provenAtMs: z.number(),
      /** The newest checkpoint (compact JWS) that is known to continue the proof's own, and when it was seen. */
      checkpoint: z.string(),
      checkedAtMs: z.number(),
    }),
  ),
  /** What did not hold at the last look; null when nothing. */
  problem: z.nullable(
    z.strictObject({
      code: z.enum(['log_proof_invalid', 'log_checkpoint_invalid', 'log_inconsistent']),
      /** The agency's own seals contradict each other, which stays so whatever it shows later. */
      isLasting: z.boolean(),
      /** The checkpoint that contradicts the one kept, as evidence; null where it is not about two checkpoints. */
      checkpoint: z.nullable(z.string()),
      atMs: z.number(),
    }),
  ),
});
export type CaseLog = z.infer<typeof caseLog>;

/** Received: the agency's countersigned receipt is kept beside what was sent. */
const receivedCase = z.strictObject({
  delivery: z.literal('received'),
  ...common,
  caseNumber: z.string(),
  caseUri: z.url(),
  /** Opens the case's status; a secret. */
  caseToken: z.string(),
  /** The receipt, a compact JWS, verbatim. */
  receipt: z.string(),
  /** Where two people signed: the whole, with what the agency added to each signature. */
  coSigned: z.optional(coSubmissionEnvelope),
  /** What the agency added to the signature's JWS: a time stamp that holds. Absent where there is none. */
  header: z.optional(unsignedHeader),
  /** True while the agency has still to add it. */
  awaitsTimeStamp: z.optional(z.boolean()),
  /** The issuer's status token by which the credential counted when the agency received it, verbatim. Absent until the agency has shown one that holds. */
  statusToken: z.optional(z.string()),
  /** The same of the mandate that it was signed under. */
  mandateStatusToken: z.optional(z.string()),
  /** True once the agency has been asked what it keeps as evidence. */
  hasAskedEvidence: z.optional(z.boolean()),
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** What the agency last said of the case, and when it was asked; null before the first answer. */
  status: z.nullable(caseStatus),
  checkedAtMs: z.nullable(z.number()),
  /** Absent until the agency first showed its log: cases that were kept before agencies had one have none. */
  log: z.optional(caseLog),
});

/** One submission of the citizen's and what became of it (stored shape, version 1). */
export const caseRecord = z.discriminatedUnion('delivery', [pendingCase, receivedCase]);
export type CaseRecord = z.infer<typeof caseRecord>;
export type PendingCase = z.infer<typeof pendingCase>;
export type ReceivedCase = z.infer<typeof receivedCase>;
