import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { createTestRoot, createTestSeal } from '@daricheh/shared/testing';
import { type TrustList, trustListMediaType } from '@daricheh/shared/trust';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deps } from '../deps.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { createTrust, type Trust } from './trust.ts';
import { createFileSource, createUrlSource } from './trust-list-source.ts';

let app: TestApp;
/** What stands in the file; a thrown error where there is none. */
let published: string | AppError;
let deps: Deps;

beforeEach(async () => {
  app = await createTestApp();
  published = app.authority.trustList;
  deps = {
    ...app.deps,
    trustList: { everyMs: 1000, read: async () => (published instanceof AppError ? Promise.reject(published) : published) },
  };
});

const publish = async (parts: Partial<TrustList>) => {
  published = await app.authority.signList(parts);
};
const pass = (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};
/** Asks until the list of that serial is in use: a list that is held serves while the next one is looked at. */
const waitFor = (trust: Trust, serial: number) => vi.waitFor(async () => expect((await trust.readList()).serial).toBe(serial));
const refusals = () => app.logged.filter(({ event }) => event === 'trust list refused').map(({ code }) => code);

describe('the trust list of a server', () => {
  it('is looked at again when it did not hold, once a clock is set right', async () => {
    const trust = createTrust(deps);
    app.clock.now = new Date('2020-01-01T00:00:00Z');
    await expect(trust.readList()).rejects.toMatchObject({ code: 'trust_list_invalid' });
    app.clock.now = new Date('2026-11-23T09:00:00Z');
    expect((await trust.readList()).serial).toBe(1);
  });

  it('is read again once it is due, and a newer edition comes into use', async () => {
    const trust = createTrust(deps);
    expect((await trust.readList()).serial).toBe(1);
    await publish({ serial: 2 });
    pass(999);
    expect((await trust.readList()).serial).toBe(1);
    pass(1);
    await waitFor(trust, 2);
  });

  it('never goes back to an older edition, not even after a restart', async () => {
    await publish({ serial: 5 });
    expect((await createTrust(deps).readList()).serial).toBe(5);
    await publish({ serial: 4 });
    expect((await createTrust(deps).readList()).serial).toBe(5);
    expect(refusals()).toEqual(['trust_list_rolled_back']);
  });

  it('stays in use while what comes next does not hold', async () => {
    const trust = createTrust(deps);
    await trust.readList();
    for (const next of ['a.b.c', new AppError('unavailable')]) {
      published = next;
      pass(1000);
      await trust.readList();
    }
    await vi.waitFor(() => expect(refusals()).toContain('trust_list_invalid'));
    expect((await trust.readList()).serial).toBe(1);
  });

  it('is what was kept, when after a restart its publisher is away', async () => {
    await createTrust(deps).readList();
    published = new AppError('unavailable');
    expect((await createTrust(deps).readList()).serial).toBe(1);
  });

  it('verifies nothing any more once its grace is over', async () => {
    await publish({ serial: 2, nextUpdate: '2026-11-20T00:00:00Z' });
    const trust = createTrust(deps);
    expect((await trust.readList()).serial).toBe(2);
    app.clock.now = new Date('2026-12-04T00:00:00Z');
    await expect(trust.readList()).rejects.toMatchObject({ code: 'trust_list_expired' });
  });

  it('brings the root that takes over, for lists and seals alike', async () => {
    const next = await createTestRoot();
    const seal = await createTestSeal(next, 'https://new.example');
    const trust = createTrust(deps);
    const verify = () => trust.verifyChain(encodeX5c([seal.der]), { at: app.clock.now });
    await expect(verify()).rejects.toMatchObject({ code: 'issuer_not_trusted' });
    const nextRoot = { certificate: encodeBase64Url(next.der), from: '2026-11-23T09:00:01Z', aloneFrom: '2026-12-23T00:00:00Z' };
    await publish({ serial: 2, nextRoot });
    pass(1000);
    await waitFor(trust, 2);
    expect((await verify()).leaf.der).toEqual(seal.der);
  });

  it('names nobody where none is configured', async () => {
    const list = await createTrust({ ...deps, trustList: null }).readList();
    expect([list.agencies, list.issuers]).toEqual([[], []]);
  });
});

describe('where the list comes from', () => {
  const url = 'https://trust.example/trust-list';

  it('may be where it is published, which is told the edition in use and nothing else', async () => {
    const asked: unknown[] = [];
    const answers = [
      { status: 200, contentType: `${trustListMediaType}; charset=utf-8`, body: encodeUtf8('a.b.c\n') },
      { status: 304, contentType: '', body: encodeUtf8('') },
    ];
    const source = createUrlSource(url, async (where, { accept, ifNoneMatch }) => {
      asked.push([where, accept, ifNoneMatch]);
      return answers.shift() ?? Promise.reject(new Error('asked too often'));
    });
    expect([await source.read(null), await source.read(app.authority.list)]).toEqual(['a.b.c', null]);
    expect(asked).toEqual([
      [url, trustListMediaType, undefined],
      [url, trustListMediaType, '"1"'],
    ]);
  });

  it.each([
    ['a redirect', 302, trustListMediaType, 'unavailable'],
    ['nothing', 404, trustListMediaType, 'unavailable'],
    ['a page', 200, 'text/html', 'trust_list_invalid'],
  ])('is not there when %s is', async (_what, status, contentType, code) => {
    const source = createUrlSource(url, async () => ({ status, contentType, body: encodeUtf8('a.b.c') }));
    await expect(source.read(null)).rejects.toMatchObject({ code });
  });

  it('is away when its file is', async () => {
    await expect(createFileSource('/nowhere/trust-list.jwt').read(null)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
