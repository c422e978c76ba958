import { useEffect, useState } from 'react';
import { codeOf, type Loaded } from './refresh.tsx';

/** As `useLoaded`, but asked for once, and again only by `reload`: for what must not change under the hand, or costs others work. */
export function useLoadedOnce<Value>(load: () => Promise<Value>): Loaded<Value> & { reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a round asks once, however often it is drawn
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Loaded<Value>) => (isCurrent ? setLoaded(next) : undefined);
    load().then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) => settle({ state: 'failed', code: codeOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [round]);
  const reload = () => {
    setLoaded({ state: 'loading' });
    setRound((count) => count + 1);
  };
  return { ...loaded, reload };
}
