import type { VerifiedTimeStamp } from '@daricheh/shared/timestamp';

/** The trust list may end somebody's time from one month to the next. */
const longestMs = 30 * 86_400_000;
const shortestMs = 3_600_000;

/** A time stamp that would not hold for so long any more is renewed. */
export const renewBeforeMs = 90 * 86_400_000;

/** When the first certificate of a time stamp's chain ends. */
export function findEnd({ path }: Pick<VerifiedTimeStamp, 'path'>): Date {
  return new Date(Math.min(...path.map(({ notAfter }) => notAfter.getTime())));
}

/** When a signature is looked at again whose newest time stamp this is: in a month, or half-way to its end where that is sooner, and never twice in an hour. */
export function findNextLook(now: Date, stamp: Pick<VerifiedTimeStamp, 'path'>): Date {
  const half = (findEnd(stamp).getTime() - now.getTime()) / 2;
  return new Date(now.getTime() + Math.max(shortestMs, Math.min(longestMs, half)));
}
