import { browser } from 'wxt/browser';

const storageKey = 'changes';

/** Tells every open page of ours that what the wallet holds has changed. */
export async function signalChange(): Promise<void> {
  await browser.storage.session.set({ [storageKey]: crypto.randomUUID() });
}

/** Calls `listener` after each change of what the wallet holds, of its lock, or of the settings; gives back how to stop. */
export function subscribeToChanges(listener: () => void): () => void {
  const onChanged = () => listener();
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
