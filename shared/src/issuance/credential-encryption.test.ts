import { describe, expect, it } from 'vitest';
import { createDecryptionKey, publishEncryptionKey } from '../presentation/index.ts';
import { createTestKey } from '../testing/index.ts';
import {
  decryptCredentialRequest,
  decryptCredentialResponse,
  encryptCredentialRequest,
  encryptCredentialResponse,
  readResponseEncryption,
  writeResponseEncryption,
} from './index.ts';

const answer = { credentials: [{ credential: 'a~' }] };
const refusal = (code: string) => expect.objectContaining({ code });

describe('an encrypted answer', () => {
  it.each(['A128GCM', 'A256GCM'] as const)('opens by the key that the request named, under %s', async (enc) => {
    const key = await createDecryptionKey('1');
    const encryption = readResponseEncryption(JSON.parse(JSON.stringify(writeResponseEncryption(publishEncryptionKey(key), enc))));
    expect(await decryptCredentialResponse(await encryptCredentialResponse(answer, encryption), key)).toEqual(answer);
  });

  it('needs no name for its key, and carries a full batch', async () => {
    const key = await createDecryptionKey('1');
    const { kid: _left, ...jwk } = publishEncryptionKey(key);
    const jwe = await encryptCredentialResponse({ text: 'a'.repeat(600_000) }, readResponseEncryption({ jwk, enc: 'A128GCM' }));
    // Without its name the key is not known for the wallet's own.
    await expect(decryptCredentialResponse(jwe, key)).rejects.toThrow(refusal('credential_not_as_offered'));
    const named = await encryptCredentialResponse({ text: 'a'.repeat(600_000) }, { jwk: { ...jwk, kid: '1' }, enc: 'A128GCM' });
    expect(await decryptCredentialResponse(named, key)).toMatchObject({ text: expect.any(String) });
  });

  it.each<[string, (jwk: object) => unknown]>([
    ['another content encryption', (jwk) => ({ jwk, enc: 'A128CBC-HS256' })],
    ['compression', (jwk) => ({ jwk, enc: 'A128GCM', zip: 'DEF' })],
    ['another algorithm', (jwk) => ({ jwk: { ...jwk, alg: 'RSA-OAEP' }, enc: 'A128GCM' })],
    ['no algorithm', (jwk) => ({ jwk: { ...jwk, alg: undefined }, enc: 'A128GCM' })],
    ['another curve', (jwk) => ({ jwk: { ...jwk, crv: 'P-384' }, enc: 'A128GCM' })],
    ['a short coordinate', (jwk) => ({ jwk: { ...jwk, x: 'AAAA' }, enc: 'A128GCM' })],
    ['a private key', (jwk) => ({ jwk: { ...jwk, d: 'AAAA' }, enc: 'A128GCM' })],
    ['no key', () => ({ enc: 'A128GCM' })],
    ['nothing', () => null],
  ])('D4: unsupported-encryption-algorithm: is refused with %s', (_what, make) => {
    expect(() => readResponseEncryption(make({ ...createTestKey().publicKey, alg: 'ECDH-ES' }))).toThrow(
      refusal('invalid_encryption_parameters'),
    );
  });

  it('D4: is refused to a point that is not on the curve', async () => {
    const jwk = { ...createTestKey().publicKey, y: createTestKey().publicKey.y, alg: 'ECDH-ES' as const };
    await expect(encryptCredentialResponse(answer, { jwk, enc: 'A128GCM' })).rejects.toThrow(refusal('invalid_encryption_parameters'));
  });
});

describe('an encrypted request', () => {
  it('opens by the issuer’s key alone', async () => {
    const [key, other] = [await createDecryptionKey('1'), await createDecryptionKey('1')];
    const jwe = await encryptCredentialRequest({ proofs: { jwt: ['a'] } }, { key: publishEncryptionKey(key), enc: 'A256GCM' });
    expect(await decryptCredentialRequest(jwe, key)).toEqual({ proofs: { jwt: ['a'] } });
    await expect(decryptCredentialRequest(jwe, other)).rejects.toThrow(refusal('jwe_decrypt_failed'));
  });
});
