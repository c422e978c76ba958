import { browser } from 'wxt/browser';
import type { AmendingPorts } from '../core/cases/amending-book.ts';
import type { SpentNoncesPorts } from '../core/credentials/spent-nonces.ts';
import type { PromptDeskPorts } from '../core/prompts/prompt-desk.ts';
import type { OfferMemory } from '../core/proofs/proof-offers.ts';

/** Open questions in `storage.session`: in memory, closed to content scripts, still there when the worker restarts. */
export const promptMemory: PromptDeskPorts['memory'] = openMemory('prompts');

/** The nonces that answers were made for, in the same place. */
export const nonceMemory: SpentNoncesPorts['memory'] = openMemory('spent-nonces');

/** The batch that a gesture is asked for, in the same place. */
export const batchMemory: PromptDeskPorts['memory'] = openMemory('batch');

/** The tabs in which cases are being amended, in the same place. */
export const amendingMemory: AmendingPorts['memory'] = openMemory('amendings');

/** Forms that were sent just now, in the same place. */
export const offerMemory: OfferMemory = openMemory('proof-offers');

function openMemory(storageKey: string): PromptDeskPorts['memory'] {
  return {
    read: async () => (await browser.storage.session.get(storageKey))[storageKey],
    write: (value) => browser.storage.session.set({ [storageKey]: value }),
  };
}
