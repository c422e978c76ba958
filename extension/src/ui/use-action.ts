import type { ErrorCode } from '@daricheh/shared/errors';
import { useState } from 'react';
import { codeOf } from './refresh.tsx';

/** One thing that the citizen may start: whether it is under way, and the code it last failed with. */
export type Action = {
  readonly isRunning: boolean;
  readonly error: ErrorCode | undefined;
  /** Runs `act`, unless one is under way. What it throws is shown by its code. */
  run(act: () => Promise<void>): void;
  clear(): void;
};

export function useAction(): Action {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<ErrorCode | undefined>();
  async function start(act: () => Promise<void>): Promise<void> {
    setRunning(true);
    setError(undefined);
    try {
      await act();
    } catch (thrown) {
      setError(codeOf(thrown));
    } finally {
      setRunning(false);
    }
  }
  return {
    isRunning,
    error,
    run: (act) => {
      if (!isRunning) void start(act);
    },
    clear: () => setError(undefined),
  };
}
