import type { CaseRecord } from '../../storage/store.ts';
import { erasureText } from '../erasure-text.ts';
import { formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { renderConfirm } from './confirm-page.ts';
import type { Visit } from './page.ts';

const pathOf = ({ caseNumber }: CaseRecord): string => `/daricheh/caseworker/cases/${caseNumber}`;

/** What the citizen asked for, with what can be decided; null where nothing waits. */
export function renderErasureRequest({ language }: Visit, record: CaseRecord): Html | null {
  const words = erasureText[language];
  const { erasureRequest } = record;
  if (erasureRequest === null || erasureRequest.refused !== null) return null;
  const reason = html`<label class="field"><span>${words.reason}</span><textarea name="reason" rows="3" maxlength="500" dir="auto" required aria-describedby="reason-hint"></textarea><small id="reason-hint" class="soft">${words.reasonHint}</small></label>`;
  return html`<section class="card" data-erasure="requested"><h2>${words.heading}</h2><p><time datetime="${erasureRequest.requestedAt.toISOString()}">${words.asked(formatDay(erasureRequest.requestedAt, language))}</time></p><p class="soft">${words.lead}</p>
<form method="post" action="${pathOf(record)}/erasure">${reason}<div class="buttons"><button class="plain" name="to" value="refuse">${words.refuse}</button></div></form>
<p><a class="act" href="${pathOf(record)}/erasure">${words.erase}</a></p></section>`;
}

/** That a case was erased, in the place of what it held. */
export function renderErased({ language }: Visit, erasedAt: Date): Html {
  const words = erasureText[language];
  return html`<section class="card" data-erasure="erased"><p class="notice warn">${words.erased(formatDay(erasedAt, language))}</p><p class="soft">${words.erasedLead}</p></section>`;
}

/** Says once more what is taken away, before it is. */
export function renderConfirmErasure(visit: Visit, record: CaseRecord): Html {
  const words = erasureText[visit.language];
  const form = html`<form method="post" action="${pathOf(record)}/erasure"><button class="danger" name="to" value="erase">${words.confirmButton}</button></form>`;
  const about = `${record.title[visit.language]} · ${record.caseNumber}`;
  return renderConfirm(visit, { title: words.confirm, about, lead: words.confirmLead, form, back: pathOf(record) });
}
