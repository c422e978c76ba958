import { useEffect, useState } from 'react';

const armAfterMs = 800;
const lookEveryMs = 100;

/**
 * Whether a decision may be taken already: not before the window has stood still and in front for 800 ms, so that a
 * click meant for something that was there before decides nothing.
 */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    let stillSinceMs = performance.now();
    let place = readPlace();
    const disturb = () => {
      stillSinceMs = performance.now();
      setArmed(false);
    };
    const look = () => {
      const now = readPlace();
      if (now !== place || document.visibilityState !== 'visible') disturb();
      place = now;
      if (performance.now() - stillSinceMs >= armAfterMs) setArmed(true);
    };
    const timer = setInterval(look, lookEveryMs);
    window.addEventListener('focus', disturb);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', disturb);
    };
  }, []);
  return isArmed;
}

function readPlace(): string {
  return [window.screenX, window.screenY, window.outerWidth, window.outerHeight].join();
}
