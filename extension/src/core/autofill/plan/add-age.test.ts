import { describe, expect, it } from 'vitest';
import type { HeldValue } from './fill-plan.ts';
import { addAge, findHeldValue } from './held-values.ts';

const source = { kind: 'declared', datum: 'bday' } as const;
const bday: HeldValue = { datum: 'bday', value: '1985-09-27', source };

describe('an age', () => {
  it('is computed on the day that it is asked', () => {
    expect(addAge([bday], Date.UTC(2026, 8, 27))).toEqual([bday, { datum: 'age', value: '41', source }]);
    expect(findHeldValue('age', addAge([bday], Date.UTC(2026, 8, 26)))?.value).toBe('40');
  });

  it('is not known without a day of birth, and never the day itself', () => {
    expect(addAge([], Date.UTC(2026, 8, 27))).toEqual([]);
    expect(findHeldValue('age', [bday])).toBeUndefined();
  });
});
