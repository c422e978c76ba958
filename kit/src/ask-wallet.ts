import { type DraftAnswer, type DraftAsk, draftEvents } from '@daricheh/shared/submission';

/** Asks the wallet beside the page; undefined where none answers in time. */
export type AskWallet = (ask: DraftAsk) => Promise<DraftAnswer | undefined>;

/** A wallet that is there answers in milliseconds, also when its worker has to start first. */
const patienceMs = 3000;

/** The wallet of the visitor, as far as it keeps this form's draft. One question at a time. */
export function openWallet(form: HTMLFormElement): AskWallet {
  let last: Promise<unknown> = Promise.resolve();
  return (ask) => {
    const answer = last.then(() => exchange(form, ask));
    last = answer;
    return answer;
  };
}

function exchange(form: HTMLFormElement, ask: DraftAsk): Promise<DraftAnswer | undefined> {
  return new Promise((resolve) => {
    const end = (answer?: DraftAnswer): void => {
      clearTimeout(timer);
      form.removeEventListener(draftEvents.answer, hear);
      form.removeEventListener(draftEvents.here, say);
      resolve(answer);
    };
    const hear = (event: Event): void => {
      const answer = event instanceof CustomEvent ? readAnswer(event.detail, ask.act) : undefined;
      if (answer) end(answer);
    };
    const timer = setTimeout(end, patienceMs);
    const say = () => form.dispatchEvent(new CustomEvent(draftEvents.ask, { bubbles: true, detail: JSON.stringify(ask) }));
    form.addEventListener(draftEvents.answer, hear);
    // The wallet's script may come into the page after this one.
    form.addEventListener(draftEvents.here, say);
    say();
  });
}

/** Whoever can dispatch such an event runs in this page already; so only the act is looked at. */
function readAnswer(detail: unknown, act: string): DraftAnswer | undefined {
  try {
    const answer: unknown = typeof detail === 'string' ? JSON.parse(detail) : undefined;
    return typeof answer === 'object' && answer !== null && 'act' in answer && answer.act === act
      ? (answer as unknown as DraftAnswer)
      : undefined;
  } catch {
    return undefined; // Not ours.
  }
}
