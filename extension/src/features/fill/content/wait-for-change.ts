import type { PageSnapshot } from '#core/autofill/snapshot.ts';
import { getTree } from './shadow-roots.ts';
import { takeSnapshot } from './snapshot.ts';

/** Pages change in bursts: one look for each. */
const burstMs = 200;
/** A page that never rests is looked at so many times, and then no more until it is asked again. */
const mostLooks = 20;

/** True as soon as the frame's form is another than the one with this mark, or at another stage; false when `forMs` pass before, or the page never comes to rest. */
export function waitForChange({
  mark,
  stage,
  forMs,
}: {
  readonly mark: string;
  readonly stage: string;
  readonly forMs: number;
}): Promise<boolean> {
  return new Promise((resolve) => {
    const { snapshot, controls } = takeSnapshot();
    const isOther = (now: PageSnapshot) => now.mark !== mark || now.stage !== stage;
    if (isOther(snapshot)) return resolve(true);
    let looks = 0;
    let burst: ReturnType<typeof setTimeout> | undefined;
    const end = (hasChanged: boolean) => {
      observer.disconnect();
      clearTimeout(burst);
      clearTimeout(last);
      resolve(hasChanged);
    };
    const lookNow = () => {
      burst = undefined;
      looks += 1;
      if (isOther(takeSnapshot().snapshot)) end(true);
      else if (looks >= mostLooks) end(false);
    };
    const observer = new MutationObserver(() => {
      burst ??= setTimeout(lookNow, burstMs);
    });
    const last = setTimeout(() => end(false), forMs);
    const trees = new Set<Node>([document, ...controls.map(getTree)]);
    for (const tree of trees)
      observer.observe(tree, {
        subtree: true,
        childList: true,
        attributeFilter: ['style', 'class', 'hidden', 'disabled', 'open', 'action', 'formaction'],
      });
  });
}
