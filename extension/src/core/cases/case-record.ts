import { caseStatus } from '@daricheh/shared/catalogue';
import { submissionEnvelope } from '@daricheh/shared/submission';
import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';

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
  envelope: submissionEnvelope,
};

/** Signed, and not yet answered by the agency: it can be sent again as it is. */
const pendingCase = z.strictObject({
  delivery: z.literal('pending'),
  ...common,
  /** Code with which the agency refused it for good: sending it again is of no use. Null while it may still arrive. */
  refusal: z.nullable(z.string()),
});

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
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** What the agency last said of the case, and when it was asked; null before the first answer. */
  status: z.nullable(caseStatus),
  checkedAtMs: z.nullable(z.number()),
});

/** One submission of the citizen's and what became of it (stored shape, version 1). */
export const caseRecord = z.discriminatedUnion('delivery', [pendingCase, receivedCase]);
export type CaseRecord = z.infer<typeof caseRecord>;
export type PendingCase = z.infer<typeof pendingCase>;
export type ReceivedCase = z.infer<typeof receivedCase>;
