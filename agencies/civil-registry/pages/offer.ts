import { html } from 'hono/html';
import type { CounterDocument } from '../../counter/documents.ts';
import type { Person } from '../../people.ts';
import { type Language, textOf } from '../text.ts';
import { layout } from './layout.ts';
import { mandateList } from './mandate.ts';

/** The link by which the wallet takes both documents, what to do when nothing happens, and for whom the person may act. */
export function offerPage({
  language,
  person,
  offerUri,
  mandates,
}: {
  readonly language: Language;
  readonly person: Person;
  readonly offerUri: string;
  readonly mandates: readonly CounterDocument[];
}) {
  const text = textOf(language);
  const { claims } = person;
  const name = language === 'fa' ? [claims.given_name, claims.family_name] : [claims.given_name_latin, claims.family_name_latin];
  return layout(
    { language, path: '/identity/offer' },
    text.offerTitle,
    html`<section class="sheet ready"><h1>${text.offerTitle}</h1>
<div class="person"><img src="${claims.portrait}" width="72" height="90" alt=""><p><bdi>${name.filter(Boolean).join(' ')}</bdi></p></div>
<p>${text.offerLead}</p>
<ul class="documents"><li><b>${text.documentIdentity}</b><span>${text.documentIdentityAbout}</span></li><li><b>${text.documentSigning}</b><span>${text.documentSigningAbout}</span></li></ul>
<a class="button wide" data-offer href="${offerUri}">${text.take}</a>
<p class="quiet">${text.takeHint}</p>
<details><summary>${text.nothingTitle}</summary><ol>${text.nothing.map((step) => html`<li>${step}</li>`)}</ol>
<form method="get" action="/identity/offer">${language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}<button class="small">${text.again}</button></form></details>
${mandateList(language, mandates)}
</section>`,
  );
}
