import { createStatusChecker, inflateZlib } from '@daricheh/shared/credential';
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

  it('may be kept for ten minutes by whoever fetched it', async () => {
    const app = await createTestApp();
    const { headers } = await app.send(registry, '/daricheh/status-lists/1');
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/statuslist+jwt', 'public, max-age=600']);
  });
});

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
