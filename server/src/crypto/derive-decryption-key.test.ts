import { createPrivateKey } from 'node:crypto';
import { decryptCredentialRequest, encryptCredentialRequest } from '@daricheh/shared/issuance';
import { publishEncryptionKey } from '@daricheh/shared/presentation';
import { createTestKey } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { deriveDecryptionKey } from './derive-decryption-key.ts';

const createPem = () => {
  const key = createPrivateKey({ key: { ...createTestKey().privateJwk }, format: 'jwk' });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
};

describe('a key that follows from another', () => {
  it('is the same each time, and another for another key or purpose', () => {
    const pem = createPem();
    expect(deriveDecryptionKey(pem, 'a')).toEqual(deriveDecryptionKey(pem, 'a'));
    expect(deriveDecryptionKey(pem, 'b').d).not.toBe(deriveDecryptionKey(pem, 'a').d);
    expect(deriveDecryptionKey(createPem(), 'a').d).not.toBe(deriveDecryptionKey(pem, 'a').d);
  });

  it('opens what was encrypted to its public part', async () => {
    const key = deriveDecryptionKey(createPem(), 'a');
    const jwe = await encryptCredentialRequest({ a: 1 }, { key: publishEncryptionKey(key), enc: 'A128GCM' });
    expect(await decryptCredentialRequest(jwe, key)).toEqual({ a: 1 });
  });
});
