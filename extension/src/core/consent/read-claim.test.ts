import { describe, expect, it } from 'vitest';
import { readClaim } from './read-claim.ts';

describe('readClaim', () => {
  it('reads own members only', () => {
    expect(readClaim({ a: { b: 1 } }, ['a', 'b'])).toBe(1);
    expect(readClaim({ a: 1 }, ['a', 'b'])).toBeUndefined();
    expect(readClaim({}, ['constructor'])).toBeUndefined();
  });
});
