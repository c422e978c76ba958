/** How often the browser may be asked what is seen, in milliseconds: the least that it allows. */
const delayMs = 100;

// In the standard (Intersection Observer, section 2.2, `trackVisibility`), not yet in TypeScript's types.
type SightOptions = IntersectionObserverInit & { readonly trackVisibility: true; readonly delay: number };
type SightEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Tells, at each change, whether the browser vouches that the element is painted as it is: nothing over it, also in the top layer, nothing that fades,
 * filters or bends it. Browsers that cannot tell (Firefox) say whether it is on screen.
 * @returns how to stop
 */
export function watchSight(element: Element, tell: (isSeen: boolean) => void): () => void {
  const options: SightOptions = { threshold: [0, 1], trackVisibility: true, delay: delayMs };
  const observer = new IntersectionObserver((entries: SightEntry[]) => {
    const last = entries[entries.length - 1];
    if (last) tell(last.isIntersecting && last.intersectionRatio >= 0.99 && (last.isVisible ?? true));
  }, options);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Whether the element is seen at a moment after this call: what was put over it since the last word is noticed. */
export function confirmSight(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = watchSight(element, (isSeen) => {
      stop();
      resolve(isSeen);
    });
  });
}
