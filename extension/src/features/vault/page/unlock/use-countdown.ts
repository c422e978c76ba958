import { useEffect, useState } from 'react';

/** Whole seconds that are left, counted down to 0, and how to set them in milliseconds. */
export function useCountdown(): [number, (ms: number) => void] {
  const [untilMs, setUntilMs] = useState(0);
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (untilMs <= Date.now()) return;
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  const start = (ms: number) => {
    setNowMs(Date.now());
    setUntilMs(Date.now() + ms);
  };
  return [Math.max(0, Math.ceil((untilMs - nowMs) / 1000)), start];
}
