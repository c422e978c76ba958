import type { WalletItems } from '../wallet-items.ts';

/** Items in memory, for tests: as an open vault would hold them. */
export function createMemoryItems(): WalletItems {
  const kept = new Map<string, { table: string; id: string; value: unknown }>();
  return {
    list: async (table) => ({
      items: [...kept.values()].filter((item) => item.table === table).map(({ id, value }) => ({ id, value: structuredClone(value) })),
      damaged: [],
    }),
    commit: async (changes) => {
      for (const change of changes) {
        const key = `${change.table}/${change.id}`;
        if (change.kind === 'put') kept.set(key, structuredClone(change));
        else kept.delete(key);
      }
    },
  };
}
