/** One sealed item as it lies on disk. `revision` counts its writes, from 1. */
export type SealedItem = {
  readonly table: string;
  readonly id: string;
  readonly revision: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
};

/** The header as it lies on disk, unread. */
export type StoredHeader = { readonly revision: number; readonly header: unknown };

/** `replaces`: the revision that must be there for the change to be made; null: nothing may be there. */
export type StoreChange =
  | { readonly kind: 'put'; readonly item: SealedItem; readonly replaces: number | null }
  | { readonly kind: 'remove'; readonly table: string; readonly id: string; readonly replaces: number }
  | { readonly kind: 'header'; readonly stored: StoredHeader; readonly replaces: number | null };

/** Where sealed items lie. Trusted to keep them, not to keep them secret or right: the vault checks each. */
export type VaultStore = {
  readHeader(): Promise<StoredHeader | undefined>;
  /** Those of the named items that are there, as of one moment. */
  readItems(table: string, ids: readonly string[]): Promise<SealedItem[]>;
  /** Every item of a table, as of one moment. */
  readTable(table: string): Promise<SealedItem[]>;
  /**
   * Makes all changes, or none; they are on disk when it resolves.
   * @throws AppError `vault_conflict` when something else is there than a change replaces; `storage_full`
   */
  commit(changes: readonly StoreChange[]): Promise<void>;
};
