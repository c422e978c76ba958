import { browser } from 'wxt/browser';
import type { PromptDeskPorts } from '../core/prompts/prompt-desk.ts';

const storageKey = 'prompts';

/** Open questions in `storage.session`: in memory, closed to content scripts, still there when the worker restarts. */
export const promptMemory: PromptDeskPorts['memory'] = {
  read: async () => (await browser.storage.session.get(storageKey))[storageKey],
  write: (value) => browser.storage.session.set({ [storageKey]: value }),
};
