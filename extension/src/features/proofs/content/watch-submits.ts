import type { SentForm } from '#core/proofs/sent-form.ts';
import { type ReadPage, readSentForm } from './read-sent-form.ts';

/** How long a click or a key counts as the gesture behind what follows. */
const gestureMs = 5000;

/**
 * Tells of each form that a person sends in this document, as it stood when it went. Only after a gesture of theirs: a page that sends by itself is not
 * listened to. Nothing is held up, and the page learns nothing.
 */
export function watchSubmits(read: ReadPage, tell: (sent: SentForm) => void): void {
  const lastGesture = watchGestures();
  window.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!event.isTrusted || !(form instanceof HTMLFormElement) || event.timeStamp - lastGesture() > gestureMs) return;
      const sent = readSentForm(form, event.submitter, read);
      if (sent === null) return;
      // The page's own listeners come after this one; only then is it known whether one of them took the form over.
      tellOnce(() => tell({ ...sent, sentBy: event.defaultPrevented ? 'script' : 'form' }));
    },
    { capture: true },
  );
}

/** After the event, and in any case before the page is left. */
function tellOnce(tell: () => void): void {
  let isTold = false;
  const once = () => {
    if (!isTold) tell();
    isTold = true;
  };
  setTimeout(once);
  window.addEventListener('pagehide', once, { once: true });
}

/** When a person last did something in this document. Not the browser's own activation: a message from our panel passes the panel's on to the page. */
function watchGestures(): () => number {
  let last = Number.NEGATIVE_INFINITY;
  for (const kind of ['pointerdown', 'keydown', 'click'])
    window.addEventListener(
      kind,
      (event) => {
        if (event.isTrusted) last = event.timeStamp;
      },
      { capture: true, passive: true },
    );
  return () => last;
}
