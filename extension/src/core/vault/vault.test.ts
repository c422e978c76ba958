import { encodeBase64Url } from '@daricheh/shared/encoding';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { createMemoryPorts } from './testing/memory-ports.ts';
import { Vault } from './vault.ts';
import { parseVaultHeader } from './vault-header.ts';

const prf = () => new Uint8Array(32).fill(7);
const salt = encodeBase64Url(new Uint8Array(32).fill(1));
const passkey = { kind: 'passkey', credentialId: 'cred-1', salt, prf: prf() } as const;
const code = await createRecoveryCode();
const recovery = { kind: 'recovery', code: await parseRecoveryCode(code) } as const;
const rpId = 'chrome-extension://abc';

async function createUnlocked() {
  const memory = createMemoryPorts();
  const vault = new Vault(memory.ports);
  await vault.create({ rpId, openers: [passkey, recovery], items: [] });
  return { ...memory, vault };
}

let { world, ports, nameOf, vault } = await createUnlocked();
beforeEach(async () => {
  ({ world, ports, nameOf, vault } = await createUnlocked());
});

const unlockedState = { state: 'unlocked', expiresAtMs: Date.UTC(2026, 10, 23, 0, 15) };

describe('a new vault', () => {
  it('is open until its expiry, and its header holds the ways in and no key', async () => {
    expect(await vault.readState()).toEqual(unlockedState);
    const header = parseVaultHeader(world.header?.header);
    expect(header.wrappings.map((way) => way.kind)).toEqual(['passkey', 'recovery']);
    expect(header).toMatchObject({ version: 1, rpId });
    expect(JSON.stringify(header)).not.toContain(encodeBase64Url(world.open?.key ?? new Uint8Array()));
  });

  it('F5: holds its first items from the start', async () => {
    const { ports: empty } = createMemoryPorts();
    const made = new Vault(empty);
    await made.create({ rpId, openers: [passkey, recovery], items: [{ kind: 'put', table: 'passkey', id: 'a', value: 1 }] });
    expect(await made.items.list('passkey')).toEqual({ items: [{ id: 'a', revision: 1, value: 1 }], damaged: [] });
  });

  it('is not made over another', async () => {
    await expect(vault.create({ rpId, openers: [passkey, recovery], items: [] })).rejects.toMatchObject({ code: 'vault_exists' });
  });

  it('is not made with one way in', async () => {
    const { ports: empty } = createMemoryPorts();
    await expect(new Vault(empty).create({ rpId, openers: [passkey], items: [] })).rejects.toMatchObject({ code: 'last_way_in' });
  });
});

describe('unlocking', () => {
  beforeEach(() => vault.lock());

  it.each([
    ['the passkey', { kind: 'passkey', credentialId: 'cred-1', prf: prf() }],
    ['the recovery code, in small letters', { kind: 'recovery', code: code.toLowerCase() }],
  ] as const)('opens with %s', async (_what, attempt) => {
    expect(await vault.readState()).toEqual({ state: 'locked' });
    expect(await vault.unlock(attempt)).toEqual({ kind: 'unlocked' });
    expect(await vault.readState()).toEqual(unlockedState);
  });

  it.each([
    ['another PRF result', { kind: 'passkey', credentialId: 'cred-1', prf: new Uint8Array(32).fill(8) }],
    ['another passkey', { kind: 'passkey', credentialId: 'cred-2', prf: prf() }],
  ] as const)('A19: refuses %s, and changes nothing', async (_what, attempt) => {
    const before = JSON.stringify(world.header);
    expect(await vault.unlock(attempt)).toEqual({ kind: 'refused', code: 'unlock_failed', waitMs: 0 });
    expect(JSON.stringify(world.header)).toBe(before);
    expect(await vault.readState()).toEqual({ state: 'locked' });
  });

  it('A20: lets a wrong recovery code wait longer each time, and opens with the right one after it', async () => {
    const wrong = { kind: 'recovery', code: await createRecoveryCode() } as const;
    const before = JSON.stringify(world.header);
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]) {
      expect(await vault.unlock(wrong)).toEqual({ kind: 'refused', code: 'unlock_failed', waitMs: seconds * 1000 });
      expect(await vault.unlock({ kind: 'recovery', code })).toEqual({ kind: 'wait', waitMs: seconds * 1000 });
      world.nowMs += seconds * 1000;
    }
    expect(JSON.stringify(world.header)).toBe(before);
    expect(await vault.unlock({ kind: 'recovery', code })).toEqual({ kind: 'unlocked' });
    expect(world.attempts.failures).toBe(0);
  });

  it('A20: tells a slip from a wrong code', async () => {
    const slip = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect(await vault.unlock({ kind: 'recovery', code: slip })).toMatchObject({ kind: 'refused', code: 'recovery_code_mistyped' });
  });

  it('refuses a way in of another vault', async () => {
    const other = await createUnlocked();
    const header = parseVaultHeader(world.header?.header);
    const foreign = parseVaultHeader(other.world.header?.header).wrappings;
    world.header = { revision: 1, header: { ...header, wrappings: foreign } };
    expect(await vault.unlock({ kind: 'recovery', code })).toMatchObject({ kind: 'refused', code: 'unlock_failed' });
  });

  it('opens with a passphrase', async () => {
    await vault.unlock({ kind: 'recovery', code });
    await vault.addWayIn({ kind: 'passphrase', passphrase: 'چهار واژهٔ بی‌ربط' });
    await vault.lock();
    expect(await vault.unlock({ kind: 'passphrase', passphrase: 'چهار واژهٔ بی‌ربط ' })).toMatchObject({ kind: 'refused' });
    world.nowMs += 60_000;
    expect(await vault.unlock({ kind: 'passphrase', passphrase: 'چهار واژهٔ بی‌ربط' })).toEqual({ kind: 'unlocked' });
  });

  it('says that there is no vault, that it is lost, or that its head is damaged', async () => {
    const { world: empty, ports: emptyPorts } = createMemoryPorts();
    const none = new Vault(emptyPorts);
    expect(await none.readState()).toEqual({ state: 'none' });
    await expect(none.unlock({ kind: 'recovery', code })).rejects.toMatchObject({ code: 'vault_missing' });
    empty.wasMade = true;
    expect(await none.readState()).toEqual({ state: 'lost' });
    empty.header = { revision: 1, header: { version: 2 } };
    expect(await none.readState()).toEqual({ state: 'damaged' });
    await expect(none.unlock({ kind: 'recovery', code })).rejects.toMatchObject({ code: 'vault_damaged' });
  });
});

describe('locking', () => {
  it('A23: leaves no key', async () => {
    await vault.lock();
    expect(world.open).toBeUndefined();
    await expect(vault.items.list('facts')).rejects.toMatchObject({ code: 'vault_locked' });
  });

  it('A23: happens at the expiry, at whatever use comes first, also in a worker that was started again', async () => {
    await vault.items.commit([{ kind: 'put', table: 'facts', id: 'a', value: 1 }]);
    const restarted = new Vault(ports);
    world.nowMs += 15 * 60_000 - 1;
    expect(await restarted.items.read('facts', 'a')).toMatchObject({ value: 1 });
    world.nowMs += 1;
    await expect(restarted.items.read('facts', 'a')).rejects.toMatchObject({ code: 'vault_locked' });
    expect(world.open).toBeUndefined();
  });

  it('moves on while the citizen is there, and not after it', async () => {
    world.nowMs += 10 * 60_000;
    await vault.extend();
    expect(world.open?.expiresAtMs).toBe(world.nowMs + 15 * 60_000);
    world.nowMs += 15 * 60_000;
    await vault.extend();
    expect(await vault.readState()).toEqual({ state: 'locked' });
  });
});

describe('ways in', () => {
  it('A22: the last one cannot be removed', async () => {
    const [first, second] = await vault.listWaysIn();
    await vault.removeWayIn(first?.id ?? '');
    await expect(vault.removeWayIn(second?.id ?? '')).rejects.toMatchObject({ code: 'last_way_in' });
    expect(await vault.listWaysIn()).toEqual([second]);
  });

  it('A28: a removed passkey opens nothing, another still does', async () => {
    await vault.addWayIn({ ...passkey, credentialId: 'cred-2', prf: new Uint8Array(32).fill(9) });
    const [first] = await vault.listWaysIn();
    await vault.removeWayIn(first?.id ?? '');
    await vault.lock();
    expect(await vault.unlock({ kind: 'passkey', credentialId: 'cred-1', prf: prf() })).toMatchObject({ kind: 'refused' });
    expect(await vault.unlock({ kind: 'passkey', credentialId: 'cred-2', prf: new Uint8Array(32).fill(9) })).toEqual({ kind: 'unlocked' });
  });

  it('a new recovery code takes the place of the old one', async () => {
    const next = await createRecoveryCode();
    await vault.addWayIn({ kind: 'recovery', code: await parseRecoveryCode(next) });
    await vault.lock();
    expect(await vault.unlock({ kind: 'recovery', code })).toMatchObject({ kind: 'refused' });
    world.nowMs += 60_000;
    expect(await vault.unlock({ kind: 'recovery', code: next })).toEqual({ kind: 'unlocked' });
  });

  it('are not added or removed while it is locked', async () => {
    await vault.lock();
    await expect(vault.addWayIn(recovery)).rejects.toMatchObject({ code: 'vault_locked' });
    await expect(vault.removeWayIn('x')).rejects.toMatchObject({ code: 'vault_locked' });
  });
});

describe('items', () => {
  const put = (id: string, value: unknown, table = 'facts') => ({ kind: 'put', table, id, value }) as const;

  it('are kept and given back, under a revision for each write', async () => {
    await vault.items.commit([put('a', { text: 'شیرین' }), put('b', 2)]);
    await vault.items.commit([put('a', 3)]);
    expect(await vault.items.list('facts')).toEqual({
      items: [
        { id: 'a', revision: 2, value: 3 },
        { id: 'b', revision: 1, value: 2 },
      ],
      damaged: [],
    });
    expect(await vault.items.read('facts', 'none')).toBeUndefined();
    expect(world.changes).toBe(2);
  });

  it('lie on disk sealed', async () => {
    await vault.items.commit([put('a', 'canary')]);
    const onDisk = [...world.rows.values()].map((row) => new TextDecoder().decode(row.ciphertext)).join();
    expect(onDisk).not.toContain('canary');
  });

  const row = (id: string) => world.rows.get(nameOf('facts', id));
  const setRow = (id: string, change: object) => {
    const current = row(id);
    if (current) world.rows.set(nameOf('facts', id), { ...current, ...change });
  };
  const flipped = (id: string) => {
    const bytes = new Uint8Array(row(id)?.ciphertext ?? []);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    return bytes;
  };

  it.each<[string, () => unknown]>([
    ['one bit changed', () => setRow('a', { ciphertext: flipped('a') })],
    ['cut short', () => setRow('a', { ciphertext: new Uint8Array(5) })],
    ['the row of another item', () => setRow('a', { ciphertext: row('b')?.ciphertext, iv: row('b')?.iv })],
    ['another revision', () => setRow('a', { revision: 9 })],
    ['its row taken away', () => world.rows.delete(nameOf('facts', 'a'))],
    [
      'an older row of its own',
      async () => {
        const old = row('a');
        await vault.items.commit([put('a', 'new')]);
        if (old) world.rows.set(nameOf('facts', 'a'), old);
      },
    ],
  ])('A21: with %s an item is damaged, and the others are read', async (_what, spoil) => {
    await vault.items.commit([put('a', 1), put('b', 2)]);
    await spoil();
    expect(await vault.items.list('facts')).toEqual({ items: [{ id: 'b', revision: 1, value: 2 }], damaged: ['a'] });
    await expect(vault.items.read('facts', 'a')).rejects.toMatchObject({ code: 'item_damaged' });
  });

  it('A21: a removed row put back is damaged', async () => {
    await vault.items.commit([put('a', 1), put('b', 2)]);
    const old = row('a');
    await vault.items.commit([{ kind: 'remove', table: 'facts', id: 'a' }]);
    expect(await vault.items.read('facts', 'a')).toBeUndefined();
    if (old) world.rows.set(nameOf('facts', 'a'), old);
    expect((await vault.items.list('facts')).damaged).toEqual(['a']);
  });

  it('A21: without a readable index items are still read, it is said, and the next write mends it', async () => {
    await vault.items.commit([put('a', 1), put('b', 2)]);
    setRow('', { ciphertext: flipped('') });
    const listed = await vault.items.list('facts');
    expect(listed.items.map((item) => item.value)).toEqual([1, 2]);
    expect(listed.damaged).toEqual(['']);
    await vault.items.commit([put('c', 3)]);
    expect(await vault.items.list('facts')).toMatchObject({ items: [{ value: 1 }, { value: 2 }, { value: 3 }], damaged: [] });
  });

  it('F7: writes at once are all kept; one made from an old revision is refused', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => vault.items.commit([put(`n${n}`, n), put('shared', n, 'cases')])));
    expect((await vault.items.list('facts')).items).toHaveLength(20);
    expect((await vault.items.read('cases', 'shared'))?.revision).toBe(20);
    const stale = { ...put('shared', 'mine', 'cases'), replaces: 19 };
    await expect(vault.items.commit([stale])).rejects.toMatchObject({ code: 'vault_conflict' });
  });

  it('F7: two workers that write one table at once lose nothing', async () => {
    const other = new Vault(ports);
    const writes = Array.from({ length: 3 }, (_, n) => [vault.items.commit([put(`a${n}`, n)]), other.items.commit([put(`b${n}`, n)])]);
    await Promise.all(writes.flat());
    expect((await vault.items.list('facts')).items).toHaveLength(6);
  });
});
