import { signCompactJws } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { createTestRoot, createTestSeal, createTestTrustList, type TestCertificate } from '@daricheh/shared/testing';
import { type TrustList, trustListMediaType, trustListSigningUsage, trustListType } from '@daricheh/shared/trust';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import type { StoredTrust } from './stored-trust.ts';
import { TrustKeeper } from './wallet-trust.ts';

const location = 'https://trust.example/trust-list';
let root: TestCertificate;
let signer: TestCertificate;
let kept: unknown;
let sent: HttpRequest[];
let published: Partial<HttpAnswer> & { token?: string };
let now: Date;

beforeAll(async () => {
  root = await createTestRoot();
  signer = await createTestSeal(root, 'urn:daricheh:trust-list', { purposes: [trustListSigningUsage] });
});
beforeEach(() => {
  kept = undefined;
  sent = [];
  published = { status: 304 };
  now = new Date('2026-02-01T00:00:00Z');
});

const sign = (parts: Partial<TrustList>, by = signer) =>
  signCompactJws(
    { header: { typ: trustListType, x5c: encodeX5c([by.der]) }, payload: encodeUtf8(JSON.stringify(createTestTrustList(parts))) },
    by.key.sign,
  );

/** A wallet whose build pins the root and that list; a second one made so is the first after a restart, or after an update. */
async function start(own: Partial<TrustList> | null, by = signer): Promise<TrustKeeper> {
  const material = { roots: [encodeBase64Url(root.der)], trustList: own && (await sign(own, by)) };
  return new TrustKeeper(material, {
    store: {
      read: async () => kept,
      write: async (stored: StoredTrust) => {
        kept = structuredClone(stored);
      },
    },
    send: async (request) => {
      sent.push(request);
      const { token = '', status = 200, contentType = trustListMediaType } = published;
      return { status, contentType, bytes: encodeUtf8(token) };
    },
    now: () => now,
  });
}

const serialOf = async (keeper: TrustKeeper) => (await keeper.read()).list.serial;

describe('the trust list in the build', () => {
  it('is in use from the start, offline', async () => {
    const keeper = await start({ serial: 3 });
    expect([await serialOf(keeper), sent]).toEqual([3, []]);
    expect(await keeper.describe()).toEqual({
      ...{ kind: 'listed', serial: 3, source: 'build', location, freshness: 'current', lookedAtMs: null, failure: null },
      issuedAtMs: Date.parse('2026-01-01T00:00:00Z'),
      nextUpdateMs: Date.parse('2027-01-01T00:00:00Z'),
      usableUntilMs: Date.parse('2027-01-15T00:00:00Z'),
    });
  });

  it('may be none: then nobody is trusted, and nothing is looked for', async () => {
    const keeper = await start(null);
    const { list } = await keeper.readCurrent();
    expect([list.agencies, list.issuers, await keeper.update(), sent]).toEqual([[], [], { kind: 'none' }, []]);
  });

  it('is not used when no pinned root has signed it', async () => {
    const other = await createTestRoot();
    const keeper = await start({ serial: 3 }, await createTestSeal(other, 'urn:x', { purposes: [trustListSigningUsage] }));
    await expect(keeper.read()).rejects.toMatchObject({ code: 'trust_list_invalid' });
  });
});

describe('a newer trust list', () => {
  it('is asked for with nothing but the serial in use', async () => {
    const keeper = await start({ serial: 3 });
    await keeper.update();
    const headers = { accept: trustListMediaType, 'if-none-match': '"3"' };
    expect(sent).toEqual([{ url: location, method: 'GET', headers }]);
    expect(await keeper.describe()).toMatchObject({ serial: 3, source: 'build', lookedAtMs: now.getTime(), failure: null });
  });

  it('comes into use at once, and is still in use after a restart', async () => {
    const keeper = await start({ serial: 3 });
    published = { token: `${await sign({ serial: 4 })}\n` };
    expect(await keeper.update()).toMatchObject({ serial: 4, source: 'published', failure: null });
    const restarted = await start({ serial: 3 });
    expect([await serialOf(keeper), await serialOf(restarted)]).toEqual([4, 4]);
  });

  it('gives way to a still newer one that comes with an update of the extension', async () => {
    published = { token: await sign({ serial: 4 }) };
    await (await start({ serial: 3 })).update();
    const updated = await start({ serial: 5 });
    expect([await serialOf(updated), await updated.describe()]).toMatchObject([5, { source: 'build' }]);
  });

  it('is looked for once when two ask', async () => {
    const keeper = await start({ serial: 3 });
    await Promise.all([keeper.update(), keeper.update()]);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['an older one', async () => ({ token: await sign({ serial: 2 }) }), 'trust_list_rolled_back'],
    ['one that another root signed', async () => ({ token: await sign({ serial: 4 }, await strangeSigner()) }), 'trust_list_invalid'],
    ['one in which a letter was changed', async () => ({ token: (await sign({ serial: 4 })).replace('.', '.e') }), 'trust_list_invalid'],
    ['something of another kind', async () => ({ token: '<html>', contentType: 'text/html' }), 'trust_list_invalid'],
    ['an error of the server', async () => ({ status: 500 }), 'unavailable'],
    ['nothing there', async () => ({ status: 404 }), 'unavailable'],
  ])('is not taken from %s, and the list in use stays', async (_what, publish, code) => {
    const keeper = await start({ serial: 3 });
    published = await publish();
    expect(await keeper.update()).toMatchObject({ serial: 3, source: 'build', failure: code });
    expect([await serialOf(keeper), await serialOf(await start({ serial: 3 }))]).toEqual([3, 3]);
  });
});

const strangeSigner = async () => createTestSeal(await createTestRoot(), 'urn:x', { purposes: [trustListSigningUsage] });

describe('an older trust list', () => {
  it('never comes back, even when what was found is lost', async () => {
    published = { token: await sign({ serial: 7 }) };
    await (await start({ serial: 3 })).update();
    kept = { ...(kept as StoredTrust), tokens: ['a.b.c'] };
    const keeper = await start({ serial: 3 });
    await expect(keeper.read()).rejects.toMatchObject({ code: 'trust_list_rolled_back' });
    published = { token: await sign({ serial: 6 }) };
    expect(await keeper.update()).toMatchObject({ failure: 'trust_list_rolled_back' });
    published = { token: await sign({ serial: 7 }) };
    expect(await keeper.update()).toMatchObject({ serial: 7, failure: null });
    expect(await serialOf(keeper)).toBe(7);
  });

  it('of other roots does not count', async () => {
    kept = { version: 1, pinned: 'other', serial: 9, tokens: ['a.b.c'], lookedAtMs: 1, failure: null };
    expect(await serialOf(await start({ serial: 3 }))).toBe(3);
  });

  it('is read, and releases nothing, once its grace is over', async () => {
    const keeper = await start({ serial: 3, nextUpdate: '2026-01-18T00:00:00Z' });
    now = new Date('2026-01-31T23:59:59Z');
    expect([(await keeper.readCurrent()).list.serial, await keeper.describe()]).toMatchObject([3, { freshness: 'overdue' }]);
    now = new Date('2026-02-01T00:00:00Z');
    await expect(keeper.readCurrent()).rejects.toMatchObject({ code: 'trust_list_expired' });
    expect([await serialOf(keeper), await keeper.describe()]).toMatchObject([3, { freshness: 'expired' }]);
  });
});

describe('a root that takes over', () => {
  it('is believed by what the list in use announced, after a restart too', async () => {
    const next = await createTestRoot();
    const nextSigner = await createTestSeal(next, 'urn:daricheh:trust-list', { purposes: [trustListSigningUsage] });
    const nextRoot = { certificate: encodeBase64Url(next.der), from: '2026-03-01T00:00:00Z', aloneFrom: '2026-05-01T00:00:00Z' };
    published = { token: await sign({ serial: 4, nextRoot }) };
    const keeper = await start({ serial: 3 });
    await keeper.update();
    now = new Date('2026-03-01T00:00:00Z');
    published = { token: await sign({ serial: 5 }, nextSigner) };
    expect(await keeper.update()).toMatchObject({ serial: 5, failure: null });
    now = new Date('2026-05-01T00:00:00Z');
    const restarted = await start({ serial: 3 });
    expect(await serialOf(restarted)).toBe(5);
    published = { token: await sign({ serial: 6 }) };
    expect(await restarted.update()).toMatchObject({ serial: 5, failure: 'trust_list_invalid' });
  });
});
