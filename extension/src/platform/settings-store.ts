import { browser } from 'wxt/browser';
import { parseSettings, type Settings } from '../core/settings/settings.ts';

const storageKey = 'settings';

/** The citizen's settings, or their defaults. */
export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(storageKey))[storageKey]);
}

/** Changes the given settings, and gives all as they now are. */
export async function writeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [storageKey]: settings });
  return settings;
}

/** Calls `listener` after each change, in whatever page or worker it was made. */
export function onSettingsChange(listener: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const change = changes[storageKey];
    if (change) listener(parseSettings(change.newValue));
  });
}
