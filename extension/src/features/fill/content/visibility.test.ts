import { expect, it } from 'vitest';
import { readOpacity } from './visibility.ts';

it.each([
  ['1', 'none', 1],
  ['', '', 1],
  ['0.5', 'none', 0.5],
  ['1', 'opacity(0)', 0],
  ['1', 'blur(2px) opacity(10%)', 0.1],
  ['0.5', 'opacity(0.5) opacity(0.5)', 0.125],
])('A10: opacity %s with the filter %s lets %s through', (opacity, filter, seen) => {
  expect(readOpacity({ opacity, filter })).toBe(seen);
});
