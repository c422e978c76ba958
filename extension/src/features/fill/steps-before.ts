import type { EarlierStep } from '../../core/autofill/context/earlier-step.ts';
import type { PageAddress } from '../../core/autofill/learning/name-fields.ts';

/** What steps of forms have left for those after them, in each tab; kept for as long as the worker lives, and for half an hour at most. */
export type StepsBefore = {
  readonly recall: (tabId: number, address: PageAddress) => EarlierStep | undefined;
  readonly note: (tabId: number, address: PageAddress, left: EarlierStep | undefined) => void;
};

const keptMs = 30 * 60_000;

export function createStepsBefore(nowMs: () => number): StepsBefore {
  const kept = new Map<string, { readonly left: EarlierStep; readonly atMs: number }>();
  return {
    recall: (tabId, address) => {
      const found = kept.get(nameFlow(tabId, address));
      return found && nowMs() - found.atMs < keptMs ? found.left : undefined;
    },
    note: (tabId, address, left) => {
      for (const [flow, { atMs }] of kept) if (nowMs() - atMs >= keptMs) kept.delete(flow);
      if (left) kept.set(nameFlow(tabId, address), { left, atMs: nowMs() });
      else kept.delete(nameFlow(tabId, address));
    },
  };
}

/**
 * The steps of one form stand in one tab, at one origin, and in one folder of it; at the root, where whole sites stand side by side, they have one name but for
 * a number.
 */
function nameFlow(tabId: number, { origin, path }: PageAddress): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `${tabId} ${origin} ${folder === '/' ? path.replace(/\d/g, '') : folder}`;
}
