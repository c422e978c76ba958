import * as z from 'zod/mini';

/** What an agency's own system is told of. Each stands for one entry of the agency's log. */
export const webhookEventTypes = [
  'submission.received',
  'receipt.issued',
  'case.changed',
  'case.amended',
  'case.withdrawn',
  'status.settled',
  'signature.stamped',
  'erasure.requested',
  'erasure.refused',
  'case.erased',
] as const;
export type WebhookEventType = (typeof webhookEventTypes)[number];

/** Grows when a member changes its meaning; new types and new members do not make it grow. */
export const webhookEventVersion = 1;

/**
 * The body of a webhook: ids and links, and no value of anybody's. What the event is about is read at `links.case`, with the
 * agency's API key, so that whoever overhears a webhook, or keeps its bodies, learns of no person.
 */
export const webhookEvent = z.object({
  type: z.enum(webhookEventTypes),
  version: z.literal(webhookEventVersion),
  /** When it happened; a repetition bears the same time. */
  timestamp: z.iso.datetime(),
  data: z.object({
    /** The agency's id at its server. */
    agency: z.string(),
    caseNumber: z.string(),
    /** Of `case.changed`, the state; of `status.settled`, the verdict; of `case.amended` and `case.withdrawn`, the number of the case that did it; else null. */
    outcome: z.nullable(z.string()),
    /** Its place in the agency's log: of two events, the one with the smaller came first. */
    logIndex: z.int(),
    links: z.object({
      /** The case for programs, by `GET` with the API key. */
      case: z.url(),
      /** The case for people at the desk. */
      desk: z.url(),
    }),
  }),
});
export type WebhookEvent = z.infer<typeof webhookEvent>;
