import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import {
  chooseEncryptionKey,
  createDecryptionKey,
  type DecryptionKey,
  decryptResponse,
  encryptResponse,
  publishEncryptionKey,
} from './response-encryption.ts';

const payload = { vp_token: { id: ['a~b'] } };
let key: DecryptionKey;
let jwe: string;

beforeAll(async () => {
  key = await createDecryptionKey('k1');
  jwe = await encryptResponse(payload, { key: publishEncryptionKey(key), enc: 'A256GCM' });
});

const failed = expect.objectContaining({ code: 'jwe_decrypt_failed', facts: {} });
function encryptWith(header: object): Promise<string> {
  const { kty, crv, x, y } = publishEncryptionKey(key);
  const jweHeader = { alg: 'ECDH-ES', enc: 'A128GCM', kid: 'k1', ...header };
  return new CompactEncrypt(encodeUtf8(JSON.stringify(payload))).setProtectedHeader(jweHeader).encrypt({ kty, crv, x, y });
}

describe('V26: an encrypted response', () => {
  it.each(['A128GCM', 'A256GCM'] as const)('is opened by its key, with %s', async (enc) => {
    const sealed = await encryptResponse(payload, { key: publishEncryptionKey(key), enc });
    expect(await decryptResponse(sealed, key)).toEqual(payload);
    expect(JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ alg: 'ECDH-ES', enc, kid: 'k1' });
  });

  it('is published without the private part', () => {
    expect(Object.keys(publishEncryptionKey(key)).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it.each([
    ['plaintext', () => JSON.stringify(payload)],
    ['another kid', () => encryptResponse(payload, { key: { ...publishEncryptionKey(key), kid: 'k2' }, enc: 'A128GCM' })],
    [
      'another key with the same kid',
      async () => encryptResponse(payload, { key: publishEncryptionKey(await createDecryptionKey('k1')), enc: 'A128GCM' }),
    ],
    ['an enc that was not offered', () => encryptWith({ enc: 'A128CBC-HS256' })],
    ['an alg that is not the key’s', () => encryptWith({ alg: 'ECDH-ES+A128KW' })],
    ['compression', () => encryptWith({ zip: 'DEF' })],
    ['an unknown header', () => encryptWith({ jwk: {} })],
    ['one byte over the limit', () => `${jwe}${'A'.repeat(80 * 1024)}`],
    ['padding', () => `${jwe}=`],
    ['four parts', () => jwe.split('.').slice(1).join('.')],
    [
      'a header by hand: alg dir',
      () => `${encodeBase64Url(encodeUtf8('{"alg":"dir","enc":"A128GCM","kid":"k1"}'))}.${jwe.split('.').slice(1).join('.')}`,
    ],
    [
      'a point off the curve',
      () => {
        const [header = '', ...rest] = jwe.split('.');
        const parsed = JSON.parse(Buffer.from(header, 'base64url').toString());
        parsed.epk.y = parsed.epk.x;
        return [encodeBase64Url(encodeUtf8(JSON.stringify(parsed))), ...rest].join('.');
      },
    ],
  ])('is refused: %s', async (_what, make) => {
    await expect(decryptResponse(await make(), key)).rejects.toThrow(failed);
  });

  it('C14: is refused with any byte changed', async () => {
    for (let at = 0; at < jwe.length; at += 7) {
      const changed = `${jwe.slice(0, at)}${jwe[at] === 'A' ? 'B' : 'A'}${jwe.slice(at + 1)}`;
      await expect(decryptResponse(changed, key)).rejects.toThrow(failed);
    }
  });
});

describe('W11: the key to encrypt to', () => {
  it('ignores-unusable-encryption-key: is the first that can be used', async () => {
    const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519' });
    const usable = publishEncryptionKey(key);
    const unusable = [
      { ...(await exportJWK(publicKey)), alg: 'ECDH-ES', kid: 'x' },
      { ...usable, alg: undefined },
      { ...usable, kid: undefined },
      { ...usable, use: 'sig' },
      { ...usable, x: 'AAAA' },
      null,
    ];
    expect(chooseEncryptionKey([...unusable, usable])).toEqual(usable);
    expect(chooseEncryptionKey(unusable)).toBeUndefined();
  });
});
