import type { VerifiedSubmission } from '@daricheh/shared/submission';
import type { NewRecheck } from '../storage/rechecks.ts';
import { findRetryTime } from './retry-delay.ts';

/**
 * The look-up that a submission leaves behind when it was taken on a list that was not fresh, the signer's or the mandate's; null where both were.
 * Both are then looked up again.
 * @see Rule V28
 */
export function describeRecheck(
  { status, mandateStatus }: Pick<VerifiedSubmission, 'status' | 'mandateStatus'>,
  receivedAt: Date,
): NewRecheck | null {
  const stale = [status, ...(mandateStatus === null ? [] : [mandateStatus])].filter(({ isFresh }) => !isFresh);
  if (stale.length === 0) return null;
  const takenAsOf = new Date(Math.min(...stale.map(({ asOf }) => asOf.getTime())));
  const { issuer, reference } = status;
  const mandate = mandateStatus && { issuer: mandateStatus.issuer, ...mandateStatus.reference };
  return { issuer, ...reference, ...(mandate && { mandate }), takenAsOf, dueAt: findRetryTime(receivedAt, 0) };
}
