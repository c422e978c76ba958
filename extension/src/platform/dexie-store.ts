import { AppError } from '@daricheh/shared/errors';
import { Dexie, type Table } from 'dexie';
import type { SealedItem, StoreChange, StoredHeader, VaultStore } from '../core/vault/vault-store.ts';

type HeaderRow = StoredHeader & { readonly id: 'vault' };

class Database extends Dexie {
  readonly header!: Table<HeaderRow, string>;
  readonly items!: Table<SealedItem, [string, string]>;

  constructor(name: string) {
    // What is answered as kept must survive a crash of the machine, so each commit waits for the disk.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ header: 'id', items: '[table+id], table' });
  }
}

/** The vault's store in IndexedDB. Two contexts may write at once: each commit checks the revisions that it replaces. */
export function createDexieStore(name = 'daricheh'): VaultStore & { close(): void } {
  const database = new Database(name);
  const { header, items } = database;
  return {
    readHeader: async () => stripId(await header.get('vault')),
    readItems: async (table, ids) => {
      const found = await items.bulkGet(ids.map((id) => [table, id]));
      return found.filter((item) => item !== undefined);
    },
    readTable: (table) => items.where('table').equals(table).toArray(),
    commit: (changes) => commit(database, changes),
    close: () => database.close(),
  };
}

async function commit(database: Database, changes: readonly StoreChange[]): Promise<void> {
  try {
    await database.transaction('rw', database.header, database.items, async () => {
      for (const change of changes) await apply(database, change);
    });
  } catch (error) {
    throw translate(error);
  }
}

async function apply(database: Database, change: StoreChange): Promise<void> {
  const { header, items } = database;
  if (change.kind === 'header') {
    expectRevision((await header.get('vault'))?.revision, change.replaces);
    await header.put({ id: 'vault', ...change.stored });
    return;
  }
  const key: [string, string] = change.kind === 'put' ? [change.item.table, change.item.id] : [change.table, change.id];
  expectRevision((await items.get(key))?.revision, change.replaces);
  await (change.kind === 'put' ? items.put(change.item) : items.delete(key));
}

function expectRevision(found: number | undefined, expected: number | null): void {
  if ((found ?? null) !== expected) throw new AppError('vault_conflict');
}

function stripId(row: HeaderRow | undefined): StoredHeader | undefined {
  return row && { revision: row.revision, header: row.header };
}

/** Dexie wraps what a transaction threw, and what the browser refused, in errors of its own. */
function translate(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const inner = error instanceof Dexie.DexieError ? error.inner : error;
  if (inner instanceof AppError) return inner;
  const isFull = [error, inner].some((each) => each instanceof Error && each.name === 'QuotaExceededError');
  return isFull ? new AppError('storage_full', {}, { cause: error }) : error;
}
