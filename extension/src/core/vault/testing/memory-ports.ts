import { AppError } from '@daricheh/shared/errors';
import { type Attempts, noAttempts } from '../attempt-delay.ts';
import type { OpenKey } from '../key-session.ts';
import type { VaultPorts } from '../vault.ts';
import type { SealedItem, StoreChange, StoredHeader } from '../vault-store.ts';

/** The vault's world in memory, open to a test's hands: `rows`, `header`, the session and a clock that it moves. */
export function createMemoryPorts() {
  const world = {
    rows: new Map<string, SealedItem>(),
    header: undefined as StoredHeader | undefined,
    open: undefined as OpenKey | undefined,
    attempts: noAttempts as Attempts,
    wasMade: false,
    nowMs: Date.UTC(2026, 10, 23),
    changes: 0,
  };
  const nameOf = (table: string, id: string) => JSON.stringify([table, id]);

  function check(change: StoreChange): void {
    const found =
      change.kind === 'header'
        ? world.header?.revision
        : world.rows.get(change.kind === 'put' ? nameOf(change.item.table, change.item.id) : nameOf(change.table, change.id))?.revision;
    if ((found ?? null) !== change.replaces) throw new AppError('vault_conflict');
  }

  function apply(change: StoreChange): void {
    if (change.kind === 'header') world.header = change.stored;
    else if (change.kind === 'put') world.rows.set(nameOf(change.item.table, change.item.id), change.item);
    else world.rows.delete(nameOf(change.table, change.id));
  }

  const ports: VaultPorts = {
    store: {
      readHeader: async () => world.header,
      readItems: async (table, ids) => ids.flatMap((id) => world.rows.get(nameOf(table, id)) ?? []),
      readTable: async (table) => [...world.rows.values()].filter((row) => row.table === table),
      commit: async (changes) => {
        changes.forEach(check);
        changes.forEach(apply);
      },
    },
    session: {
      read: async () => (world.open ? { ...world.open, key: new Uint8Array(world.open.key) } : undefined),
      write: async (open) => {
        world.open = { ...open, key: new Uint8Array(open.key) };
      },
      clear: async () => {
        world.open = undefined;
      },
    },
    attempts: {
      read: async () => world.attempts,
      write: async (attempts) => {
        world.attempts = attempts;
      },
    },
    memory: {
      wasMade: async () => world.wasMade,
      rememberMade: async () => {
        world.wasMade = true;
      },
    },
    // The least that a header may hold: tests wait for nothing.
    passphraseCost: { m: 16_384, t: 1, p: 1 },
    now: () => new Date(world.nowMs),
    autoLockMs: async () => 15 * 60_000,
    onChange: async () => {
      world.changes++;
    },
  };
  return { world, ports, nameOf };
}
