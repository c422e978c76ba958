import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';

export const caseState = z.enum(['received', 'in-review', 'more-needed', 'approved', 'refused']);

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
});
export type CaseStatus = z.infer<typeof caseStatus>;
