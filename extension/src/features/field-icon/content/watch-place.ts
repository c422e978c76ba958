/**
 * Calls `onMove` when the field may stand elsewhere: scrolled, resized, typed into, pushed by what comes before it, or gone. Nothing runs in between.
 * @returns how to stop
 */
export function watchPlace(field: Element, onMove: () => void): () => void {
  const stopping = new AbortController();
  const options = { capture: true, passive: true, signal: stopping.signal };
  addEventListener('scroll', onMove, options);
  addEventListener('resize', onMove, options);
  field.addEventListener('input', onMove, options);
  field.addEventListener('change', onMove, options);
  document.addEventListener('transitionend', onMove, options);
  const sizes = new ResizeObserver(onMove);
  sizes.observe(field);
  const stopWatching = watchShifts(field, onMove);
  return () => {
    stopping.abort();
    sizes.disconnect();
    stopWatching();
  };
}

/** Draws the observer's frame around the field as it stands: whatever moves it, or takes it away, takes it out of that frame. */
function watchShifts(field: Element, onMove: () => void): () => void {
  let observer: IntersectionObserver | undefined;
  const frame = () => {
    observer?.disconnect();
    const { left, top, right, bottom } = field.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const margins = [top, clientWidth - right, clientHeight - bottom, left].map((side) => `${-Math.floor(side)}px`);
    let isFirst = true;
    observer = new IntersectionObserver(
      ([entry]) => {
        if (isFirst) {
          isFirst = false;
          return;
        }
        onMove();
        // Out of sight it is framed anew when it is scrolled back: `onMove` hears of that by itself.
        if (entry?.target.isConnected && entry.intersectionRatio > 0) frame();
      },
      { root: document, rootMargin: margins.join(' '), threshold: [0, 0.5, 0.9, 1] },
    );
    observer.observe(field);
  };
  frame();
  return () => observer?.disconnect();
}
