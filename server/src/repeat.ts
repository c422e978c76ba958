import { setTimeout as wait } from 'node:timers/promises';

export type Repeated = {
  /** No run begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/** Does `work` now and again each time that so long has passed since it ended. `work` never rejects, and may end early when the signal aborts. */
export function repeat(work: (signal: AbortSignal) => Promise<void>, everyMs: number): Repeated {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await work(signal);
      // A wait that is cut short is the wish to stop, which the loop sees.
      await wait(everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
