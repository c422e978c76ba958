import { AppError } from '@daricheh/shared/errors';
import { type ItemChange, planChanges } from './plan-changes.ts';
import { openItem, type VaultKey } from './seal-item.ts';
import { findMissing, indexId, isCurrent, readIndex, type TableIndex } from './table-index.ts';
import type { SealedItem, StoreChange, VaultStore } from './vault-store.ts';

export type OpenedItem = { readonly id: string; readonly revision: number; readonly value: unknown };

/** What can be read of a table, and the ids of what cannot. An empty id among them stands for the table's index. */
export type OpenedTable = { readonly items: readonly OpenedItem[]; readonly damaged: readonly string[] };

/** The items of the open vault. Every method throws AppError `vault_locked` while it is not open. */
export type VaultItems = {
  /** The item, or undefined where there is none. @throws AppError `item_damaged` */
  read(table: string, id: string): Promise<OpenedItem | undefined>;
  /** What can be read, and the ids of what is damaged, missing, or older than it was. */
  list(table: string): Promise<OpenedTable>;
  /**
   * Makes all changes, across tables, or none; they are on disk when it resolves. Values must survive JSON.
   * @throws AppError `vault_conflict` when an item is no longer at the revision that a change `replaces`; `storage_full`
   */
  commit(changes: readonly ItemChange[]): Promise<void>;
};

type Ports = {
  readonly store: VaultStore;
  readonly openKey: () => Promise<VaultKey>;
  readonly onChange: () => Promise<void>;
};

/** Tries after which a table that keeps changing under us is given up. */
const tries = 4;

/** The items over a store, under the key that `openKey` gives at each use. Writes of one worker follow each other; a conflict with another is tried again. */
export function createVaultItems({ store, openKey, onChange }: Ports): VaultItems {
  /** Writes follow each other: each table's index is one row, which two writes at once would both replace. */
  let last: Promise<unknown> = Promise.resolve();

  async function plan(key: VaultKey, changes: readonly ItemChange[]): Promise<StoreChange[]> {
    const tables = [...new Set(changes.map((change) => change.table))];
    const planned = tables.map(async (table) => {
      const own = changes.filter((change) => change.table === table);
      return planChanges(key, table, await readConcerned(store, key, table, own), own);
    });
    return (await Promise.all(planned)).flat();
  }

  async function commit(changes: readonly ItemChange[]): Promise<void> {
    const key = await openKey();
    for (let attempt = 1; ; attempt++) {
      const planned = await plan(key, changes);
      try {
        if (planned.length > 0) await store.commit(planned);
        return await onChange();
      } catch (error) {
        const isConflict = error instanceof AppError && error.code === 'vault_conflict';
        if (!isConflict || attempt === tries) throw error;
      }
    }
  }

  return {
    read: async (table, id) => {
      const key = await openKey();
      const rows = await store.readItems(table, [indexId, id]);
      const opened = await openRow(
        key,
        await readIndex(key, rows),
        rows.find((row) => row.id === id),
        id,
      );
      if (opened === 'damaged') throw new AppError('item_damaged', { table });
      return opened;
    },
    list: async (table) => {
      const key = await openKey();
      return openTable(key, await store.readTable(table));
    },
    commit: (changes) => {
      const mine = last.then(() => commit(changes));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function readConcerned(store: VaultStore, key: VaultKey, table: string, changes: readonly ItemChange[]): Promise<SealedItem[]> {
  const rows = await store.readItems(table, [indexId, ...new Set(changes.map((change) => change.id))]);
  const { revision, revisions } = await readIndex(key, rows);
  return revision === null || revisions === 'unknown' ? store.readTable(table) : rows;
}

async function openTable(key: VaultKey, rows: readonly SealedItem[]): Promise<OpenedTable> {
  const index = await readIndex(key, rows);
  const items: OpenedItem[] = [];
  const damaged = findMissing(index, rows);
  if (index.revisions === 'unknown') damaged.push(indexId);
  for (const row of rows.filter((each) => each.id !== indexId)) {
    const opened = await openRow(key, index, row, row.id);
    if (opened === 'damaged') damaged.push(row.id);
    else if (opened) items.push(opened);
  }
  return { items, damaged };
}

async function openRow(
  key: VaultKey,
  index: TableIndex,
  row: SealedItem | undefined,
  id: string,
): Promise<OpenedItem | 'damaged' | undefined> {
  if (!row) return index.revisions !== 'unknown' && (index.revisions[id] ?? 0) > 0 ? 'damaged' : undefined;
  const opened = isCurrent(index, row) ? await openItem(key, row) : 'damaged';
  return opened === 'damaged' ? opened : { id: row.id, revision: row.revision, value: opened.value };
}
