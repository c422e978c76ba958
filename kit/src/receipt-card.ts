import type { ReceiptDetail } from '@daricheh/shared/submission';
import { formatDay, wordsOf } from './words.ts';

/**
 * The card that heads a form once the agency has taken it. Focused, so that it is read out and seen. What it leads to (how the case stands, the receipt as
 * PDF, a copy to save) opens in the citizen's wallet, which alone holds the token of the case: no script of the page ever does.
 */
export function showReceiptCard(form: HTMLFormElement, detail: ReceiptDetail): void {
  const page = form.ownerDocument;
  const words = wordsOf(page);
  const card = page.createElement('section');
  card.className = 'daricheh-receipt';
  card.tabIndex = -1;
  const title = addText(card, 'h2', words.receiptTitle);
  title.id = `daricheh-receipt-${detail.caseNumber.replace(/[^\w-]/g, '')}`;
  card.setAttribute('aria-labelledby', title.id);
  const list = page.createElement('dl');
  addPair(list, words.caseNumber, detail.caseNumber);
  addPair(list, words.dueAt, formatDay(page, detail.dueAt));
  card.append(list);
  addText(card, 'p', words.receiptKept);
  const ways = addText(card, 'p', '');
  addWay(ways, detail.caseNumber, words.followCase, 'case');
  addWay(ways, detail.caseNumber, words.receiptPdf, 'receipt');
  // Inside the form: beside it, the card would become a cell of whatever grid the page lays the form out in.
  form.prepend(card);
  card.focus();
}

/** Hidden until a wallet shows it, as the sign button is: an older one opens nothing. */
function addWay(ways: HTMLElement, caseNumber: string, label: string, what: 'case' | 'receipt'): void {
  const button = ways.ownerDocument.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.hidden = true;
  button.dataset['darichehCase'] = caseNumber;
  button.dataset['darichehShow'] = what;
  ways.append(button);
}

function addPair(list: HTMLElement, term: string, value: string): void {
  addText(list, 'dt', term);
  const isolated = list.ownerDocument.createElement('bdi');
  isolated.textContent = value;
  addText(list, 'dd', '').append(isolated);
}

function addText(parent: HTMLElement, tag: string, text: string): HTMLElement {
  const element = parent.ownerDocument.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}
