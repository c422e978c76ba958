import { resolveFormUri } from '../../../core/consent/form-uri.ts';

/** Where a page says that a form can be signed, and by which definition. */
const formSelector = 'form[data-daricheh-form]';
const buttonSelector = '[data-daricheh-sign]';
/** What leads from the receipt in the page to the case in the wallet. */
const caseSelector = '[data-daricheh-case]';

/** Address of the definition that a form names; undefined where it names none, or one at another origin. */
export function readFormUri(form: Element | null): string | undefined {
  return resolveFormUri(form?.getAttribute('data-daricheh-form'), { baseURI: document.baseURI, origin: location.origin });
}

/** The page's form with this definition. */
export function findForm(formUri: string): HTMLFormElement | undefined {
  return [...document.querySelectorAll<HTMLFormElement>(formSelector)].find((form) => readFormUri(form) === formUri);
}

/** The first form of the page that can be signed. */
export function findFirstFormUri(): string | undefined {
  return [...document.querySelectorAll(formSelector)].map(readFormUri).find((uri) => uri !== undefined);
}

/** The form with its first signature, where the page shows one that waits for the second; null where it shows none. */
export function readWaiting(form: HTMLFormElement): string | null {
  return form.getAttribute('data-daricheh-co-sign');
}

/** Calls `act` once: now, where the page has such a form, or when somebody first does anything in it, for a form may be drawn later. A page that nobody uses costs nothing. */
export function whenOneMayStand(act: () => void): void {
  if (document.querySelector(formSelector)) {
    act();
    return;
  }
  let isOver = false;
  const begin = () => {
    if (!isOver) act();
    isOver = true;
  };
  for (const sign of ['mouseover', 'keydown', 'focusin']) window.addEventListener(sign, begin, { capture: true, once: true });
}

/** Shows the buttons that pages hide from visitors without a wallet; also those that appear later. */
export function showSignButtons(): void {
  const show = () => {
    for (const button of document.querySelectorAll(`${formSelector} :is(${buttonSelector},${caseSelector})[hidden]`))
      button.removeAttribute('hidden');
  };
  show();
  new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true });
}

/** Calls `sign` with a form's definition when a person presses its button. A click that a script makes is none. */
export function watchSignButtons(sign: (formUri: string) => void): void {
  const onClick = (event: MouseEvent) => {
    const button = event.isTrusted && event.target instanceof Element ? event.target.closest(buttonSelector) : null;
    const formUri = button && readFormUri(button.closest(formSelector));
    if (!formUri) return;
    event.preventDefault();
    sign(formUri);
  };
  window.addEventListener('click', onClick, true);
}

/** Calls `show` with a case's number when a person presses what leads to it. A click that a script makes is none. */
export function watchCaseButtons(show: (wish: { readonly caseNumber: string; readonly what: 'case' | 'receipt' }) => void): void {
  const onClick = (event: MouseEvent) => {
    const button = event.isTrusted && event.target instanceof Element ? event.target.closest(`${formSelector} ${caseSelector}`) : null;
    const caseNumber = button?.getAttribute('data-daricheh-case');
    if (!button || !caseNumber) return;
    event.preventDefault();
    show({ caseNumber, what: button.getAttribute('data-daricheh-show') === 'receipt' ? 'receipt' : 'case' });
  };
  window.addEventListener('click', onClick, true);
}
