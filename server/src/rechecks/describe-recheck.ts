import type { VerifiedSubmission } from '@daricheh/shared/submission';
import type { NewRecheck } from '../storage/rechecks.ts';
import { findRetryTime } from './retry-delay.ts';

/**
 * The look-up that a submission leaves behind when it was taken on a list that was not fresh; null where the list was.
 * @see Rule V28
 */
export function describeRecheck({ isFresh, issuer, reference, asOf }: VerifiedSubmission['status'], receivedAt: Date): NewRecheck | null {
  return isFresh ? null : { issuer, ...reference, takenAsOf: asOf, dueAt: findRetryTime(receivedAt, 0) };
}
