/** True when no text stands twice. */
export function isFreeOfDoubles(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** True when `time` is after `other`; both RFC 3339. */
export function isLaterThan(time: string, other: string): boolean {
  return Date.parse(time) > Date.parse(other);
}
