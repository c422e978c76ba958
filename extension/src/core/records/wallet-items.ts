/** One change of what the vault holds. */
export type ItemChange =
  | { readonly kind: 'put'; readonly table: string; readonly id: string; readonly value: unknown }
  | { readonly kind: 'remove'; readonly table: string; readonly id: string };

/** The items of the open vault. Every method throws AppError `vault_locked` while it is not open. */
export type WalletItems = {
  /** What can be read, and the ids of what cannot. */
  list(
    table: string,
  ): Promise<{ readonly items: readonly { readonly id: string; readonly value: unknown }[]; readonly damaged: readonly string[] }>;
  /** Makes all changes, or none. */
  commit(changes: readonly ItemChange[]): Promise<void>;
};
