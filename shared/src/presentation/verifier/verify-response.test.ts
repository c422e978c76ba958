import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../credential/index.ts';
import { encodeBase64Url, type Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { createPresentationChecks } from '../../testing/presentation-checks.ts';
import { encryptResponse, publishEncryptionKey } from '../response-encryption.ts';
import { openResponse } from './open-response.ts';
import type { ExpectedAnswer } from './steps/context.ts';
import { verifyResponse } from './verify-response.ts';

const { world, present, verify } = await createPresentationChecks();
const refuses = (code: string, facts: object = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('V26: an answer opened', () => {
  const vp_token: JsonObject = { identity: ['a~b'] };

  it('is refused in plain where it was to be encrypted', async () => {
    await expect(openResponse({ vp_token }, world.decryptionKey)).rejects.toThrow(refuses('jwe_decrypt_failed'));
    await expect(openResponse({ vp_token: JSON.stringify(vp_token) }, world.decryptionKey)).rejects.toThrow(refuses('jwe_decrypt_failed'));
  });

  it('may be an error in plain, or encrypted', async () => {
    const response = await encryptResponse({ error: 'access_denied' }, { key: publishEncryptionKey(world.decryptionKey), enc: 'A128GCM' });
    const opened = [
      await openResponse({ error: 'access_denied' }, world.decryptionKey),
      await openResponse({ response }, world.decryptionKey),
    ];
    expect(opened).toEqual([
      { kind: 'error', error: 'access_denied' },
      { kind: 'error', error: 'access_denied' },
    ]);
  });

  it('is read as an object, or as the text of one in a form', async () => {
    const opened = [await openResponse({ vp_token }, null), await openResponse({ vp_token: JSON.stringify(vp_token), state: 's' }, null)];
    expect(opened).toEqual([
      { kind: 'vp_token', vpToken: vp_token, state: null },
      { kind: 'vp_token', vpToken: vp_token, state: 's' },
    ]);
  });

  it.each([{}, { vp_token: 'x' }, { vp_token: '[]' }, { vp_token, state: 1 }])('is refused when it is %j', async (parameters) => {
    await expect(openResponse(parameters, null)).rejects.toThrow(refuses('vp_token_malformed'));
  });
});

describe('V26 and V27: the whole of a response', () => {
  const answer = async (changes: Partial<ExpectedAnswer> = {}, { state = 'the-state', plain = false } = {}) => {
    const closed: string[] = [];
    const payload = { vp_token: { identity: [await present()] }, state };
    const response = await encryptResponse(payload, { key: publishEncryptionKey(world.decryptionKey), enc: 'A256GCM' });
    const expected = { ...world.expected, state: 'the-state', decryptionKey: world.decryptionKey, ...changes };
    const closeRequest = async () => {
      closed.push('closed');
      if (closed.length > 1) throw new AppError('session_reused');
    };
    const verify = () => verifyResponse(plain ? payload : { response }, expected, { ...world.verifyPorts, closeRequest });
    return { verify, closed };
  };

  it('yields the claims, and every rule by its name in its order', async () => {
    const { verify, closed } = await answer();
    const verified = await verify();
    const presentations = verified.kind === 'verified' ? verified.presentations : [];
    expect(presentations.map(({ claims }) => claims)).toEqual([{ given_name: 'Sara', address: { postal_code: '1234567890' } }]);
    expect(presentations[0]?.steps[0]).toBe('encryption');
    expect(presentations[0]?.steps.slice(-3)).toEqual(['query', 'whole', 'one_use']);
    expect(closed).toEqual(['closed']);
  });

  it('V27: counts once', async () => {
    const { verify } = await answer();
    await verify();
    await expect(verify()).rejects.toThrow(refuses('session_reused', { rule: 'V27', step: 'one_use' }));
  });

  it.each<[string, string, string, Partial<ExpectedAnswer>, object]>([
    ['V26: in plain where it was to be encrypted', 'jwe_decrypt_failed', 'V26', {}, { plain: true }],
    ['V27: with another state', 'unknown_state', 'V27', {}, { state: 'another' }],
    ['V19: for another nonce', 'nonce_invalid', 'V19', { nonce: 'the-nonce-of-another-request' }, {}],
  ])('is refused, and the request stays open: %s', async (_what, code, rule, changes, options) => {
    const { verify, closed } = await answer(changes, options);
    await expect(verify()).rejects.toThrow(refuses(code, { rule }));
    expect(closed).toEqual([]);
  });

  it('V27: is refused to a verifier whose nonce could be guessed', async () => {
    const nonce = 'short';
    const response = { vp_token: { identity: [await present({ nonce })] } };
    const expected = { ...world.expected, nonce, state: null, decryptionKey: null };
    const verifying = verifyResponse(response, expected, { ...world.verifyPorts, closeRequest: async () => undefined });
    await expect(verifying).rejects.toThrow(refuses('nonce_invalid', { rule: 'V27' }));
  });

  it('is over when the wallet says no', async () => {
    const closed: string[] = [];
    const closeRequest = async () => void closed.push('closed');
    const expected = { ...world.expected, state: 'the-state', decryptionKey: world.decryptionKey };
    const declined = await verifyResponse({ error: 'access_denied' }, expected, { ...world.verifyPorts, closeRequest });
    expect([declined, closed]).toEqual([{ kind: 'declined', error: 'access_denied' }, ['closed']]);
  });
});

describe('limits, before anything is decrypted, hashed or verified', () => {
  const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at));

  it.each<[string, () => Promise<Json> | Json, string]>([
    ['V24: more than 64 KiB of presentations', () => ({ identity: ['a'.repeat(65_537)] }), 'vp_token_malformed'],
    [
      '65 disclosures',
      async () => ({ identity: [(await present()).replace('~', many(66, (at) => `~WyJ${at}`).join(''))] }),
      'credential_malformed',
    ],
    ['a key binding of more than 8 KiB', async () => ({ identity: [`${await present()}${'a'.repeat(8192)}`] }), 'kb_invalid'],
    [
      'a payload nested 33 deep',
      async () => ({ identity: [await replacePayload(`{"a":${'['.repeat(33)}${']'.repeat(33)}}`)] }),
      'credential_malformed',
    ],
    ['a name twice in the payload', async () => ({ identity: [await replacePayload('{"a":1,"a":2}')] }), 'credential_malformed'],
    ['__proto__ in the payload', async () => ({ identity: [await replacePayload('{"__proto__":{}}')] }), 'credential_malformed'],
    ['a presentation that is no SD-JWT', () => ({ identity: ['a~b'] }), 'credential_malformed'],
  ])('C15: %s', async (_what, make, code) => {
    const work: string[] = [];
    const ports = {
      sha256: () => Promise.reject(work.push('sha256')),
      verifyP256: () => Promise.reject(work.push('verifyP256')),
      verifyChain: () => Promise.reject(work.push('verifyChain')),
    };
    await expect(verify(await make(), {}, ports)).rejects.toThrow(refuses(code));
    expect(work).toEqual([]);
  });

  it('C15: five certificates are refused before one is read', async () => {
    const work: string[] = [];
    const [jwt = '', ...rest] = (await present()).split('~');
    const [, ...parts] = jwt.split('.');
    const x5c = many(5, () => world.issuer.x5c[0] ?? '');
    const header = encodeBase64Url(new TextEncoder().encode(JSON.stringify({ alg: 'ES256', typ: 'dc+sd-jwt', x5c })));
    const verifyP256 = () => work.push('verifyP256') > 0;
    const text = [[header, ...parts].join('.'), ...rest].join('~');
    await expect(verify({ identity: [text] }, {}, { verifyP256 })).rejects.toThrow(refuses('certificate_malformed', { rule: 'V2' }));
    expect(work).toEqual([]);
  });

  async function replacePayload(payload: string): Promise<string> {
    const [jwt = '', ...rest] = (await present()).split('~');
    const [header, , signature] = jwt.split('.');
    return [[header, encodeBase64Url(new TextEncoder().encode(payload)), signature].join('.'), ...rest].join('~');
  }
});
