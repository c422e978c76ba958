/** Draws that are the same for the same seed on every machine (mulberry32, whole numbers only). */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of them; throws where there is none. */
  pick<T>(items: readonly T[]): T;
  /** One of them, the first ones oftener: authors put the commonest word first. */
  pickEarly<T>(items: readonly T[]): T;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick,
    pickEarly: (items) => pick(items.slice(0, 1 + below(items.length))),
  };
}
