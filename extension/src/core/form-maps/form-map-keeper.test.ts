import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { formMapLimits, formMapPath, publishFormMap } from '@daricheh/shared/form-map';
import type { FetchText } from '@daricheh/shared/presentation';
import { createTestAgency, createTestRoot, createTestSeal, createTestTrustList, type TestCertificate } from '@daricheh/shared/testing';
import { createChainVerifier, encodeX5c } from '@daricheh/shared/x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256, verifyP256 } from '../credentials/wallet-crypto.ts';
import { createMemoryItems } from '../records/testing/memory-items.ts';
import { createRecords } from '../records/wallet-records.ts';
import { FormMapKeeper } from './form-map-keeper.ts';

const origin = 'https://town.example';
const other = 'https://other.example';
const startMs = Date.parse('2026-11-23T09:00:00Z');
const hourMs = 3_600_000;
const forms = [{ paths: ['/levy'], marks: ['a'], fields: [{ control: 'a', datum: 'national-id' as const }] }];

let root: TestCertificate;
let seals: Record<string, TestCertificate>;
beforeAll(async () => {
  root = await createTestRoot();
  seals = { [origin]: await createTestSeal(root, origin), [other]: await createTestSeal(root, other) };
});

type Answer = Partial<Awaited<ReturnType<FetchText>>> | AppError;

/** A wallet that trusts two agencies, one of them switched on. Another made with the same records is the first after a restart. */
async function start(records = createRecords(createMemoryItems())) {
  const asked: Parameters<FetchText>[0][] = [];
  const world = { nowMs: startMs, answer: { status: 404 } as Answer, enabled: [origin], registered: [origin, other] };
  const hashOf = async (site: string) => encodeBase64Url(await sha256(seals[site]?.der ?? root.der));
  const keeper = new FormMapKeeper({
    trust: async () => ({
      list: createTestTrustList({
        agencies: await Promise.all(
          world.registered.map(async (site, place) =>
            createTestAgency({ id: `a${place}`, origins: [site], certificateHashes: [await hashOf(site)] }),
          ),
        ),
      }),
      verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }),
    }),
    store: {
      list: async () => (await records.formMaps.list()).items,
      put: (stored) => records.commit([records.formMaps.put(stored)]),
    },
    fetchText: async (request) => {
      asked.push(request);
      if (world.answer instanceof AppError) throw world.answer;
      return { status: 200, contentType: 'application/jose', text: '', ...world.answer };
    },
    isEnabled: async (site) => world.enabled.includes(site),
    nowMs: () => world.nowMs,
    newId: () => `id-${asked.length}`,
  });
  const publish = async (version: number, by = origin, site = origin): Promise<Answer> => {
    const { der, key } = seals[by] ?? root;
    const seal = { x5c: encodeX5c([der]), sign: key.sign };
    return { text: await publishFormMap({ version, days: 2, forms }, { origin: site, now: new Date(world.nowMs) }, seal) };
  };
  const find = async () => (await keeper.find(origin))?.version;
  return { keeper, world, asked, records, publish, find };
}

describe('an agency’s form map', () => {
  it('is asked for with nothing that tells one wallet from another, and kept for a day', async () => {
    const { world, asked, publish, find } = await start();
    world.answer = await publish(3);
    expect([await find(), await find()]).toEqual([3, 3]);
    const limits = { maxBytes: formMapLimits.chars, timeoutMs: 2000 };
    expect(asked).toEqual([{ url: origin + formMapPath, method: 'GET', accept: 'application/jose', ...limits }]);
    world.nowMs += 24 * hourMs;
    world.answer = await publish(4);
    expect([await find(), asked.length]).toEqual([4, 2]);
  });

  it('is asked for once by all who look at once', async () => {
    const { world, asked, publish, find } = await start();
    world.answer = await publish(3);
    expect([await Promise.all([find(), find(), find()]), asked.length]).toEqual([[3, 3, 3], 1]);
  });

  it('is still there after a restart, without being asked for again', async () => {
    const first = await start();
    first.world.answer = await first.publish(3);
    await first.find();
    const second = await start(first.records);
    expect([await second.find(), second.asked]).toEqual([3, []]);
  });

  it('may be none: that is remembered for a day too', async () => {
    const { world, asked, find } = await start();
    expect([await find(), await find(), asked.length]).toEqual([undefined, undefined, 1]);
    world.nowMs += 24 * hourMs;
    await find();
    expect(asked.length).toBe(2);
  });

  it('is looked for again where the clock was set back', async () => {
    const { world, asked, find } = await start();
    await find();
    world.nowMs -= 48 * hourMs;
    await find();
    expect(asked.length).toBe(2);
  });
});

describe('nothing is asked', () => {
  it.each<[string, Partial<Awaited<ReturnType<typeof start>>['world']>]>([
    ['of a site that the citizen has not switched on', { enabled: [] }],
    ['of a site that no agency is registered for', { registered: [other] }],
  ])('%s', async (_what, change) => {
    const { world, asked, find } = await start();
    Object.assign(world, change);
    expect([await find(), asked]).toEqual([undefined, []]);
  });
});

describe('B21: a form map that does not hold is as if it were not there', () => {
  it.each<[string, (publish: Awaited<ReturnType<typeof start>>['publish']) => Promise<Answer>]>([
    ['under another agency’s seal', (publish) => publish(3, other)],
    ['for another origin', (publish) => publish(3, origin, other)],
    ['of another media type', async (publish) => ({ ...(await publish(3)), contentType: 'text/html' })],
    ['a page', async () => ({ text: '<!doctype html>' })],
    ['too large', async () => new AppError('body_too_large')],
    ['a redirect', async () => new AppError('request_uri_blocked')],
    ['nobody there', async () => new AppError('unavailable')],
    ['an error of the server', async () => ({ status: 500 })],
  ])('%s: it is asked for again after an hour, not before', async (_what, answer) => {
    const { world, asked, publish, find } = await start();
    world.answer = await answer(publish);
    expect([await find(), await find(), asked.length]).toEqual([undefined, undefined, 1]);
    world.nowMs += hourMs;
    world.answer = await publish(3);
    expect(await find()).toBe(3);
  });

  it('older than one that was in use: that one goes on until it runs out, and nothing older comes after it', async () => {
    const { world, publish, find } = await start();
    world.answer = await publish(3);
    await find();
    world.nowMs += 24 * hourMs;
    world.answer = await publish(2);
    expect(await find()).toBe(3);
    world.nowMs += 24 * hourMs;
    world.answer = await publish(2);
    expect(await find()).toBeUndefined();
  });

  it('also after the agency had taken its map away', async () => {
    const { world, publish, find } = await start();
    world.answer = await publish(3);
    await find();
    world.nowMs += 24 * hourMs;
    world.answer = { status: 404 };
    expect(await find()).toBeUndefined();
    world.nowMs += 24 * hourMs;
    world.answer = await publish(2);
    expect(await find()).toBeUndefined();
  });

  it('no longer, once the agency is not registered any more, or the site switched off', async () => {
    const { world, publish, find } = await start();
    world.answer = await publish(3);
    expect(await find()).toBe(3);
    world.enabled = [];
    expect(await find()).toBeUndefined();
    world.enabled = [origin];
    world.registered = [other];
    expect(await find()).toBeUndefined();
  });

  it('A21: where what is kept was changed', async () => {
    const { world, publish, find, records } = await start();
    world.answer = await publish(3);
    await find();
    const [stored] = (await records.formMaps.list()).items;
    if (!stored?.token) throw new Error('nothing was kept');
    const [header, , signature] = stored.token.split('.');
    const forged = encodeBase64Url(encodeUtf8(JSON.stringify({ version: 9 })));
    await records.commit([records.formMaps.put({ ...stored, token: [header, forged, signature].join('.') })]);
    expect(await find()).toBeUndefined();
  });
});

it('a fault that is none of a map’s is not hidden', async () => {
  const { world, find } = await start();
  world.answer = Object.defineProperty({}, 'status', {
    get: () => {
      throw new TypeError('a fault');
    },
    enumerable: true,
  });
  await expect(find()).rejects.toThrow(TypeError);
});
