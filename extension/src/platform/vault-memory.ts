import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type AttemptLog, noAttempts } from '../core/vault/attempt-delay.ts';
import type { VaultPorts } from '../core/vault/vault.ts';

const madeKey = 'vault-made';
const attemptsKey = 'unlock-attempts';
const attempts = z.object({ failures: z.number(), lastFailedAtMs: z.number() });

/** That a vault was made on this device, apart from the vault's own storage: one that is gone is not taken for none. */
export const vaultMemory: VaultPorts['memory'] = {
  wasMade: async () => (await browser.storage.local.get(madeKey))[madeKey] === true,
  rememberMade: () => browser.storage.local.set({ [madeKey]: true }),
};

/** Wrong codes since the last right one, on disk. */
export const attemptLog: AttemptLog = {
  read: async () => attempts.safeParse((await browser.storage.local.get(attemptsKey))[attemptsKey]).data ?? noAttempts,
  write: (made) => browser.storage.local.set({ [attemptsKey]: made }),
};
