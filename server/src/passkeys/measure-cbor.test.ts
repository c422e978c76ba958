import { describe, expect, it } from 'vitest';
import { measureCbor } from './measure-cbor.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

describe('the length of a CBOR item', () => {
  // RFC 8949, appendix A.
  it.each([
    '00',
    '17',
    '1818',
    '1903e8',
    '1b000000e8d4a51000',
    '3903e7',
    'f4',
    'fb3ff199999999999a',
    '4401020304',
    '6449455446',
    '83010203',
  ])('%s ends where it ends, whatever follows', (hex) => {
    expect(measureCbor(bytes(`${hex}ff00`))).toBe(hex.length / 2);
  });

  it.each(['a26161016162820203', '8301820203820405', 'c074323031332d30332d32315432303a30343a30305a'])(
    '%s ends behind its last part',
    (hex) => {
      expect(measureCbor(bytes(`${hex}00`))).toBe(hex.length / 2);
    },
  );

  it.each([
    ['nothing', ''],
    ['a text that is cut off', '6449'],
    ['a length that is cut off', '19'],
    ['an array that promises 2^32 items', '9affffffff00'],
    ['a length that is not stated', '5f42010243030405ff'],
    ['a hundred arrays in each other', '81'.repeat(100)],
  ])('is refused for %s', (_what, hex) => {
    expect(() => measureCbor(bytes(hex))).toThrow(RangeError);
  });
});
