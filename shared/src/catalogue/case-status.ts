import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';

export const caseState = z.enum(['received', 'in-review', 'more-needed', 'approved', 'refused']);

/** What became of the citizen's wish to have the case erased, and since when. */
const caseErasure = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('requested'), at: z.iso.datetime() }),
  /** The law may want it kept: `reason` says so, in the agency's words. */
  z.strictObject({ state: z.literal('refused'), at: z.iso.datetime(), reason: z.string() }),
  z.strictObject({ state: z.literal('erased'), at: z.iso.datetime() }),
]);

/** What an agency tells about one case to whoever holds its token. */
export const caseStatus = z.strictObject({
  caseNumber: z.string(),
  title: localizedText,
  state: caseState,
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** What the citizen should do next; null when nothing. */
  nextAction: z.nullable(localizedText),
  /** Absent where nobody asked for it and nothing was erased. */
  erasure: z.optional(caseErasure),
});
export type CaseStatus = z.infer<typeof caseStatus>;
