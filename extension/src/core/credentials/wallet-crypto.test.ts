import { aesGcmVectors, ecdsaVectors, hkdfVectors, readHex } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { verifyP256 } from './wallet-crypto.ts';

describe('Project Wycheproof: ECDSA over P-256', () => {
  it.each(ecdsaVectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, { isValid, ...args }) => {
    expect(await verifyP256(args)).toBe(isValid);
  });
});

describe('Project Wycheproof: what the vault stands on', () => {
  it.each(hkdfVectors)('HKDF with SHA-256, tcId %i', async (_id, ikm, salt, info, okm) => {
    const key = await crypto.subtle.importKey('raw', readHex(ikm), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: readHex(salt), info: readHex(info) };
    expect(new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, okm.length * 4))).toEqual(readHex(okm));
  });

  it.each(aesGcmVectors)('AES-GCM, tcId %i, %s', async (_id, _comment, key, iv, msg, ct, tag, isValid) => {
    const imported = await crypto.subtle.importKey('raw', readHex(key), 'AES-GCM', false, ['decrypt']);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: readHex(iv) }, imported, readHex(ct + tag)).catch(() => null);
    expect(opened && new Uint8Array(opened)).toEqual(isValid ? readHex(msg) : null);
  });
});
