const secondsForm = /^\d{1,9}$/;
/** As HTTP writes a date; a receiver that writes one in another way has said nothing. */
const dateForm = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const longestMs = 24 * 3_600_000;

/**
 * Before when the sender of this `Retry-After` is not to be asked again: so many seconds from `now`, or a date; a day from now at most, so that
 * a slip of theirs does not stop us for good. Null where it says nothing that can be read, or a time that has passed.
 * @see RFC 9110, sections 10.2.3 and 5.6.7
 */
export function readRetryAfter(header: string | undefined, now: Date): Date | null {
  const text = (header ?? '').trim();
  const at = secondsForm.test(text) ? now.getTime() + Number(text) * 1000 : dateForm.test(text) ? Date.parse(text) : Number.NaN;
  return at > now.getTime() ? new Date(Math.min(at, now.getTime() + longestMs)) : null;
}
