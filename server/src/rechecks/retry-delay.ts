const firstMs = 60_000;
/** However long an issuer is away, it is asked once an hour. */
const longestMs = 3_600_000;

/** When to try again what has been tried so many times: after a minute, and after twice as long each time, up to an hour. */
export function findRetryTime(now: Date, tries: number): Date {
  return new Date(now.getTime() + Math.min(firstMs * 2 ** tries, longestMs));
}
