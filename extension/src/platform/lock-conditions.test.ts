import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchLockConditions } from './lock-conditions.ts';
import { createKeySession, lockAlarm } from './session-key.ts';

const key = () => new Uint8Array(32).fill(5);
const open = { vaultId: 'v', expiresAtMs: 1_800_000_000_000 };

beforeEach(() => fakeBrowser.reset());

describe('the session of an open vault', () => {
  it('keeps the key in memory, and rings at its expiry', async () => {
    const session = createKeySession();
    await session.write({ ...open, key: key() });
    expect(await session.read()).toEqual({ ...open, key: key() });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.alarms.get(lockAlarm)).toMatchObject({ scheduledTime: open.expiresAtMs });
  });

  it('A23: leaves nothing when it is cleared', async () => {
    const session = createKeySession();
    await session.write({ ...open, key: key() });
    await session.clear();
    expect(await session.read()).toBeUndefined();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await fakeBrowser.alarms.get(lockAlarm)).toBeFalsy();
  });
});

describe('the lock', () => {
  it.each([
    ['locks when the system locks', 'locked', 1],
    ['leaves the vault open while the citizen only looks elsewhere', 'idle', 0],
  ] as const)('A23: %s', async (_what, state, times) => {
    const listeners: ((state: string) => void)[] = [];
    fakeBrowser.idle.onStateChanged.addListener = (listener) => void listeners.push(listener as (state: string) => void);
    const lock = vi.fn(async () => undefined);
    watchLockConditions(lock, async () => undefined);
    for (const listener of listeners) listener(state);
    expect(lock).toHaveBeenCalledTimes(times);
  });
});
