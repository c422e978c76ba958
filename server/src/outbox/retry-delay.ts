const firstMs = 10_000;
const longestMs = 8 * 3_600_000;
const factor = 3;

/** After so many tries an event is not tried any more: about two days after the first. */
export const maxTries = 14;

/**
 * When to send again what has failed so many times, at least once: after about ten seconds, and after three times as long each time, up to
 * eight hours. `chance`, from 0 to 1, shortens it by up to a half, so that what failed together does not come back together.
 * Null where it was tried often enough.
 */
export function findNextTry(now: Date, tries: number, chance: number): Date | null {
  if (tries >= maxTries) return null;
  const delay = Math.min(firstMs * factor ** (tries - 1), longestMs);
  return new Date(now.getTime() + Math.round(delay * (1 - chance / 2)));
}
