/** How many entries a tree may have: halves of what lies below are exact. */
const maxSize = 2 ** 48;

/** True for a number of entries that a tree of ours can have. */
export function isTreeSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= maxSize;
}

/** Not by a shift, which knows 32 bits alone. */
export function half(value: number): number {
  return Math.floor(value / 2);
}

export function isOdd(value: number): boolean {
  return value % 2 === 1;
}

/** Where a tree of `size` entries, two at least, parts in two. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
