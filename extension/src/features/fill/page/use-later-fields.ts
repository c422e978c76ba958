import { useEffect } from 'react';
import type { FillView } from '../../../core/autofill/plan/fill-view.ts';
import { send } from '../../../messaging/send.ts';

/** One round lasts some seconds; after so many the panel waits for the citizen to look again. */
const mostRounds = 40;

type Watch = { readonly tabId: number; readonly view: FillView; readonly isOn: boolean; readonly onChange: () => void };

/** Calls `onChange` when, after a fill, the form shows other fields than the plans in view: some that appeared, or its next step. */
export function useLaterFields({ tabId, view, isOn, onChange }: Watch): void {
  const seen = view.kind === 'open' ? view.frames.map(({ documentId, plan: { mark, stage } }) => ({ documentId, mark, stage })) : [];
  const shown = JSON.stringify(seen);
  // What is watched is what is shown; the rest is new at each render.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isOn || seen.length === 0) return;
    let isCurrent = true;
    const watch = async () => {
      for (let round = 0; round < mostRounds && isCurrent; round += 1) {
        // A worker that is being restarted answers the next round.
        const hasChanged = await send('fill/wait', { tabId, frames: seen }).catch(() => false);
        if (hasChanged && isCurrent) return onChange();
      }
    };
    void watch();
    return () => {
      isCurrent = false;
    };
  }, [tabId, shown, isOn]);
}
