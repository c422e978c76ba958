import { createStatusChecker, inflateZlib, readStatus } from '@daricheh/shared/credential';
import type { ReceivedCredential } from '@daricheh/shared/issuance';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { apiKeyOf, createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { receiveBoth } from '../testing/test-receiver.ts';

const registry = 'civil-registry';
const issuer = originOf(registry);
const refusal = (code: string) => expect.objectContaining({ code });

describe('the status list', () => {
  it('says valid, then revoked once the registry revokes, and valid again', async () => {
    const app = await createTestApp();
    const { identity, signing, offerId } = await receiveBoth(app);
    const other = await receiveBoth(app);
    const check = (received: ReceivedCredential) => {
      const { verified } = received;
      if (!verified.status) throw new Error('no status');
      return createLookUp(app)(verified.status, { issuer, whenUnreachable: 'refuse' });
    };
    await expect(check(identity)).resolves.toMatchObject({ isFresh: true });
    expect(await change(app, { offerId, status: 'invalid' })).toEqual({ changed: 2 });
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    for (const received of [identity, signing]) await expect(check(received)).rejects.toThrow(refusal('credential_revoked'));
    await expect(check(other.identity)).resolves.toBeDefined();
    await change(app, { offerId, status: 'suspended' });
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    await expect(check(identity)).rejects.toThrow(refusal('credential_suspended'));
    await change(app, { offerId, status: 'valid' });
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    await expect(check(identity)).resolves.toBeDefined();
  });

  it('is changed only by the agency’s own back end', async () => {
    const app = await createTestApp();
    const answer = await app.send(registry, '/daricheh/issuer/statuses', { json: { offerId: 'a', status: 'invalid' } });
    expect(answer.status).toBe(401);
  });

  it('may be kept for ten minutes by whoever fetched it, and read by any page', async () => {
    const app = await createTestApp();
    await receiveBoth(app);
    const { headers } = await app.send(registry, '/daricheh/status-lists/1');
    const told = ['content-type', 'cache-control', 'access-control-allow-origin'].map((name) => headers.get(name));
    expect(told).toEqual(['application/statuslist+jwt', 'public, max-age=600', '*']);
  });

  it('is named alone by a credential, and is the same for whoever asks', async () => {
    const app = await createTestApp();
    const { identity } = await receiveBoth(app);
    const uri = new URL(identity.verified.status?.uri ?? '');
    expect([uri.pathname, uri.search, uri.hash]).toEqual(['/daricheh/status-lists/1', '', '']);
    const ask = async (headers: Record<string, string>) => (await app.send(registry, uri.pathname, { headers })).text();
    expect(await ask({ cookie: 'daricheh_session=x', referer: 'https://shop.example' })).toBe(await ask({}));
  });

  it('holds entries that are nobody’s, so that a count tells nothing', async () => {
    const app = await createTestApp();
    const { identity, offerId } = await receiveBoth(app);
    const before = await countStatuses(app);
    expect(before.revoked).toBeGreaterThan(128);
    expect(before.suspended).toBeGreaterThan(0);
    expect(before.revoked + before.suspended).toBeLessThan(512);
    expect(before.statusOf(identity)).toBe(0);
    await change(app, { offerId, status: 'suspended' });
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    const after = await countStatuses(app);
    expect(after.statusOf(identity)).toBe(2);
    expect(after.revoked).toBeGreaterThanOrEqual(before.revoked);
  });

  it('gives way to the next when it fills, and all are named where the metadata says', async () => {
    const { deps } = await createTestApp();
    let isFull = false;
    const { issued } = deps.store;
    const claim: typeof issued.claim = async (place) => (isFull && place.list === 1 ? false : issued.claim(place));
    const app = await createTestApp({ store: { ...deps.store, issued: { ...issued, claim } } });
    const first = await receiveBoth(app);
    isFull = true;
    const second = await receiveBoth(app);
    const uris = [1, 2].map((list) => `${issuer}/daricheh/status-lists/${list}`);
    expect([first, second].map(({ identity }) => identity.verified.status?.uri)).toEqual(uris);
    expect(app.logged.filter(({ event }) => event === 'status list opened').map(({ list }) => list)).toEqual([1, 2]);
    const metadata = (await (await app.send(registry, '/.well-known/openid-credential-issuer')).json()) as Record<string, string>;
    const named = new URL(metadata['status_list_aggregation_endpoint'] ?? '').pathname;
    expect(await (await app.send(registry, named)).json()).toEqual({ status_lists: uris });
    await change(app, { offerId: first.offerId, status: 'invalid' });
    const look = createLookUp(app);
    const options = { issuer, whenUnreachable: 'refuse' } as const;
    await expect(look(given(first.identity), options)).rejects.toThrow(refusal('credential_revoked'));
    await expect(look(given(second.identity), options)).resolves.toMatchObject({ isFresh: true });
  });

  it('does not exist before it is opened, and does not speak for the past', async () => {
    const app = await createTestApp();
    await receiveBoth(app);
    const statuses = await Promise.all(
      ['/1', '/2', '/0', '/1.5', '/x', '/1?time=1'].map(async (path) => (await app.send(registry, `/daricheh/status-lists${path}`)).status),
    );
    expect(statuses).toEqual([200, 404, 404, 404, 404, 501]);
  });
});

function given({ verified }: ReceivedCredential) {
  if (!verified.status) throw new Error('no status');
  return verified.status;
}

async function countStatuses(app: TestApp) {
  const token = await (await app.send(registry, '/daricheh/status-lists/1')).text();
  const { status_list: list } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    status_list: { bits: 2; lst: string };
  };
  const bytes = await inflateZlib(new Uint8Array(Buffer.from(list.lst, 'base64url')), 32_768);
  const all = Array.from({ length: 131_072 }, (_unused, index) => readStatus(bytes, list.bits, index));
  return {
    revoked: all.filter((status) => status === 1).length,
    suspended: all.filter((status) => status === 2).length,
    statusOf: (received: ReceivedCredential) => all[given(received).index],
  };
}

/** A new checker each time: it remembers nothing. */
function createLookUp({ deps, send }: TestApp) {
  const verifyChain = createChainVerifier({ anchors: deps.anchors, verifyP256: deps.verifyP256 });
  const fetchStatusList = async (uri: string) => (await send(registry, new URL(uri).pathname)).text();
  return createStatusChecker({ ...deps, verifyChain, inflate: inflateZlib, fetchStatusList });
}

async function change(app: TestApp, json: { offerId: string; status: string }): Promise<unknown> {
  const headers = { authorization: `Bearer ${apiKeyOf(registry)}` };
  return (await app.send(registry, '/daricheh/issuer/statuses', { headers, json })).json();
}
