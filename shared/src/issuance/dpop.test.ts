import { describe, expect, it } from 'vitest';
import { signCompactJws } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { createTestKey, randomBytes, sha256, type TestKey, testTime, verifyP256 } from '../testing/index.ts';
import { createDpopProof, verifyDpopProof } from './index.ts';

const url = 'https://registry.example/token';
const expected = { method: 'POST', url, at: testTime, accessToken: null };
const ports = { randomBytes, sha256, verifyP256 };
const seconds = testTime.getTime() / 1000;
const key = createTestKey();
const refusal = (what: string) => expect.objectContaining({ code: 'invalid_dpop_proof', facts: { what } });

describe('a DPoP proof', () => {
  it('shows the key, for this request, with the server’s nonce', async () => {
    const proof = await createDpopProof({ key, method: 'POST', url: `${url}?a=b#c`, at: testTime, nonce: 'nonce' }, ports);
    const verified = await verifyDpopProof(proof, expected, ports);
    expect(verified).toMatchObject({ nonce: 'nonce', jti: expect.stringMatching(/^[\w-]{22}$/) });
    const another = await createDpopProof({ key, method: 'POST', url, at: testTime }, ports);
    expect(await verifyDpopProof(another, expected, ports)).toMatchObject({ nonce: null, thumbprint: verified.thumbprint });
  });

  it('bears the thumbprint that another reader of RFC 7638 computes', async () => {
    const { calculateJwkThumbprint } = await import('jose');
    const proof = await createDpopProof({ key, method: 'POST', url, at: testTime }, ports);
    expect((await verifyDpopProof(proof, expected, ports)).thumbprint).toBe(await calculateJwkThumbprint({ ...key.publicKey }));
  });

  it('names the access token that it comes with', async () => {
    const proof = await createDpopProof({ key, method: 'POST', url, at: testTime, accessToken: 'token' }, ports);
    await expect(verifyDpopProof(proof, { ...expected, accessToken: 'token' }, ports)).resolves.toBeDefined();
    await expect(verifyDpopProof(proof, { ...expected, accessToken: 'other' }, ports)).rejects.toThrow(refusal('ath'));
  });

  it.each([-300, 60])('holds when it was made %i s from now', async (offset) => {
    await expect(verify({ payload: { iat: seconds + offset } })).resolves.toBeDefined();
  });

  type Forgery = { header?: Record<string, Json>; payload?: Record<string, Json>; signer?: TestKey };
  async function verify({ header = {}, payload = {}, signer = key }: Forgery) {
    const members = { jti: 'a-number-once', htm: 'POST', htu: url, iat: seconds, ...payload };
    const proof = await signCompactJws(
      { header: { typ: 'dpop+jwt', jwk: { ...key.publicKey }, ...header }, payload: members },
      signer.sign,
    );
    return verifyDpopProof(proof, expected, ports);
  }

  it.each<[string, Forgery, string]>([
    ['another type', { header: { typ: 'JWT' } }, 'typ'],
    ['no algorithm', { header: { alg: 'none' } }, 'alg'],
    ['a secret algorithm', { header: { alg: 'HS256' } }, 'alg'],
    ['an extension', { header: { crit: ['exp'] } }, 'crit'],
    ['a private key', { header: { jwk: { ...key.privateJwk } as Json } }, 'jwk'],
    ['no key', { header: { jwk: null } }, 'jwk'],
    ['a certificate', { header: { x5c: ['AAAA'] } }, 'x5c'],
    ['a signature by another key', { signer: createTestKey() }, 'signature'],
    ['another method', { payload: { htm: 'GET' } }, 'htm'],
    ['another address', { payload: { htu: 'https://registry.example/par' } }, 'htu'],
    ['another host', { payload: { htu: 'https://registry.example.evil.example/token' } }, 'htu'],
    ['no address', { payload: { htu: 'token' } }, 'htu'],
    ['a clock past its time', { payload: { iat: seconds - 301 } }, 'iat'],
    ['a clock ahead', { payload: { iat: seconds + 61 } }, 'iat'],
    ['a time that is no number', { payload: { iat: String(seconds) } }, 'iat'],
    ['no number to be used once', { payload: { jti: 7 } }, 'jti'],
    ['a nonce that is no text', { payload: { nonce: 7 } }, 'nonce'],
  ])('D5: is refused with %s', async (_what, forgery, what) => {
    await expect(verify(forgery)).rejects.toThrow(refusal(what));
  });

  it('D5: is refused with a token’s hash missing', async () => {
    const proof = await createDpopProof({ key, method: 'POST', url, at: testTime }, ports);
    await expect(verifyDpopProof(proof, { ...expected, accessToken: 'token' }, ports)).rejects.toThrow(refusal('ath'));
  });
});
