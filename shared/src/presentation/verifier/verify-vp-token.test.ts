import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { issueTestIdentity, randomBytes, testQuery, testTime } from '../../testing/index.ts';
import { createPresentationChecks } from '../../testing/presentation-checks.ts';
import { encodeTransactionData } from '../transaction-data.ts';
import { assignTransactionData } from './assign-transaction-data.ts';

const { world, asked, present, verify } = await createPresentationChecks();
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

describe('V28: the status', () => {
  const status = { status_list: { idx: 3, uri: 'https://registry.example/status/1' } };

  it('is asked for each credential that has one', async () => {
    const calls: unknown[] = [];
    const credential = await issueTestIdentity(world.issuer, world.holder, { status });
    const checkStatus = async (...call: unknown[]) => {
      calls.push(call);
      return { asOf: testTime, isFresh: true, token: 'status token' };
    };
    const [verified] = await verify({ identity: [await present({ credential })] }, {}, { checkStatus });
    expect(calls).toEqual([
      [
        { uri: 'https://registry.example/status/1', index: 3 },
        { issuer: 'https://registry.example', whenUnreachable: 'refuse' },
      ],
    ]);
    expect(verified?.status).toEqual({ asOf: testTime, isFresh: true, token: 'status token' });
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
