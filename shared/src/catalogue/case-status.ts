import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';
import { mandateRelations } from '../vocabulary/index.ts';

/**
 * `amended`: another submission stands in its place. `withdrawn`: whoever sent it took it back. `recorded`: it is a withdrawal itself, of which nothing is
 * to be decided.
 */
export const caseState = z.enum(['received', 'in-review', 'more-needed', 'approved', 'refused', 'amended', 'withdrawn', 'recorded']);

const openStates: ReadonlySet<z.infer<typeof caseState>> = new Set(['received', 'in-review', 'more-needed'] as const);

/** True while something is still to be decided, so that its deadline runs, and it may be withdrawn. */
export function isOpenState(state: z.infer<typeof caseState>): boolean {
  return openStates.has(state);
}

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
  /** The case that this one amends or withdraws. */
  about: z.optional(z.strictObject({ kind: z.enum(['amends', 'withdraws']), caseNumber: z.string() })),
  /** Number of the case by which this one was amended or withdrawn. */
  closedBy: z.optional(z.string()),
  /** As what somebody signed it for another; absent where whoever signed it did so for themselves. */
  mandate: z.optional(z.enum(mandateRelations)),
});
export type CaseStatus = z.infer<typeof caseStatus>;
