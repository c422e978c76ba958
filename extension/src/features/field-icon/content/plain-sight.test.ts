import { describe, expect, it } from 'vitest';
import { isBent } from './plain-sight.ts';

const plain = {
  filter: 'none',
  maskImage: 'none',
  mixBlendMode: 'normal',
  clipPath: 'none',
  transform: 'none',
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
};

describe('isBent', () => {
  it.each([{}, { transform: 'matrix(1, 0, 0, 1, 30, -4)' }, { transform: 'matrix(1.5, 0, 0, 1.5, 0, 0)' }, { scale: '2' }])(
    'is false for %j',
    (change) => {
      expect(isBent({ ...plain, ...change })).toBe(false);
    },
  );

  it.each([
    { filter: 'url("#f")' },
    { filter: 'blur(4px)' },
    { maskImage: 'linear-gradient(transparent, black)' },
    { mixBlendMode: 'screen' },
    { clipPath: 'inset(40%)' },
    { transform: 'matrix(0.2, 0, 0, 0.2, 0, 0)' },
    { transform: 'matrix(1, 0, 0.5, 1, 0, 0)' },
    { transform: 'matrix(-1, 0, 0, -1, 0, 0)' },
    { transform: 'matrix3d(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)' },
    { rotate: '20deg' },
    { scale: '0.5' },
    { scale: '2 1' },
    { perspective: '100px' },
  ])('A4: is true for %j', (change) => {
    expect(isBent({ ...plain, ...change })).toBe(true);
  });
});
