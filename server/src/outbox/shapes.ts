import { caseStatus } from '@daricheh/shared/catalogue';
import { webhookEventTypes } from '@daricheh/shared/webhook';
import * as z from 'zod/mini';

/** The most events that a list holds; what is behind shows once these are dealt with. */
export const maxListed = 200;

/** What the agency's own system is told of its outbox. */
export const outboxReport = z.strictObject({
  /** How many events are under way or due later. */
  waiting: z.int(),
  /** Those that are not tried any more, the oldest first. */
  undelivered: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(webhookEventTypes),
      timestamp: z.iso.datetime(),
      caseNumber: z.string(),
      outcome: z.nullable(z.string()),
      logIndex: z.int(),
      tries: z.int(),
      /** Status of the last answer, or code of the error where there was none. */
      lastCode: z.string(),
      /** How many events of the same case wait for this one. */
      behind: z.int(),
    }),
  ),
});
export type OutboxReport = z.infer<typeof outboxReport>;

/** A case as the agency's own system reads it. */
export const caseForSystem = z.strictObject({
  ...caseStatus.shape,
  formId: z.nullable(z.string()),
  isSigned: z.boolean(),
  submissions: z.array(
    z.strictObject({
      id: z.string(),
      receivedAt: z.iso.datetime(),
      manifestHash: z.nullable(z.string()),
      /** The signed envelope, or the answers that nobody signed, verbatim. */
      body: z.unknown(),
      /** Compact JWS; null where nobody signed. */
      receipt: z.nullable(z.string()),
    }),
  ),
});
export type CaseForSystem = z.infer<typeof caseForSystem>;
