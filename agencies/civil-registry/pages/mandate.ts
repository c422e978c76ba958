import { html } from 'hono/html';
import type { CounterDocument } from '../../counter/documents.ts';
import { stateMark } from '../../counter/pages/records-page.ts';
import { type Language, textOf } from '../text.ts';
import { layout } from './layout.ts';

/** The mandates of somebody who was identified, each with the way to take it; nothing where there is none. */
export function mandateList(language: Language, mandates: readonly CounterDocument[]) {
  const text = textOf(language);
  if (mandates.length === 0) return '';
  return html`<section class="mandates" aria-labelledby="mandates"><h2 id="mandates">${text.mandatesTitle}</h2><p>${text.mandatesLead}</p>
<ul class="documents">${mandates.map(
    (mandate) =>
      html`<li data-record="${mandate.record.key}"><b><bdi>${principalOf(mandate, language)}</bdi></b><span>${
        mandate.entry.state === 'valid'
          ? html`<form method="post" action="/identity/mandate${language === 'en' ? '?lang=en' : ''}"><input type="hidden" name="record" value="${mandate.record.key}"><button class="small">${text.takeMandate}</button></form>`
          : stateMark(mandate, language)
      }</span></li>`,
  )}</ul></section>`;
}

/** The link by which the wallet takes a mandate; without one, that the server is away. */
export function mandatePage(language: Language, mandate: CounterDocument, offerUri: string | undefined) {
  const text = textOf(language);
  const back = html`<p class="quiet"><a href="/identity/offer${language === 'en' ? '?lang=en' : ''}">${text.backToDocuments}</a></p>`;
  return layout(
    { language, path: '/identity/offer' },
    text.mandateReady,
    html`<section class="sheet ready"><h1>${text.mandateReady}</h1>
<p><strong><bdi>${principalOf(mandate, language)}</bdi></strong></p>
${
  offerUri === undefined
    ? html`<p class="error" role="alert">${text.serverDown}</p>`
    : html`<p>${text.mandateLead}</p><a class="button wide" data-offer href="${offerUri}">${text.take}</a>`
}
${back}</section>`,
  );
}

function principalOf({ record: { data } }: CounterDocument, language: Language): string {
  const native = [data['principal-given-name'], data['principal-family-name']];
  const latin = [data['principal-given-name-latin'], data['principal-family-name-latin']];
  return (language === 'fa' ? native : latin).filter(Boolean).join(' ');
}
