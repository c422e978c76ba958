import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { KeySession } from '../core/vault/key-session.ts';

const storageKey = 'vault-key';
const stored = z.object({ key: z.string(), vaultId: z.string(), expiresAtMs: z.number() });

/** Name of the alarm that rings when the vault's time is over. */
export const lockAlarm = 'vault-lock';

/**
 * The open vault's key in `storage.session`: memory only, closed to content scripts, still there when the worker
 * restarts. An alarm rings at its expiry, so that it goes although nobody uses it.
 */
export function createKeySession(): KeySession {
  return {
    read: async () => {
      const parsed = stored.safeParse((await browser.storage.session.get(storageKey))[storageKey]);
      return parsed.success ? { ...parsed.data, key: decodeBase64Url(parsed.data.key) } : undefined;
    },
    write: async ({ key, vaultId, expiresAtMs }) => {
      await browser.storage.session.set({ [storageKey]: { key: encodeBase64Url(key), vaultId, expiresAtMs } });
      await browser.alarms.create(lockAlarm, { when: expiresAtMs });
    },
    clear: async () => {
      await browser.storage.session.remove(storageKey);
      await browser.alarms.clear(lockAlarm);
    },
  };
}
