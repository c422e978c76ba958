import { html } from 'hono/html';
import type { DocumentOffer } from '../documents.ts';
import { counterText } from '../text.ts';
import type { Markup, Visit } from '../visit.ts';

/** Signing in by a link that a wallet opens; without a link, that the server is away. */
export function signInPage({ language }: Visit, link: string | undefined): Markup {
  const text = counterText(language);
  if (link === undefined) return html`<h1>${text.signInTitle}</h1><p class="notice" role="alert">${text.serverDown}</p>`;
  return html`<h1>${text.signInTitle}</h1>
<p class="lead">${text.signInLead}</p>
<p><a class="primary" data-sign-in href="${link}">${text.signIn}</a></p>
<p class="quiet">${text.nothingHappens}</p>`;
}

/** After a sign-in that did not come to an end. */
export function notSignedInPage({ language, base }: Visit): Markup {
  const text = counterText(language);
  return html`<h1>${text.notSignedIn}</h1><p class="lead">${text.notSignedInLead}</p><p><a class="primary" href="${base}">${text.again}</a></p>`;
}

/** The link by which the wallet takes a document. */
export function offerPage({ language, base }: Visit, { title, offer }: { readonly title: string; readonly offer: DocumentOffer }): Markup {
  const text = counterText(language);
  return html`<h1>${text.offerTitle}</h1>
<p class="lead"><strong>${title}</strong></p>
<p>${text.offerLead}</p>
${offer.secondCode === undefined ? '' : html`<p class="notice">${text.secondCode}: <strong dir="ltr" data-second-code>${offer.secondCode}</strong><br><span class="quiet">${text.secondCodeHint}</span></p>`}
<p><a class="primary" data-offer href="${offer.offerUri}">${text.take}</a></p>
<p class="quiet">${text.nothingHappens}</p>
<p><a href="${base}">${text.back}</a></p>`;
}
