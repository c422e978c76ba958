import { generateKeyPairSync } from 'node:crypto';
import { createTestKey, ecdsaVectors } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createSignP256, createVerifyP256, randomBytes, sha256, verifyRs256 } from './node-crypto.ts';

const data = new TextEncoder().encode('what is signed');

describe('verifying a signature', () => {
  const { publicKey, sign } = createTestKey();

  it('accepts the one that the key made, again and again', async () => {
    const verify = createVerifyP256();
    const signature = await sign(data);
    expect([await verify({ publicKey, data, signature }), await verify({ publicKey, data, signature })]).toEqual([true, true]);
  });

  it.each([
    ['other data', { data: new Uint8Array([1]) }],
    ['another key', { publicKey: createTestKey().publicKey }],
    ['a point that is not on the curve', { publicKey: { ...publicKey, x: publicKey.y } }],
    ['a signature of another length', { signature: new Uint8Array(63) }],
    ['zeros', { signature: new Uint8Array(64) }],
  ])('answers no to %s', async (_what, change) => {
    const verify = createVerifyP256();
    const args = { publicKey, data, signature: await sign(data), ...change };
    expect([await verify(args), await verify(args)]).toEqual([false, false]);
  });

  it('answers no to an RSA key that is none', () => {
    expect(verifyRs256({ publicKey: { kty: 'RSA', n: '', e: '' }, data, signature: new Uint8Array(256) })).toBe(false);
  });
});

it('hashes and draws bytes', () => {
  expect(Buffer.from(sha256(new Uint8Array())).toString('hex')).toMatch(/^e3b0c44298fc1c14/);
  expect([randomBytes(16).length, randomBytes(16)]).not.toEqual([16, randomBytes(16)]);
});

it('draws as many bytes as were asked for, none of them twice', () => {
  const lengths = [0, 1, 12, 255, 256, 257, 5000];
  expect(lengths.map((length) => randomBytes(length).length)).toEqual(lengths);
  const drawn = Array.from({ length: 2000 }, () => Buffer.from(randomBytes(16)).toString('hex'));
  expect(new Set(drawn).size).toBe(2000);
  expect(drawn).not.toContain('0'.repeat(32));
});

it('signs what it verifies, whatever zeros the two numbers begin with', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const [sign, verify] = [createSignP256(privateKey), createVerifyP256()];
  for (let round = 0; round < 300; round++) {
    const signed = Uint8Array.of(round, round >> 8);
    const signature = await sign(signed);
    expect([signature.length, await verify({ publicKey: { kty: 'EC', crv: 'P-256', x, y }, data: signed, signature })]).toEqual([64, true]);
  }
});

describe('Project Wycheproof: ECDSA over P-256', () => {
  const verify = createVerifyP256();
  it.each(ecdsaVectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, { isValid, ...args }) => {
    expect([await verify(args), await verify(args)]).toEqual([isValid, isValid]);
  });
});
