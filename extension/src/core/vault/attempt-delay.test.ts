import { describe, expect, it } from 'vitest';
import { countFailure, delayBeforeNext, noAttempts } from './attempt-delay.ts';

describe('the delay after wrong codes', () => {
  it('A20: grows from 1 s to 60 s and no further', () => {
    const delays: number[] = [];
    let attempts = noAttempts;
    for (let round = 0; round < 10; round++) {
      attempts = countFailure(attempts, 1000);
      delays.push(delayBeforeNext(attempts, 1000));
    }
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
  });

  it.each([
    ['nothing failed', noAttempts, 5000, 0],
    ['half of it has passed', { failures: 3, lastFailedAtMs: 1000 }, 3000, 2000],
    ['all of it has passed', { failures: 3, lastFailedAtMs: 1000 }, 9000, 0],
    ['the clock went back', { failures: 3, lastFailedAtMs: 9000 }, 1000, 4000],
  ])('when %s', (_when, attempts, nowMs, delay) => {
    expect(delayBeforeNext(attempts, nowMs)).toBe(delay);
  });
});
