import { beforeEach, describe, expect, it } from 'vitest';
import { answerJson, createIssuingWorld, describeTestIssuer, describeTestServer, type IssuingWorld } from '../testing/issuing-world.ts';
import { takeCredential } from '../usable-credentials.ts';
import { acceptOffer } from './accept-offer.ts';
import { removeDocument } from './keep-received.ts';
import { receiveOffer } from './receive-offer.ts';
import { renewDocument, renewDocuments } from './renew-document.ts';
import { tellIssuers } from './tell-issuers.ts';

const hourMs = 3_600_000;
let world: IssuingWorld;

/** One document of three copies for an hour, from an issuer that lets it be renewed and wants to hear of it. */
beforeEach(async () => {
  world = await createIssuingWorld();
  const { origin } = world.issuer;
  world.answers['/.well-known/openid-credential-issuer'] = () =>
    answerJson({ ...describeTestIssuer(origin), notification_endpoint: `${origin}/notify` });
  world.answers['/.well-known/oauth-authorization-server'] = () => {
    const server = describeTestServer(origin);
    return answerJson({ ...server, grant_types_supported: [...server.grant_types_supported, 'refresh_token'] });
  };
  let tokens = 0;
  world.answers['/token'] = () => {
    tokens += 1;
    return answerJson({ access_token: `token ${tokens}`.replace(' ', '-'), token_type: 'Bearer', refresh_token: `refresh-${tokens}` });
  };
  const issue = world.answers['/credential'];
  world.answers['/credential'] = async (request) => {
    const answer = await issue?.(request);
    if (!answer) throw new Error('nothing issued');
    const document = JSON.parse(new TextDecoder().decode(answer.bytes)) as object;
    return answerJson({ ...document, notification_id: `n${tokens}` });
  };
  world.answers['/notify'] = () => ({ ...answerJson(null, 204), bytes: new Uint8Array() });
  await receiveOffer(await acceptOffer(world.link, undefined, world.ports), null, world.ports);
});

async function readHeld() {
  const [held] = (await world.ports.records.credentials.list()).items;
  if (!held) throw new Error('nothing is held');
  return held;
}

/** Bodies of what was posted to `path`. */
function listPosted(path: string): string[] {
  return world.sent.filter(({ url }) => new URL(url).pathname === path).map(({ body = '' }) => body);
}

async function use(times: number): Promise<void> {
  const { id } = await readHeld();
  for (let time = 0; time < times; time++) await takeCredential(world.ports.records, id, world.clock.nowMs);
}

describe('renewing', () => {
  it('waits until it is due, and then gives new copies under new keys, and takes the old away', async () => {
    const before = await readHeld();
    await renewDocuments(world.ports);
    expect(await readHeld()).toEqual(before);
    world.clock.nowMs += hourMs * 0.8;
    await renewDocuments(world.ports);
    const after = await readHeld();
    expect(after).toMatchObject({ id: before.id, renewedAtMs: world.clock.nowMs, receivedAtMs: before.receivedAtMs });
    const keyIds = (await world.ports.records.keys.list()).items.map(({ id }) => id);
    expect(after.instances.every(({ keyId }) => keyIds.includes(keyId))).toBe(true);
    expect(before.instances.some(({ keyId }) => keyIds.includes(keyId))).toBe(false);
  });

  it('comes sooner when copies run out, but not at once; and asks for a whole batch whatever is left', async () => {
    // It would last a year.
    await world.ports.records.credentials.revise((await readHeld()).id, (held) => ({
      ...held,
      renewal: { dueAtMs: world.clock.nowMs + 5000 * hourMs, failed: null },
    }));
    await use(2);
    await renewDocuments(world.ports);
    const planned = (await readHeld()).renewal?.dueAtMs ?? 0;
    expect(planned).toBe(world.clock.nowMs + 6 * hourMs);
    expect(listPosted('/credential')).toHaveLength(1);
    world.clock.nowMs = planned;
    await renewDocuments(world.ports);
    const [first = '', second = ''] = listPosted('/credential');
    const countProofs = (body: string) => (JSON.parse(body) as { proofs: { jwt: string[] } }).proofs.jwt.length;
    expect([countProofs(first), countProofs(second)]).toEqual([3, 3]);
    expect((await readHeld()).instances.every(({ usedAtMs }) => usedAtMs === null)).toBe(true);
  });

  it('keeps the next refresh token before it uses the access token', async () => {
    const { id } = await readHeld();
    world.answers['/credential'] = () => answerJson({ error: 'temporarily_unavailable' }, 503);
    expect(await renewDocument(id, world.ports)).toBe(false);
    expect((await world.ports.records.grants.list()).items).toMatchObject([{ refreshToken: 'refresh-2' }]);
  });

  it('leaves the copies as they are when it fails, says why, and waits before it tries again', async () => {
    const before = await readHeld();
    await use(3);
    world.answers['/token'] = () => answerJson({ error: 'invalid_grant' }, 400);
    expect(await renewDocument(before.id, world.ports)).toBe(false);
    const after = await readHeld();
    expect(after.renewal?.failed).toEqual({ atMs: world.clock.nowMs, code: 'invalid_grant' });
    expect(after.renewal?.dueAtMs).toBeGreaterThan(world.clock.nowMs + 24 * hourMs);
    expect(await takeCredential(world.ports.records, before.id, 9)).toMatchObject({ isReused: true });
    expect((await readHeld()).reusedAtMs).toBe(9);
  });

  it('puts nothing in the place of copies that turn out not to be what was ordered, and tells the issuer', async () => {
    const { id, instances } = await readHeld();
    world.answers['/credential'] = () => answerJson({ credentials: [{ credential: 'x' }], notification_id: 'bad' });
    expect(await renewDocument(id, world.ports)).toBe(false);
    expect((await readHeld()).instances).toEqual(instances);
    await tellIssuers(world.ports);
    expect(listPosted('/notify').map((body) => JSON.parse(body) as unknown)).toContainEqual({
      notification_id: 'bad',
      event: 'credential_failure',
    });
  });
});

it('a document that is removed while its issuer is asked stays removed, and the issuer hears of it', async () => {
  const held = await readHeld();
  const { records } = world.ports;
  const issue = world.answers['/credential'];
  world.answers['/credential'] = async (request) => {
    await records.commit(removeDocument(held, records, world.clock.nowMs));
    const answer = await issue?.(request);
    if (!answer) throw new Error('nothing issued');
    return answer;
  };
  await renewDocument(held.id, world.ports);
  expect((await records.credentials.list()).items).toEqual([]);
  expect((await records.notices.list()).items.map(({ event }) => event)).toEqual([
    'credential_accepted',
    'credential_deleted',
    'credential_deleted',
  ]);
});

describe('telling issuers', () => {
  it('F5: says what was kept once it is kept, and again until it arrives', async () => {
    world.answers['/notify'] = () => answerJson({}, 503);
    await tellIssuers(world.ports);
    expect((await world.ports.records.notices.list()).items).toHaveLength(1);
    world.answers['/notify'] = () => ({ ...answerJson(null, 204), bytes: new Uint8Array() });
    await tellIssuers(world.ports);
    await tellIssuers(world.ports);
    expect(listPosted('/notify').map((body) => JSON.parse(body) as unknown)).toEqual(
      [1, 2].map(() => ({ notification_id: 'n1', event: 'credential_accepted' })),
    );
  });

  it('says that a document was removed, under a new token where the old has run out, and then forgets the grant', async () => {
    await tellIssuers(world.ports);
    const { records } = world.ports;
    await records.commit(removeDocument(await readHeld(), records, world.clock.nowMs));
    world.answers['/notify'] = ({ headers }) =>
      headers?.['authorization'] === 'Bearer token-1'
        ? answerJson({ error: 'invalid_token' }, 401)
        : { ...answerJson(null, 204), bytes: new Uint8Array() };
    await tellIssuers(world.ports);
    expect(JSON.parse(listPosted('/notify').at(-1) ?? '')).toEqual({ notification_id: 'n1', event: 'credential_deleted' });
    expect((await records.notices.list()).items).toEqual([]);
    expect((await records.grants.list()).items).toEqual([]);
  });

  it('forgets what the issuer does not want to hear', async () => {
    world.answers['/notify'] = () => answerJson({ error: 'invalid_notification_id' }, 400);
    await tellIssuers(world.ports);
    expect((await world.ports.records.notices.list()).items).toEqual([]);
    expect((await world.ports.records.grants.list()).items).toHaveLength(1);
  });
});
