import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { acceptOffer } from './receive/accept-offer.ts';
import { receiveOffer } from './receive/receive-offer.ts';
import { lookUpNew, refreshStandings } from './refresh-standing.ts';
import { createIssuingWorld, type IssuingWorld } from './testing/issuing-world.ts';

let world: IssuingWorld;
let verdict: ErrorCode | null;
let lookUps: string[];

/** A document whose issuer keeps a status. */
beforeEach(async () => {
  world = await createIssuingWorld();
  [verdict, lookUps] = [null, []];
  world.claims.open = { status: { status_list: { uri: `${world.issuer.origin}/list`, idx: 7 } } };
  await receiveOffer(await acceptOffer(world.link, undefined, world.ports), null, world.ports);
});

const ports = () => ({
  records: world.ports.records,
  nowMs: world.ports.nowMs,
  checkStatus: async ({ uri }: { uri: string }) => {
    lookUps.push(uri);
    if (verdict) throw new AppError(verdict);
    return { asOf: new Date(world.clock.nowMs), isFresh: true, token: 'status token' };
  },
});

async function readHeld() {
  const [held] = (await world.ports.records.credentials.list()).items;
  if (!held) throw new Error('nothing is held');
  return held;
}

describe('the standing of a document', () => {
  it('is looked up once it has come, and not once more for that', async () => {
    await lookUpNew(ports());
    await lookUpNew(ports());
    expect(lookUps).toEqual([`${world.issuer.origin}/list`]);
    expect(await readHeld()).toMatchObject({ standing: { state: 'valid', checkedAtMs: world.clock.nowMs }, stopped: null });
  });

  it.each([
    ['credential_revoked', 'revoked'],
    ['credential_suspended', 'suspended'],
  ] as const)('says why it stopped, and when the wallet learned of it: %s', async (code, reason) => {
    await refreshStandings(ports());
    verdict = code;
    world.clock.nowMs += 1000;
    const learnedAtMs = world.clock.nowMs;
    await refreshStandings(ports());
    world.clock.nowMs += 1000;
    await refreshStandings(ports());
    expect((await readHeld()).stopped).toEqual({ reason, atMs: learnedAtMs, isSeen: false });
  });

  it('says that it has expired', async () => {
    world.clock.nowMs += 3_600_000;
    await refreshStandings(ports());
    expect((await readHeld()).stopped?.reason).toBe('expired');
  });

  it('is valid again when its issuer takes the suspension back', async () => {
    verdict = 'credential_suspended';
    await refreshStandings(ports());
    verdict = null;
    await refreshStandings(ports());
    expect(await readHeld()).toMatchObject({ standing: { state: 'valid' }, stopped: null });
  });

  it('stays what it was last known to be when the issuer cannot be asked, and says so', async () => {
    verdict = 'credential_revoked';
    await refreshStandings(ports());
    verdict = 'status_list_unreachable';
    world.clock.nowMs += 1000;
    await refreshStandings(ports());
    expect(await readHeld()).toMatchObject({ standing: { state: 'revoked' }, checkFailedAtMs: world.clock.nowMs });
  });
});
