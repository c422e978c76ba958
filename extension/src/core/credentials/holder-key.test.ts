import { encodeUtf8 } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import { createHolderKey, openHolderKey } from './holder-key.ts';
import { randomBytes, sha256, verifyP256 } from './wallet-crypto.ts';

describe('a holder key', () => {
  it('signs what its public part verifies, and nothing else', async () => {
    const { key, publicKey } = await createHolderKey(1);
    const data = encodeUtf8('data');
    const signature = await (await openHolderKey(key))(data);
    expect(await verifyP256({ publicKey, data, signature })).toBe(true);
    expect(await verifyP256({ publicKey, data: encodeUtf8('other'), signature })).toBe(false);
  });

  it('does not count for a key that is no point of the curve', async () => {
    const zero = 'A'.repeat(43);
    expect(
      await verifyP256({ publicKey: { kty: 'EC', crv: 'P-256', x: zero, y: zero }, data: encodeUtf8(''), signature: randomBytes(64) }),
    ).toBe(false);
  });
});

describe('sha256', () => {
  it('hashes', async () => {
    expect((await sha256(encodeUtf8(''))).slice(0, 4)).toEqual(new Uint8Array([0xe3, 0xb0, 0xc4, 0x42]));
  });
});
