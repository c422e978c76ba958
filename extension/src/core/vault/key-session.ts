/** An open vault: its key, and the moment from which it counts as locked. */
export type OpenKey = { readonly key: Uint8Array<ArrayBuffer>; readonly vaultId: string; readonly expiresAtMs: number };

/** Where the key of an open vault is kept: in memory, never on disk, and longer than the worker lives. */
export type KeySession = {
  read(): Promise<OpenKey | undefined>;
  write(open: OpenKey): Promise<void>;
  clear(): Promise<void>;
};
