import { type ErrorCode, fromWire, toWire } from '@daricheh/shared/errors';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

/** Calls `listener` whenever what the wallet holds, or its lock, may have changed; gives back how to stop. */
export type SubscribeToChanges = (listener: () => void) => () => void;

const RefreshContext = createContext<SubscribeToChanges>(() => () => undefined);

export function RefreshProvider({ subscribe, children }: { subscribe: SubscribeToChanges; children: ReactNode }) {
  return <RefreshContext value={subscribe}>{children}</RefreshContext>;
}

/** What a page asked for: on its way, there, or refused with a code. `value` stays while a newer one is on its way. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly code: ErrorCode };

type Reloading<Value> = Loaded<Value> & { readonly reload: () => void };

/**
 * The value of `load`, loaded again when the wallet changes, when `dependencies` change, and by `reload`. Usually
 * `useLoaded(() => send('cases/list', {}), [])`.
 */
export function useLoaded<Value>(load: () => Promise<Value>, dependencies: readonly unknown[]): Reloading<Value> {
  const subscribe = useContext(RefreshContext);
  const [loaded, , nextRound] = useRounds(load, dependencies);
  useEffect(() => subscribe(nextRound), [subscribe, nextRound]);
  return { ...loaded, reload: nextRound };
}

/** As `useLoaded`, but asked for once, and again only by `reload`: for what must not change under the hand, or costs others work. */
export function useLoadedOnce<Value>(load: () => Promise<Value>): Reloading<Value> {
  const [loaded, setLoaded, nextRound] = useRounds(load, []);
  const reload = () => {
    setLoaded({ state: 'loading' });
    nextRound();
  };
  return { ...loaded, reload };
}

/** Each round loads anew; what an older round still brings is let go. */
function useRounds<Value>(load: () => Promise<Value>, dependencies: readonly unknown[]) {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const nextRound = useCallback(() => setRound((count) => count + 1), []);
  // `load` is a new function at each render; what it depends on is said by the caller.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
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
  }, [round, ...dependencies]);
  return [loaded, setLoaded, nextRound] as const;
}

/** The code of whatever was thrown. */
export function codeOf(error: unknown): ErrorCode {
  return fromWire(toWire(error)).code;
}
