import { html } from 'hono/html';
import type { CounterDocument } from '../documents.ts';
import { counterText } from '../text.ts';
import type { Markup, Visit } from '../visit.ts';
import { titleOf } from './records-page.ts';

/** The citizen's documents of the type that a wallet asks for, to give one or none. */
export function choosePage(
  { language, base }: Visit,
  { handle, documents }: { handle: string; documents: readonly CounterDocument[] },
): Markup {
  const text = counterText(language);
  const hidden = html`<input type="hidden" name="authorization" value="${handle}">`;
  return html`<h1>${text.chooseTitle}</h1><p class="lead">${text.chooseLead}</p>
${documents.map(
  (
    document,
  ) => html`<form class="record" method="post" action="${base}/authorize">${hidden}<input type="hidden" name="record" value="${document.record.key}">
<header><h2>${titleOf(document, language)}</h2><button class="primary">${text.choose}</button></header></form>`,
)}
${documents.length === 0 ? html`<p class="empty"><strong>${text.none}</strong> ${text.noneLead}</p>` : ''}
<form method="post" action="${base}/authorize">${hidden}<button class="lesser">${text.chooseNone}</button></form>`;
}

/** For a request that is over. */
export function signInOverPage({ language, base }: Visit): Markup {
  const text = counterText(language);
  return html`<h1>${text.signInOver}</h1><p class="lead">${text.signInOverLead}</p><p><a class="primary" href="${base}">${text.back}</a></p>`;
}

/** Where the browser cannot be sent on by itself: to a wallet that is not at this site. */
export function goOnPage({ language }: Visit, redirectUri: string): Markup {
  const text = counterText(language);
  return html`<h1>${text.offerTitle}</h1><p><a class="primary" href="${redirectUri}">${text.goOn}</a></p>`;
}
