import { describe, expect, it } from 'vitest';
import { findNextTry, maxTries } from './retry-delay.ts';

const now = new Date('2026-11-23T09:00:00Z');
const secondsAfter = (tries: number, chance: number): number | null => {
  const at = findNextTry(now, tries, chance);
  return at === null ? null : (at.getTime() - now.getTime()) / 1000;
};

describe('the next try', () => {
  it('comes three times as late each time, up to eight hours, and after the last there is none', () => {
    const delays = Array.from({ length: maxTries }, (_, before) => secondsAfter(before + 1, 0));
    expect(delays.slice(0, 4)).toEqual([10, 30, 90, 270]);
    expect(delays.slice(-3)).toEqual([28_800, 28_800, null]);
  });

  it('is spread by chance over half of that time', () => {
    expect([secondsAfter(3, 0), secondsAfter(3, 0.5), secondsAfter(3, 1)]).toEqual([90, 67.5, 45]);
  });
});
