import type { TrustList } from './trust-list.ts';

/** How long an edition may still be used after the next one was due: fourteen days. */
export const graceMs = 14 * 86_400_000;

/** `overdue`: the next edition should be out by now; `expired`: it has been for longer than the grace, and nothing new is released by it. */
export type Freshness = 'current' | 'overdue' | 'expired';

/** How old an edition is at that time. @see graceMs */
export function judgeFreshness({ nextUpdate }: Pick<TrustList, 'nextUpdate'>, at: Date): Freshness {
  const lateMs = at.getTime() - Date.parse(nextUpdate);
  if (lateMs < 0) return 'current';
  return lateMs < graceMs ? 'overdue' : 'expired';
}
