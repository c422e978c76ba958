import { browser } from 'wxt/browser';
import type { TrustStore } from '../core/trust/stored-trust.ts';

const storageKey = 'trust-list';

/** What the wallet remembers of trust lists, on disk and closed to content scripts. */
export const trustStore: TrustStore = {
  read: async () => (await browser.storage.local.get(storageKey))[storageKey],
  write: (stored) => browser.storage.local.set({ [storageKey]: stored }),
};
