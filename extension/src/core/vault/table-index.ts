import * as z from 'zod/mini';
import { openItem, sealItem, type VaultKey } from './seal-item.ts';
import type { SealedItem, StoreChange } from './vault-store.ts';

/** Id of a table's index among its items. No item of a feature has it. */
export const indexId = '';

/** For each id of a table its revision; negative where the item was removed at that revision. */
const revisions = z.record(z.string(), z.number().check(z.int()));
export type Revisions = Readonly<Record<string, number>>;

/**
 * What a table should hold. Each item seals its own place, but an older row put back in its place is a true seal too:
 * the index tells it, and one that is missing. `unknown`: the index cannot be read, so only seals can be checked.
 */
export type TableIndex = { readonly revision: number | null; readonly revisions: Revisions | 'unknown' };

/** The index among the rows of a table. A table without rows has none. */
export async function readIndex(key: VaultKey, rows: readonly SealedItem[]): Promise<TableIndex> {
  const row = rows.find((item) => item.id === indexId);
  if (!row) return { revision: null, revisions: rows.length === 0 ? {} : 'unknown' };
  const opened = await openItem(key, row);
  const parsed = opened === 'damaged' ? undefined : revisions.safeParse(opened.value);
  return { revision: row.revision, revisions: parsed?.success ? parsed.data : 'unknown' };
}

/** True when `row` is the one that the index names. */
export function isCurrent(index: TableIndex, row: SealedItem): boolean {
  return index.revisions === 'unknown' || index.revisions[row.id] === row.revision;
}

/** Ids that should be there and are not. */
export function findMissing(index: TableIndex, rows: readonly SealedItem[]): string[] {
  if (index.revisions === 'unknown') return [];
  const present = new Set(rows.map((row) => row.id));
  return Object.entries(index.revisions).flatMap(([id, revision]) => (revision > 0 && !present.has(id) ? [id] : []));
}

/** The change that stores the index anew. */
export async function sealIndex(key: VaultKey, table: string, index: TableIndex, next: Revisions): Promise<StoreChange> {
  const item = await sealItem(key, { table, id: indexId, revision: (index.revision ?? 0) + 1 }, next);
  return { kind: 'put', item, replaces: index.revision };
}
