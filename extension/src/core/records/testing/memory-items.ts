import { AppError } from '@daricheh/shared/errors';
import type { WalletItems } from '../wallet-items.ts';

/** Items in memory, for tests: as an open vault would hold them. */
export function createMemoryItems(): WalletItems {
  const kept = new Map<string, { table: string; id: string; revision: number; value: unknown }>();
  return {
    list: async (table) => ({
      items: [...kept.values()]
        .filter((item) => item.table === table)
        .map(({ id, revision, value }) => ({ id, revision, value: structuredClone(value) })),
      damaged: [],
    }),
    commit: async (changes) => {
      const revisionOf = ({ table, id }: { table: string; id: string }) => kept.get(`${table}/${id}`)?.revision;
      const isStale = changes.some(
        (change) => change.kind === 'put' && change.replaces !== undefined && change.replaces !== revisionOf(change),
      );
      if (isStale) throw new AppError('vault_conflict');
      for (const change of changes) {
        const key = `${change.table}/${change.id}`;
        if (change.kind === 'put') kept.set(key, structuredClone({ ...change, revision: (revisionOf(change) ?? 0) + 1 }));
        else kept.delete(key);
      }
    },
  };
}
