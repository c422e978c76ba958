import { draftEvents, draftLimits, pageEvents, type SoughtForm } from '@daricheh/shared/submission';
import type { AskWallet } from './ask-wallet.ts';
import { showDraftOffer } from './draft-offer.ts';
import { readDraft, writeDraft } from './draft-values.ts';
import type { StatusLine } from './status-line.ts';
import type { Words } from './words.ts';

type Ports = { readonly sought: SoughtForm; readonly ask: AskWallet; readonly status: StatusLine; readonly words: Words };

/** How long nothing must have been written before it is kept. */
const restMs = 1200;

/**
 * Keeps what is written into the form in the visitor's wallet, and offers it when the form is opened again. It lies nowhere else: without a wallet, or
 * while it is locked, nothing is kept, and the line says so. Until the visitor has chosen between an earlier draft and a new start, that draft stays as it is.
 */
export function keepDraft(form: HTMLFormElement, { sought, ask, status, words }: Ports): void {
  /** `asking`: nothing is known of the wallet yet. `over`: the form was sent. */
  let state: 'asking' | 'offering' | 'keeping' | 'over' = 'asking';
  let seenAtMs = 0;
  let isTouched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const answer = await ask({ act: 'find' });
    if (state !== 'asking') return;
    if (answer?.kind === 'found') return offer(answer.savedAtMs, answer.beganAtMs);
    if (answer?.kind === 'none') state = 'keeping';
    if (isTouched) await (state === 'keeping' ? save() : say(answer?.kind));
  }

  function offer(savedAtMs: number, beganAtMs: number): void {
    state = 'offering';
    showDraftOffer(form, beganAtMs, words, {
      goOn: async () => {
        const answer = await ask({ act: 'open' });
        if (answer?.kind !== 'opened') return false;
        writeDraft(form, sought, answer.values);
        keepFrom(savedAtMs);
        status.say(words.draftBack, 'good');
        return true;
      },
      startAfresh: async () => {
        const answer = await ask({ act: 'drop' });
        if (answer?.kind !== 'dropped') return false;
        keepFrom(0);
        status.say(words.draftGone);
        if (isTouched) await save();
        return true;
      },
    });
  }

  function keepFrom(savedAtMs: number): void {
    clearTimeout(timer);
    [state, seenAtMs] = ['keeping', savedAtMs];
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    const title = form.ownerDocument.title.slice(0, draftLimits.title);
    const answer = await ask({ act: 'save', seenAtMs, title, values: readDraft(form, sought) });
    if (state !== 'keeping') return;
    if (answer?.kind === 'saved') seenAtMs = answer.savedAtMs;
    // What lies in a wallet that was shut meanwhile may be another page's by the time it is open.
    else state = 'asking';
    say(answer?.kind === 'saved' && answer.replaces ? 'replaced' : answer?.kind);
  }

  function say(kind: string | undefined): void {
    if (kind === 'saved') status.say(words.draftSaved, 'good');
    else if (kind === 'replaced') status.say(words.draftReplaced, 'good');
    else status.say(kind === 'locked' ? words.draftLocked : words.draftNowhere);
  }

  function onWrite(): void {
    isTouched = true;
    if (state === 'over') return;
    clearTimeout(timer);
    if (state === 'offering') status.say(words.draftUndecided);
    else timer = setTimeout(() => void (state === 'keeping' ? save() : look()), restMs);
  }

  /** What waits for a rest is kept now, as the page is about to go out of sight. */
  function onHide(): void {
    if (form.ownerDocument.visibilityState !== 'hidden' || state !== 'keeping' || !isTouched) return;
    void save();
  }

  function end(): void {
    clearTimeout(timer);
    state = 'over';
    status.say('');
    void ask({ act: 'drop' });
  }

  form.addEventListener('input', onWrite);
  form.addEventListener('change', onWrite);
  form.addEventListener(draftEvents.here, () => void (state === 'asking' && look()));
  form.addEventListener(pageEvents.receipt, end);
  const view = form.ownerDocument.defaultView;
  // At the window, after the page's own scripts: what they stop was not sent.
  view?.addEventListener('submit', (event) => void (event.target === form && !event.defaultPrevented && end()));
  view?.addEventListener('focus', () => void (state === 'asking' && look()));
  form.ownerDocument.addEventListener('visibilitychange', onHide);
  void look();
}
