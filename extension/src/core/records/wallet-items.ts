/** One change of what the vault holds. `replaces`: the revision that it was made from; without it, the newest is replaced. */
export type ItemChange =
  | { readonly kind: 'put'; readonly table: string; readonly id: string; readonly value: unknown; readonly replaces?: number }
  | { readonly kind: 'remove'; readonly table: string; readonly id: string };

/** The items of the open vault. Every method throws AppError `vault_locked` while it is not open. */
export type WalletItems = {
  /** What can be read, each with the count of its writes, and the ids of what cannot. */
  list(table: string): Promise<{
    readonly items: readonly { readonly id: string; readonly revision: number; readonly value: unknown }[];
    readonly damaged: readonly string[];
  }>;
  /** Makes all changes, or none. @throws AppError `vault_conflict` when an item is no longer at the revision that a change `replaces` */
  commit(changes: readonly ItemChange[]): Promise<void>;
};
