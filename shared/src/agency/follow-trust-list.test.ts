import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signCompactJws } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  createTestCertificate,
  createTestRoot,
  createTestTrustList,
  KeyUsageFlags,
  type TestCertificate,
  testTime,
  verifyP256,
} from '../testing/index.ts';
import { type TrustList, trustListMediaType, trustListSigningUsage, trustListType } from '../trust/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { FollowedTrustList, type FollowPorts } from './follow-trust-list.ts';

const minute = 60_000;
const day = 86_400_000;
const due = testTime.getTime() + 2 * day;

let root: TestCertificate;
let clockMs: number;
let published: () => Promise<Response>;
let asked: { readonly url: string; readonly headers: Record<string, string> }[];
let kept: (readonly string[])[];
let problems: unknown[];

beforeAll(async () => {
  root = await createTestRoot();
});
beforeEach(() => {
  clockMs = testTime.getTime();
  [asked, kept, problems] = [[], [], []];
  published = () => Promise.reject(new AppError('unavailable'));
});

async function sign(serial: number, parts: Partial<TrustList> = {}, under = root): Promise<string> {
  const signer = await createTestCertificate({
    ...{ name: 'Trust list', issuer: under, keyUsage: KeyUsageFlags.digitalSignature, purposes: [trustListSigningUsage] },
  });
  const list = createTestTrustList({ serial, issuedAt: testTime.toISOString(), nextUpdate: new Date(due).toISOString(), ...parts });
  const header = { typ: trustListType, x5c: encodeX5c([signer.der]) };
  return signCompactJws({ header, payload: JSON.parse(JSON.stringify(list)) }, signer.key.sign);
}

const answer =
  (body: string, type = trustListMediaType) =>
  async () =>
    new Response(body, { headers: { 'content-type': type } });

function open(tokens: readonly string[], changes: Partial<FollowPorts> = {}): Promise<FollowedTrustList> {
  return FollowedTrustList.open(tokens, {
    ...{ pinnedRoots: [root.der], verifyP256, now: () => new Date(clockMs) },
    fetch: (url, { headers }) => {
      asked.push({ url, headers });
      return published();
    },
    keep: (edition) => void kept.push(edition),
    report: (problem) => problems.push(problem instanceof AppError ? problem.code : problem),
    ...changes,
  });
}

const serialOf = async (followed: FollowedTrustList) => (await followed.read()).serial;
/** Lets a look that nobody waits for come to its end. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a trust list that is followed', () => {
  it('is looked for where it says, once an hour, with nothing but its serial; what is held serves meanwhile', async () => {
    const followed = await open([await sign(7)]);
    published = answer(await sign(8));
    clockMs += 60 * minute - 1;
    expect([await serialOf(followed), asked]).toEqual([7, []]);
    clockMs += 1;
    expect(await Promise.all([1, 2, 3].map(() => serialOf(followed)))).toEqual([7, 7, 7]);
    const headers = { accept: trustListMediaType, 'if-none-match': '"7"' };
    expect(asked).toEqual([{ url: 'https://trust.example/trust-list', headers }]);
    await settle();
    expect([await serialOf(followed), kept.length, problems]).toEqual([8, 1, []]);
  });

  it('is looked for first when the next is due, and again every ten minutes while none can be had', async () => {
    const followed = await open([await sign(7)]);
    clockMs = due;
    for (let passed = 0; passed < 30; passed++) {
      expect(await serialOf(followed)).toBe(7);
      clockMs += minute;
    }
    expect([asked.length, problems]).toEqual([3, ['unavailable', 'unavailable', 'unavailable']]);
    published = answer(await sign(8, { nextUpdate: new Date(due + 9 * day).toISOString() }));
    expect(await serialOf(followed)).toBe(8);
  });

  it('serves for fourteen days after the next was due, and not a moment longer', async () => {
    const followed = await open([await sign(7)]);
    clockMs = due + 14 * day - 1;
    expect(await serialOf(followed)).toBe(7);
    clockMs += 1;
    await expect(followed.read()).rejects.toMatchObject({ code: 'trust_list_expired' });
    published = answer(await sign(8, { nextUpdate: new Date(due + 99 * day).toISOString() }));
    clockMs += 10 * minute;
    expect(await serialOf(followed)).toBe(8);
  });

  it.each<[string, string, () => Promise<() => Promise<Response>>]>([
    ['an older edition', 'trust_list_rolled_back', async () => answer(await sign(6))],
    ['one that somebody else signed', 'trust_list_invalid', async () => answer(await sign(8, {}, await createTestRoot()))],
    ['something else', 'trust_list_invalid', async () => answer('a.b.c')],
    ['another type of file', 'unavailable', async () => answer(await sign(8), 'text/html')],
    ['too large a file', 'unavailable', async () => answer('a'.repeat(512 * 1024 + 1))],
    ['a refusal', 'unavailable', async () => async () => new Response('', { status: 500 })],
  ])('stays when %s stands in its place', async (_what, code, publish) => {
    const followed = await open([await sign(7)]);
    published = await publish();
    clockMs = due;
    expect([await serialOf(followed), problems, kept]).toEqual([7, [code], []]);
  });

  it('stays when it has not changed, and when another of its serial stands in its place', async () => {
    const followed = await open([await sign(7)]);
    published = async () => new Response(null, { status: 304 });
    clockMs = due;
    expect(await serialOf(followed)).toBe(7);
    published = answer(await sign(7, { nextUpdate: new Date(due + 99 * day).toISOString() }));
    clockMs += 10 * minute;
    expect([(await followed.read()).nextUpdate, problems, kept]).toEqual([new Date(due).toISOString(), [], []]);
  });

  it('brings the root that it announced, and opens again with what was kept', async () => {
    const other = await createTestRoot();
    const nextRoot = {
      certificate: encodeBase64Url(other.der),
      from: testTime.toISOString(),
      aloneFrom: new Date(due + 99 * day).toISOString(),
    };
    const followed = await open([await sign(7, { nextRoot })]);
    published = answer(await sign(8, { nextUpdate: new Date(due + 9 * day).toISOString(), nextRoot }, other));
    clockMs = due;
    expect(await serialOf(followed)).toBe(8);
    const again = await open(kept[0] ?? []);
    expect(await serialOf(again)).toBe(8);
    published = answer(await sign(7));
    clockMs = due + 9 * day;
    expect([await serialOf(again), problems]).toEqual([8, ['trust_list_rolled_back']]);
  });

  it('goes on when it cannot be kept, and says so', async () => {
    const followed = await open([await sign(7)], { keep: () => Promise.reject(new AppError('storage_full')) });
    published = answer(await sign(8));
    clockMs = due;
    expect([await serialOf(followed), problems]).toEqual([8, ['storage_full']]);
  });
});
