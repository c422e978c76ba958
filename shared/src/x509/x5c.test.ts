import { describe, expect, it } from 'vitest';
import { decodeX5c, encodeX5c } from './index.ts';

describe('x5c', () => {
  it('holds what was written, though many were written before and the bytes at hand change', () => {
    const ders = Array.from({ length: 40 }, (_none, at) => Uint8Array.from({ length: 30 + (at % 3) }, (_zero, byte) => byte * at));
    for (const round of [1, 2]) {
      for (const der of ders) {
        der[0] = round;
        expect(decodeX5c(encodeX5c([der]))).toEqual([der]);
        der[1] = (der[1] ?? 0) + 1;
        expect(decodeX5c(encodeX5c([der]))).toEqual([der]);
      }
    }
  });
});
