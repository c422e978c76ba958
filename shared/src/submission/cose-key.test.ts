import { describe, expect, it } from 'vitest';
import { decodeBase64Url } from '../encoding/index.ts';
import { createTestPasskey } from '../testing/index.ts';
import { parseCoseKey, readDerSignature } from './index.ts';

const key = decodeBase64Url(createTestPasskey().listed.public_key);
const change = (at: number, byte: number) => key.map((old, index) => (index === at ? byte : old));
const invalid = expect.objectContaining({ code: 'key_invalid' });

describe('a COSE key', () => {
  it('is read as a key on P-256 or an RSA key', () => {
    expect(parseCoseKey(key)).toMatchObject({ alg: -7, publicKey: { kty: 'EC', crv: 'P-256' } });
    const rsa = decodeBase64Url(createTestPasskey({ alg: -257 }).listed.public_key);
    expect(parseCoseKey(rsa)).toMatchObject({ alg: -257, publicKey: { kty: 'RSA', e: 'AQAB' } });
  });

  it.each([
    ['another curve', change(6, 2)],
    ['another algorithm', change(4, 0x27)],
    ['a label twice', change(3, 1)],
    ['a member too few', change(0, 0xa4)],
    ['an array', change(0, 0x85)],
    ['a map without end', change(0, 0xbf)],
    ['something behind it', new Uint8Array([...key, 0])],
    ['its end missing', key.slice(0, -1)],
    ['a length that is longer than it need be', new Uint8Array([0xb8, 5, ...key.slice(1)])],
    ['nothing', new Uint8Array()],
  ])('is refused with %s', (_what, bytes) => {
    expect(() => parseCoseKey(bytes)).toThrow(invalid);
  });
});

describe('an ECDSA signature in DER', () => {
  const der = (...bytes: number[]) => readDerSignature(new Uint8Array(bytes));

  it('becomes r and s, padded to 32 bytes each', () => {
    const raw = der(0x30, 7, 2, 2, 0, 0x80, 2, 1, 5);
    expect([raw?.length, raw?.[31], raw?.[63], raw?.filter((byte) => byte !== 0).length]).toEqual([64, 0x80, 5, 2]);
  });

  it.each([
    ['negative', [0x30, 6, 2, 1, 0x80, 2, 1, 5]],
    ['padded for nothing', [0x30, 7, 2, 2, 0, 1, 2, 1, 5]],
    ['of a wrong length', [0x30, 7, 2, 1, 1, 2, 1, 5]],
    ['followed by more', [0x30, 7, 2, 1, 1, 2, 1, 5, 0]],
    ['cut off', [0x30, 3, 2, 1, 1]],
    ['empty', []],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(der(...bytes)).toBeUndefined();
  });
});
