import type { Words } from './words.ts';
import { formatMoment } from './words.ts';

/** What the visitor may choose; each says whether it was done. */
type Choices = { readonly goOn: () => Promise<boolean>; readonly startAfresh: () => Promise<boolean> };

/** Says at the head of the form that it was begun before, and asks what to do. It takes no focus; the choice hands it to the form. */
export function showDraftOffer(form: HTMLFormElement, beganAtMs: number, words: Words, { goOn, startAfresh }: Choices): void {
  const page = form.ownerDocument;
  const offer = page.createElement('section');
  offer.className = 'daricheh-draft';
  const says = page.createElement('p');
  says.setAttribute('role', 'status');
  offer.append(says, addChoice(words.draftGoOn, 'open', goOn), ' ', addChoice(words.draftAfresh, 'drop', startAfresh));
  form.prepend(offer);
  // After it stands in the page: a live region speaks of what changes in it.
  says.textContent = words.draftFound.replace('…', formatMoment(page, beganAtMs));

  function addChoice(label: string, name: string, choose: () => Promise<boolean>): HTMLButtonElement {
    const button = page.createElement('button');
    button.type = 'button';
    button.dataset['darichehDraft'] = name;
    button.textContent = label;
    button.addEventListener('click', async () => {
      if (await choose()) {
        offer.remove();
        form.querySelector<HTMLElement>('input:not([type=hidden]),select,textarea')?.focus();
      } else says.textContent = words.draftStuck;
    });
    return button;
  }
}
