import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { KeySession } from '../core/vault/key-session.ts';

const storageKey = 'vault-key';
const stored = z.object({ key: z.string(), vaultId: z.string(), expiresAtMs: z.number() });

/** The open vault's key in `storage.session`: memory only, closed to content scripts, still there when the worker restarts. */
export function createKeySession(): KeySession {
  const area = browser.storage.session;
  return {
    read: async () => {
      const parsed = stored.safeParse((await area.get(storageKey))[storageKey]);
      return parsed.success ? { ...parsed.data, key: decodeBase64Url(parsed.data.key) } : undefined;
    },
    write: ({ key, vaultId, expiresAtMs }) => area.set({ [storageKey]: { key: encodeBase64Url(key), vaultId, expiresAtMs } }),
    clear: () => area.remove(storageKey),
  };
}
