import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { agreeOnKey, type ContentEncryption, decryptJwe, encryptJwe, generateEcdhKey, parseCompactJwe } from './jwe.ts';

const encs: readonly ContentEncryption[] = ['A128GCM', 'A256GCM'];
const plaintext = encodeUtf8('«متن»');

describe('the agreed key', () => {
  it('is that of RFC 7518, appendix C', async () => {
    const alice = {
      kty: 'EC',
      crv: 'P-256',
      x: 'gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0',
      y: 'SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps',
      d: '0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo',
    } as const;
    const bob = {
      kty: 'EC',
      crv: 'P-256',
      x: 'weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ',
      y: 'e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck',
    } as const;
    const agreement = { enc: 'A128GCM', apu: encodeUtf8('Alice'), apv: encodeUtf8('Bob') } as const;
    expect(encodeBase64Url(await agreeOnKey(alice, bob, agreement))).toBe('VqqN6vgjbSBcIijNcacQGg');
  });
});

describe('a JWE, as another implementation understands it', () => {
  it.each(encs)('is opened by jose: %s', async (enc) => {
    const key = await generateEcdhKey();
    const { d: _kept, ...publicKey } = key;
    const jwe = await encryptJwe(plaintext, { publicKey, enc, header: { kid: 'k' } });
    const opened = await compactDecrypt(jwe, await importJWK(key, 'ECDH-ES'));
    expect(new Uint8Array(opened.plaintext)).toEqual(plaintext);
    expect(opened.protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc, kid: 'k' });
  });

  it.each(encs)('is opened by us: %s, with names of the parties', async (enc) => {
    const key = await generateEcdhKey();
    const { d: _kept, ...publicKey } = key;
    const parties = { apu: encodeUtf8('wallet'), apv: encodeUtf8('verifier') };
    const jwe = await new CompactEncrypt(plaintext)
      .setProtectedHeader({ alg: 'ECDH-ES', enc })
      .setKeyManagementParameters(parties)
      .encrypt(await importJWK(publicKey, 'ECDH-ES'));
    const parsed = parseCompactJwe(jwe);
    const { epk } = JSON.parse(new TextDecoder().decode(parsed.header));
    expect(await decryptJwe(parsed, { ...parties, enc, epk }, key)).toEqual(plaintext);
    const others = { ...parties, apv: encodeUtf8('another') };
    await expect(decryptJwe(parsed, { ...others, enc, epk }, key)).rejects.toThrow(expect.objectContaining({ name: 'OperationError' }));
  });
});

describe('the parts of a JWE', () => {
  const iv = encodeBase64Url(new Uint8Array(12));
  const tag = encodeBase64Url(new Uint8Array(16));

  it('are five, the second of them empty', () => {
    const { sealed, ...parts } = parseCompactJwe(`e30..${iv}.AAAA.${tag}`);
    expect([sealed.length, parts.encodedHeader, parts.header]).toEqual([19, 'e30', decodeBase64Url('e30')]);
  });

  it.each([
    ['an encrypted key', `e30.AAAA.${iv}.AAAA.${tag}`],
    ['six parts', `e30..${iv}.AAAA.${tag}.`],
    ['four parts', `e30..${iv}.AAAA`],
    ['one part', 'e30'],
    ['a short tag', `e30..${iv}.AAAA.${tag.slice(0, -2)}`],
    ['a long initialisation vector', `e30..${tag}.AAAA.${tag}`],
    ['padding', `e30=..${iv}.AAAA.${tag}`],
  ])('are refused with %s', (_what, text) => {
    expect(() => parseCompactJwe(text)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
  });
});
