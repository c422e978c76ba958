import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether a document counts: it does, it does not for now, it never will again. */
export const documentStates = ['valid', 'suspended', 'revoked'] as const;
export type DocumentState = (typeof documentStates)[number];

export type RegisterEntry = {
  readonly state: DocumentState;
  /** ISO 8601; null while nothing was changed. */
  readonly changedAt: string | null;
  /** The server's ids of the offers by which it was taken into a wallet: each took its own copies. */
  readonly offerIds: readonly string[];
};

/** What the agency itself keeps of the documents that it gave out, by the key of the record. */
export type Register = {
  readonly read: (key: string) => RegisterEntry;
  readonly noteOffer: (key: string, offerId: string) => void;
  readonly change: (key: string, state: DocumentState, at: Date) => void;
};

const untouched: RegisterEntry = { state: 'valid', changedAt: null, offerIds: [] };

/** A register in one file, written beside and moved into place: after a crash it is the old one or the new one. */
export function createRegister(file: string): Register {
  // Nobody else writes it.
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, RegisterEntry>>) : {};
  const entries = new Map(Object.entries(kept));
  const read = (key: string): RegisterEntry => entries.get(key) ?? untouched;
  const write = (key: string, changed: RegisterEntry): void => {
    entries.set(key, changed);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(Object.fromEntries(entries)), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  };
  return {
    read,
    noteOffer: (key, offerId) => write(key, { ...read(key), offerIds: [...read(key).offerIds, offerId] }),
    change: (key, state, at) => write(key, { ...read(key), state, changedAt: at.toISOString() }),
  };
}
