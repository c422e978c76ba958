import type { SentForm } from '#core/proofs/sent-form.ts';
import { type ReadPage, readSentForm } from './read-sent-form.ts';

/**
 * Tells of each form that a person sends in this document, as it stood when it went. Only after a gesture of theirs: a page that sends by itself is not
 * listened to. Nothing is held up, and the page learns nothing.
 */
export function watchSubmits(read: ReadPage, tell: (sent: SentForm) => void): void {
  window.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!event.isTrusted || !(form instanceof HTMLFormElement) || !navigator.userActivation.isActive) return;
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
