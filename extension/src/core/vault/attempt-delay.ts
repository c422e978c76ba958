/** Wrong codes and passphrases since the last right one. Kept on disk: closing the browser does not shorten the wait. */
export type Attempts = { readonly failures: number; readonly lastFailedAtMs: number };

/** Where nothing has failed. */
export const noAttempts: Attempts = { failures: 0, lastFailedAtMs: 0 };

/** Where the attempts are kept. */
export type AttemptLog = { read(): Promise<Attempts>; write(attempts: Attempts): Promise<void> };

const longestMs = 60_000;

/**
 * How long to wait before the next attempt: 1 s after the first failure, twice as long after each, 60 s at most. Nothing
 * is ever wiped. A clock that went back waits no longer than the whole delay.
 */
export function delayBeforeNext({ failures, lastFailedAtMs }: Attempts, nowMs: number): number {
  if (failures === 0) return 0;
  const delay = Math.min(longestMs, 1000 * 2 ** (failures - 1));
  const passed = nowMs - lastFailedAtMs;
  return passed < 0 ? delay : Math.max(0, delay - passed);
}

/** The attempts with one more that failed. */
export function countFailure({ failures }: Attempts, nowMs: number): Attempts {
  return { failures: failures + 1, lastFailedAtMs: nowMs };
}
