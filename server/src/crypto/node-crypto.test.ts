import { createTestKey, ecdsaVectors } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createVerifyP256, randomBytes, sha256, verifyRs256 } from './node-crypto.ts';

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

describe('Project Wycheproof: ECDSA over P-256', () => {
  const verify = createVerifyP256();
  it.each(ecdsaVectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, { isValid, ...args }) => {
    expect([await verify(args), await verify(args)]).toEqual([isValid, isValid]);
  });
});
