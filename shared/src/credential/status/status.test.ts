import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url, type Json } from '../../encoding/index.ts';
import { createTestIssuer, createTestKey, statusListVectors, testTime } from '../../testing/index.ts';
import {
  type Bytes,
  createStatusChecker,
  createStatusList,
  deflateZlib,
  inflateZlib,
  issueStatusToken,
  readStatus,
  type StatusBits,
  signCompactJws,
  statusLimits,
  verifyStatusToken,
  writeStatus,
} from '../index.ts';

const issuer = await createTestIssuer();
const uri = `${issuer.origin}/status/1`;
const seconds = testTime.getTime() / 1000;
const ports = { ...issuer.ports, inflate: inflateZlib };
const expected = { uri, issuer: issuer.origin, at: testTime };

function listOf(statuses: Record<number, number>, bits: StatusBits = 2, size = 64): Bytes {
  const list = createStatusList(size, bits);
  for (const [index, status] of Object.entries(statuses)) writeStatus(list, bits, Number(index), status);
  return list;
}

function issue(list: Bytes, at = testTime, bits: StatusBits = 2): Promise<string> {
  return issueStatusToken({ uri, bits, list, at, ttlSeconds: 600, lifetimeSeconds: 86_400, x5c: issuer.x5c }, issuer.seal.key.sign);
}

const later = (offsetSeconds: number) => new Date((seconds + offsetSeconds) * 1000);
const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });

describe('a status list', () => {
  // Token Status List, section 4.1 and appendix C.
  it.each<[StatusBits, string, number[]]>([
    [1, 'eNrbuRgAAhcBXQ', [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]],
    [2, 'eNo76fITAAPfAgc', [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]],
  ])('of %i bit reads and writes as the standard’s example', async (bits, lst, statuses) => {
    const list = listOf({ ...statuses }, bits, statuses.length);
    // Packed again the text may differ: the standard's examples were packed at another level.
    expect(await inflateZlib(decodeBase64Url(lst), 100)).toEqual(list);
    expect(await inflateZlib(await deflateZlib(list), 100)).toEqual(list);
    expect(statuses.map((_, index) => readStatus(list, bits, index))).toEqual(statuses);
  });

  it.each(statusListVectors())('of $bits bits is as the vector of the standard, every entry of it', async ({ bits, lst, statuses }) => {
    const list = createStatusList(2 ** 20, bits);
    for (const [index, status] of statuses) writeStatus(list, bits, index, status);
    const published = await inflateZlib(decodeBase64Url(lst), list.length);
    expect(Buffer.compare(published, list)).toBe(0);
    const read = Array.from({ length: 2 ** 20 }, (_unused, index) => readStatus(published, bits, index)).entries();
    expect(new Map([...read].filter(([, status]) => status !== 0))).toEqual(new Map([...statuses].sort(([a], [b]) => a - b)));
    await expect(inflateZlib(decodeBase64Url(lst), list.length - 1)).rejects.toThrow(RangeError);
  });

  it('ends where it ends', () => {
    const list = createStatusList(8, 1);
    expect([readStatus(list, 1, 7), readStatus(list, 1, 8)]).toEqual([0, undefined]);
    expect(() => writeStatus(list, 1, 8, 1)).toThrow(RangeError);
    expect(() => writeStatus(list, 1, 0, 2)).toThrow(RangeError);
  });
});

describe('zlib', () => {
  it('stops before more than the limit is held', async () => {
    const bomb = await deflateZlib(new Uint8Array(1_000_001));
    await expect(inflateZlib(bomb, 1_000_000)).rejects.toThrow(RangeError);
    await expect(inflateZlib(bomb, 1_000_001)).resolves.toHaveLength(1_000_001);
  });

  it.each([
    ['is no zlib', new Uint8Array([1, 2, 3])],
    ['is cut off', new Uint8Array([0x78, 0xda, 0xdb])],
  ])('refuses data that %s', async (_what, data) => {
    await expect(inflateZlib(data, 100)).rejects.toThrow();
  });
});

describe('V28 a status token (row C9)', () => {
  type Forgery = { header?: Record<string, Json>; payload?: Record<string, Json>; key?: ReturnType<typeof createTestKey> };

  async function forge({ header = {}, payload = {}, key = issuer.seal.key }: Forgery): Promise<string> {
    const lst = encodeBase64Url(await deflateZlib(listOf({})));
    return signCompactJws(
      {
        header: { typ: 'statuslist+jwt', x5c: issuer.x5c, ...header },
        payload: { sub: uri, iat: seconds, exp: seconds + 3600, ttl: 600, status_list: { bits: 2, lst }, ...payload },
      },
      key.sign,
    );
  }

  it('yields its list', async () => {
    const list = listOf({ 3: 1 });
    expect(await verifyStatusToken(await issue(list), expected, ports)).toEqual({
      bits: 2,
      list,
      issuedAtSeconds: seconds,
      expiresAtSeconds: seconds + 86_400,
      ttlSeconds: 600,
    });
  });

  it.each<[string, string, Forgery]>([
    ['another type', 'typ', { header: { typ: 'JWT' } }],
    ['another algorithm', 'alg', { header: { alg: 'none' } }],
    ['another signer', 'signature', { key: createTestKey() }],
    ['another subject', 'sub', { payload: { sub: `${uri}2` } }],
    ['an end that is past', 'exp', { payload: { exp: seconds } }],
    ['an end as text', 'exp', { payload: { exp: String(seconds + 10) } }],
    ['a beginning to come', 'iat', { payload: { iat: seconds + 61 } }],
    ['a ttl of nothing', 'ttl', { payload: { ttl: 0 } }],
    ['three bits', 'bits', { payload: { status_list: { bits: 3, lst: '' } } }],
    ['no list', 'lst', { payload: { status_list: { bits: 1 } } }],
    ['a list that is not zlib', 'lst', { payload: { status_list: { bits: 1, lst: 'AAAA' } } }],
  ])('is refused with %s', async (_what, what, forgery) => {
    await expect(verifyStatusToken(await forge(forgery), expected, ports)).rejects.toThrow(refusal('status_list_invalid', what));
  });

  it('names where all lists of its issuer are, and packs them as tightly as the issuer can', async () => {
    const packed: number[] = [];
    const content = {
      uri,
      bits: 2 as const,
      list: listOf({ 3: 1 }),
      at: testTime,
      ttlSeconds: 600,
      lifetimeSeconds: 86_400,
      x5c: issuer.x5c,
    };
    const token = await issueStatusToken({ ...content, aggregationUri: `${issuer.origin}/all` }, issuer.seal.key.sign, async (data) => {
      packed.push(data.length);
      return deflateZlib(data);
    });
    expect(packed).toEqual([16]);
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      status_list: { aggregation_uri: `${issuer.origin}/all` },
    });
    await expect(verifyStatusToken(token, expected, ports)).resolves.toMatchObject({ bits: 2 });
  });

  it('is refused when another trusted issuer signed it', async () => {
    const other = { ...expected, issuer: 'https://tax.example' };
    await expect(verifyStatusToken(await forge({}), other, ports)).rejects.toThrow(refusal('status_list_invalid', 'issuer'));
  });

  it('is refused when it inflates past the limit', async () => {
    const text = await issue(new Uint8Array(statusLimits.list + 1));
    await expect(verifyStatusToken(text, expected, ports)).rejects.toThrow(refusal('status_list_invalid', 'lst'));
  });

  it('is refused past its size before anything is decoded', async () => {
    await expect(verifyStatusToken('a'.repeat(statusLimits.token + 1), expected, ports)).rejects.toThrow(
      refusal('status_list_invalid', 'size'),
    );
  });
});

describe('a look-up of a status', () => {
  function createWorld(answers: (() => Promise<string>)[]) {
    const world = { at: testTime, fetched: [] as string[] };
    const fetchStatusList = async (from: string) => {
      world.fetched.push(from);
      const answer = answers.shift();
      if (!answer) throw new Error('offline');
      return answer();
    };
    return { world, check: createStatusChecker({ ...ports, fetchStatusList, now: () => world.at }) };
  }
  const refuse = { issuer: issuer.origin, whenUnreachable: 'refuse' } as const;
  const useLast = { issuer: issuer.origin, whenUnreachable: 'use_last' } as const;

  it('tells valid, revoked, suspended, of the application’s own, and past the end', async () => {
    const token = await issue(listOf({ 1: 1, 2: 2, 3: 3 }));
    const { check, world } = createWorld([async () => token]);
    expect(await check({ uri, index: 0 }, refuse)).toEqual({ asOf: testTime, isFresh: true, token });
    await expect(check({ uri, index: 1 }, refuse)).rejects.toThrow(refusal('credential_revoked'));
    await expect(check({ uri, index: 2 }, refuse)).rejects.toThrow(refusal('credential_suspended'));
    await expect(check({ uri, index: 3 }, refuse)).rejects.toThrow(refusal('credential_revoked'));
    await expect(check({ uri, index: 64 }, refuse)).rejects.toThrow(refusal('status_list_invalid', 'index'));
    expect(world.fetched).toEqual([uri]);
  });

  it('fetches once for all who ask at once, and again after the ttl', async () => {
    const { check, world } = createWorld([() => issue(listOf({})), () => issue(listOf({ 0: 1 }), later(601))]);
    await Promise.all([1, 2, 3].map((index) => check({ uri, index }, refuse)));
    world.at = later(599);
    await check({ uri, index: 0 }, refuse);
    expect(world.fetched).toHaveLength(1);
    world.at = later(601);
    await expect(check({ uri, index: 0 }, refuse)).rejects.toThrow(refusal('credential_revoked'));
    expect(world.fetched).toHaveLength(2);
  });

  it('fails closed when the list cannot be had', async () => {
    const { check, world } = createWorld([() => issue(listOf({}))]);
    await check({ uri, index: 0 }, refuse);
    world.at = later(700);
    await expect(check({ uri, index: 0 }, refuse)).rejects.toThrow(refusal('status_list_unreachable'));
    await expect(createWorld([]).check({ uri, index: 0 }, useLast)).rejects.toThrow(refusal('status_list_unreachable'));
  });

  it('may use the last token until it ends, and says that it is not fresh', async () => {
    const token = await issue(listOf({ 1: 1 }));
    const { check, world } = createWorld([async () => token]);
    await check({ uri, index: 0 }, useLast);
    world.at = later(86_399);
    expect(await check({ uri, index: 0 }, useLast)).toEqual({ asOf: testTime, isFresh: false, token });
    await expect(check({ uri, index: 1 }, useLast)).rejects.toThrow(refusal('credential_revoked'));
    world.at = later(86_400);
    await expect(check({ uri, index: 0 }, useLast)).rejects.toThrow(refusal('status_list_unreachable'));
  });

  it('does not fall back on the last token when the new one revokes', async () => {
    const { check, world } = createWorld([() => issue(listOf({})), () => issue(listOf({ 0: 1 }), later(700))]);
    await check({ uri, index: 0 }, useLast);
    world.at = later(700);
    await expect(check({ uri, index: 0 }, useLast)).rejects.toThrow(refusal('credential_revoked'));
  });

  it('asks no other origin than the issuer’s', async () => {
    const { check, world } = createWorld([]);
    const elsewhere = { uri: 'https://tracker.example/1', index: 0 };
    await expect(check(elsewhere, refuse)).rejects.toThrow(refusal('status_list_invalid', 'origin'));
    expect(world.fetched).toEqual([]);
  });
});
