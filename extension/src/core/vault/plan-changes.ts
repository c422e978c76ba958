import { AppError } from '@daricheh/shared/errors';
import { sealItem, type VaultKey } from './seal-item.ts';
import { indexId, type Revisions, readIndex, sealIndex, type TableIndex } from './table-index.ts';
import type { SealedItem, StoreChange } from './vault-store.ts';

/** One change of what the vault holds. `replaces`: the revision that it was made from; without it, the newest is replaced. */
export type ItemChange =
  | { readonly kind: 'put'; readonly table: string; readonly id: string; readonly value: unknown; readonly replaces?: number }
  | { readonly kind: 'remove'; readonly table: string; readonly id: string };

/**
 * What the store must do for these changes of one table, its index included. `rows`: the index and the
 * items concerned as they are now; the whole table where its index cannot be read.
 * @throws AppError `vault_conflict` when a change was made from a revision that is no longer the newest
 */
export async function planChanges(
  key: VaultKey,
  table: string,
  rows: readonly SealedItem[],
  changes: readonly ItemChange[],
): Promise<StoreChange[]> {
  const index = await readIndex(key, rows);
  const next: Record<string, number> = { ...rebuildWhereUnknown(index, rows) };
  const planned: StoreChange[] = [];
  for (const change of lastOfEach(changes)) {
    if (change.id === indexId) throw new AppError('internal_error', { what: 'item id' });
    const row = rows.find((item) => item.id === change.id);
    const revision = Math.max(row?.revision ?? 0, Math.abs(next[change.id] ?? 0));
    if (change.kind === 'remove') {
      if (row) planned.push({ kind: 'remove', table, id: change.id, replaces: row.revision });
      if (revision > 0) next[change.id] = -revision;
      continue;
    }
    if (change.replaces !== undefined && change.replaces !== row?.revision) throw new AppError('vault_conflict');
    const item = await sealItem(key, { table, id: change.id, revision: revision + 1 }, change.value);
    planned.push({ kind: 'put', item, replaces: row?.revision ?? null });
    next[change.id] = item.revision;
  }
  return planned.length === 0 ? [] : [...planned, await sealIndex(key, table, index, next)];
}

/** Where the index cannot be read, what lies there is taken for what should: the next write mends the table. */
function rebuildWhereUnknown(index: TableIndex, rows: readonly SealedItem[]): Revisions {
  if (index.revisions !== 'unknown') return index.revisions;
  return Object.fromEntries(rows.filter((row) => row.id !== indexId).map((row) => [row.id, row.revision]));
}

/** Of several changes of one item, the last. */
function lastOfEach(changes: readonly ItemChange[]): ItemChange[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}
