import { beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, presentCredential } from '../../credential/index.ts';
import { encodeBase64Url, type Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import {
  createPresentationWorld,
  createTestKey,
  issueTestIdentity,
  type PresentationWorld,
  randomBytes,
  sha256,
  testQuery,
  testTime,
} from '../../testing/index.ts';
import { encryptResponse, publishEncryptionKey } from '../response-encryption.ts';
import { encodeTransactionData } from '../transaction-data.ts';
import { assignTransactionData } from './assign-transaction-data.ts';
import { openResponse } from './open-response.ts';
import type { ExpectedAnswer, ExpectedResponse } from './steps/context.ts';
import { verifyResponse } from './verify-response.ts';
import { verifyVpToken } from './verify-vp-token.ts';

let world: PresentationWorld;
let sdJwt: string;

beforeAll(async () => {
  world = await createPresentationWorld();
  sdJwt = await issueTestIdentity(world.issuer, world.holder);
});

const asked = [['given_name'], ['address', 'postal_code']];
type Changes = {
  credential?: string;
  paths?: string[][];
  nonce?: string;
  audience?: string;
  at?: Date;
  sign?: 'other';
  transactionData?: string[];
  bind?: boolean;
};

async function present({
  credential = sdJwt,
  paths = asked,
  nonce = world.expected.nonce,
  audience = world.expected.audience,
  ...more
}: Changes = {}): Promise<string> {
  const { sign } = more.sign === 'other' ? createTestKey() : world.holder;
  const transactionData = (more.transactionData ?? []).map((encoded) => ({ encoded }));
  const keyBinding = more.bind === false ? null : { nonce, audience, transactionData, at: more.at ?? testTime, sign };
  return presentCredential({ credential, paths, keyBinding }, { sha256 });
}

const verify = (vpToken: Json, changes: Partial<ExpectedResponse> = {}, ports: object = {}) =>
  verifyVpToken(vpToken, { ...world.expected, ...changes }, { ...world.verifyPorts, ...ports });
const refuses = (code: string, facts: object = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('a sound vp_token', () => {
  it('yields the claims that were asked, and the names of every rule that held', async () => {
    const [verified] = await verify({ identity: [await present()] });
    expect(verified?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
    expect(verified?.steps.slice(0, 4)).toEqual(['vp_token', 'authorisation', 'binding_policy', 'algorithm']);
    expect(verified?.steps.slice(-2)).toEqual(['query', 'whole']);
  });

  it('C17: drops what was disclosed beyond the query', async () => {
    const [verified] = await verify({ identity: [await present({ paths: [...asked, ['national_id']] })] });
    expect(verified?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
  });

  it('minimal-cnf-jwk: needs no more of the holder’s key than its point', async () => {
    const { kty, crv, x, y } = world.holder.publicKey;
    const credential = await issueTestIdentity(world.issuer, world.holder, { cnf: { jwk: { kty, crv, x, y } } });
    expect(await verify({ identity: [await present({ credential })] })).toHaveLength(1);
  });
});

describe('V14 and V15: key binding', () => {
  it('is wanted because the query wants it', async () => {
    await expect(verify({ identity: [await present({ bind: false })] })).rejects.toThrow(refuses('kb_invalid', { rule: 'V15' }));
  });

  it('is not wanted when the query says so', async () => {
    const query = { credentials: testQuery.credentials.map((each) => ({ ...each, require_cryptographic_holder_binding: false })) };
    expect(await verify({ identity: [await present({ bind: false })] }, { query })).toHaveLength(1);
  });
});

describe('V16 to V21: a binding to this request', () => {
  it.each([
    ['invalid-kb-jwt-signature', { sign: 'other' }, 'kb_invalid', 'V16'],
    ['kb-jwt-iat-in-past', { at: new Date(testTime.getTime() - 301_000) }, 'kb_invalid', 'V18'],
    ['kb-jwt-iat-in-future', { at: new Date(testTime.getTime() + 61_000) }, 'kb_invalid', 'V18'],
    ['invalid-kb-jwt-nonce', { nonce: 'the-nonce-of-another-request' }, 'nonce_invalid', 'V19'],
    ['invalid-kb-jwt-aud', { audience: 'origin:https://evil.test' }, 'kb_invalid', 'V20'],
    ['invalid-kb-jwt-aud, the client id over the DC API', { audience: 'x509_hash:abc' }, 'kb_invalid', 'V20'],
    ['invalid-kb-jwt-aud, the origin alone', { audience: 'https://tax.example' }, 'kb_invalid', 'V20'],
  ] as const)('%s', async (_name, changes, code, rule) => {
    await expect(verify({ identity: [await present(changes)] })).rejects.toThrow(refuses(code, { rule }));
  });

  it('invalid-sd-hash: refuses a disclosure taken out afterwards', async () => {
    const parts = (await present({ paths: [...asked, ['national_id']] })).split('~');
    const without = [...parts.slice(0, 1), ...parts.slice(2)].join('~');
    await expect(verify({ identity: [without] })).rejects.toThrow(refuses('kb_invalid', { rule: 'V21' }));
  });
});

describe('V22 and V23: transaction data', () => {
  const hash = encodeBase64Url(randomBytes(32));
  const encode = (...credential_ids: string[]) =>
    encodeTransactionData({ type: 'daricheh.submission.v1', credential_ids, form: { id: 'f', version: 1, hash }, manifest_hash: hash });

  it('is authorised by the credential that it names', async () => {
    const transactionData = [encode('identity')];
    expect(await verify({ identity: [await present({ transactionData })] }, { transactionData })).toHaveLength(1);
  });

  it.each([
    ['left out', [], [encode('identity')]],
    ['another', [encode('identity', 'x')], [encode('identity')]],
    ['more than asked', [encode('identity'), encode('identity', 'x')], [encode('identity')]],
    ['not asked at all', [encode('identity')], []],
  ])('is refused when it is %s', async (_what, given, wanted) => {
    await expect(verify({ identity: [await present({ transactionData: given })] }, { transactionData: wanted })).rejects.toThrow(
      refuses('transaction_data_mismatch', { rule: 'V22' }),
    );
  });

  it('is refused when no credential that it names was presented', async () => {
    await expect(verify({ identity: [await present()] }, { transactionData: [encode('signing')] })).rejects.toThrow(
      refuses('transaction_data_mismatch', { rule: 'V23' }),
    );
  });

  it('is authorised by exactly one of several', () => {
    const both = encode('b', 'a');
    expect([...assignTransactionData([both], ['a', 'b'])]).toEqual([['a', [{ encoded: both }]]]);
  });
});

describe('V24: the shape of a vp_token', () => {
  it.each([
    ['a text', 'a~b'],
    ['an array', ['a~b']],
    ['null', null],
    ['a text for an array', { identity: 'a~b' }],
    ['an object for a presentation', { identity: [{}] }],
    ['an empty array', { identity: [] }],
    ['two where one was asked', { identity: ['a~b', 'a~b'] }],
    ['an unknown id', { other: ['a~b'] }],
    ['more than 64 KiB', { identity: ['a'.repeat(65_537)] }],
  ])('refuses %s', async (_what, vpToken) => {
    await expect(verify(vpToken)).rejects.toThrow(refuses('vp_token_malformed', { rule: 'V24' }));
  });
});

describe('V25: the query again', () => {
  it.each([
    ['fewer-claims', [['given_name']], testQuery],
    [
      'another value',
      asked,
      {
        credentials: [
          {
            ...testQuery.credentials[0],
            id: 'identity',
            format: 'dc+sd-jwt',
            meta: testQuery.credentials[0]?.meta ?? {},
            claims: [{ path: ['given_name'], values: ['Mina'] }],
          },
        ],
      },
    ],
  ])('refuses %s', async (_what, paths, query) => {
    await expect(verify({ identity: [await present({ paths })] }, { query })).rejects.toThrow(refuses('query_not_satisfied'));
  });

  it('refuses an answer to nothing', async () => {
    await expect(verify({})).rejects.toThrow(refuses('query_not_satisfied'));
  });
});

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

describe('V28: the status', () => {
  const status = { status_list: { idx: 3, uri: 'https://registry.example/status/1' } };

  it('is asked for each credential that has one', async () => {
    const calls: unknown[] = [];
    const credential = await issueTestIdentity(world.issuer, world.holder, { status });
    const checkStatus = async (...call: unknown[]) => {
      calls.push(call);
      return { asOf: testTime, isFresh: true };
    };
    const [verified] = await verify({ identity: [await present({ credential })] }, {}, { checkStatus });
    expect(calls).toEqual([
      [
        { uri: 'https://registry.example/status/1', index: 3 },
        { issuer: 'https://registry.example', whenUnreachable: 'refuse' },
      ],
    ]);
    expect(verified?.status).toEqual({ asOf: testTime, isFresh: true });
    expect(verified?.steps).toContain('status');
  });

  it.each(['credential_revoked', 'status_list_unreachable'] as const)('rejects the whole when it says %s', async (code) => {
    const credential = await issueTestIdentity(world.issuer, world.holder, { status });
    const checkStatus = () => Promise.reject(new AppError(code));
    await expect(verify({ identity: [await present({ credential })] }, {}, { checkStatus })).rejects.toThrow(refuses(code));
  });
});

describe('V29: any failed check', () => {
  it('rejects the whole, though another credential is sound', async () => {
    const query = {
      credentials: [
        ...testQuery.credentials,
        { ...testQuery.credentials[0], id: 'second', format: 'dc+sd-jwt', meta: testQuery.credentials[0]?.meta ?? {} },
      ],
    };
    const sound = await present();
    const [first] = await verify({ identity: [sound], second: [sound] }, { query });
    expect(first?.queryId).toBe('identity');
    await expect(verify({ identity: [sound], second: [await present({ sign: 'other' })] }, { query })).rejects.toThrow(
      refuses('kb_invalid'),
    );
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
