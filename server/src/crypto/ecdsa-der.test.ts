import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeEcdsaDer } from './ecdsa-der.ts';

const halves = (r: string, s: string) => new Uint8Array(Buffer.from(r.padStart(64, '0') + s.padStart(64, '0'), 'hex'));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('a signature as DER', () => {
  it.each([
    ['01', '7f', '300602010102017f'],
    ['80', 'ff00', '300902020080020300ff00'],
    ['00', '00', '3006020100020100'],
    ['ff'.repeat(32), '01', `3026022100${'ff'.repeat(32)}020101`],
    ['7f'.repeat(32), '80'.repeat(32), `30450220${'7f'.repeat(32)}022100${'80'.repeat(32)}`],
  ])('r %s and s %s', (r, s, der) => {
    expect(hex(writeEcdsaDer(halves(r, s)))).toBe(der);
  });

  it('is what OpenSSL reads as the same two numbers, whatever zeros they begin with', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (let round = 0; round < 300; round++) {
      const data = Uint8Array.of(round, round >> 8);
      const signature = new Uint8Array(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
      expect(verify('sha256', data, publicKey, writeEcdsaDer(signature))).toBe(true);
    }
  });
});
