import { pageEvents, readReceiptDetail, readStoppedDetail } from '@daricheh/shared/submission';
import { showReceiptCard } from './receipt-card.ts';
import { addStatusLine } from './status-line.ts';
import { wordsOf } from './words.ts';

/** Codes after which it is certain that nothing was sent: the citizen said no, or went away. */
const declined: ReadonlySet<string> = new Set([
  'presentation_declined',
  'wallet_declined',
  'passkey_cancelled',
  'prompt_over',
  'form_incomplete',
  'form_changed',
]);

/**
 * Gives a form that declares a definition (`data-daricheh-form`) its sign button, where the page has none, its progress
 * line and its receipt. The button stays hidden until a wallet shows it; posting the form plainly is left as it is. Gives the last of its
 * actions, below which lines stand.
 */
export function prepareForm(form: HTMLFormElement): Element {
  const words = wordsOf(form.ownerDocument);
  const button = form.querySelector<HTMLButtonElement>('[data-daricheh-sign]') ?? addSignButton(form, words.sign);
  const lastAction = findLastAction(form, button);
  const status = addStatusLine(lastAction);
  button.addEventListener('click', () => status.say(words.reviewing));
  form.addEventListener(pageEvents.stopped, (event) => {
    const detail = readStoppedDetail(detailOf(event));
    if (detail?.code === 'signing_postponed') status.say(words.postponed, 'good');
    else if (detail?.code === 'co_signature_awaited') status.say(words.awaited, 'good');
    else if (detail !== undefined) status.say(declined.has(detail.code) ? words.stopped : words.unfinished, 'bad');
  });
  form.addEventListener(pageEvents.receipt, (event) => {
    const detail = readReceiptDetail(detailOf(event));
    if (detail === undefined) return;
    status.say('');
    closeForm(form, button);
    showReceiptCard(form, detail);
  });
  return lastAction;
}

function addSignButton(form: HTMLFormElement, label: string): HTMLButtonElement {
  const button = form.ownerDocument.createElement('button');
  button.type = 'button';
  button.hidden = true;
  button.textContent = label;
  button.className = 'daricheh-sign';
  button.dataset['darichehSign'] = '';
  form.append(button);
  return button;
}

/** The status stands below the whole row of buttons, not between them. */
function findLastAction(form: HTMLFormElement, button: HTMLElement): Element {
  const row = button.parentElement;
  return row === null || row === form ? button : row;
}

/** What was signed once is not sent a second time from the same page. */
function closeForm(form: HTMLFormElement, button: HTMLButtonElement): void {
  button.disabled = true;
  for (const control of form.elements) {
    if ((control instanceof HTMLButtonElement || control instanceof HTMLInputElement) && control.type === 'submit') control.disabled = true;
  }
}

function detailOf(event: Event): unknown {
  return event instanceof CustomEvent ? event.detail : undefined;
}
