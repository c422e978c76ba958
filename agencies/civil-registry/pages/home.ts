import { html } from 'hono/html';
import { type Language, textOf } from '../text.ts';
import { layout } from './layout.ts';

/** The first page. */
export function homePage(language: Language) {
  const text = textOf(language);
  return layout(
    { language, path: '/' },
    text.home,
    html`
<section class="opening"><div><h1>${text.heroTitle}</h1><p>${text.heroLead}</p><a class="button" href="/identity${language === 'en' ? '?lang=en' : ''}">${text.heroAction}</a></div><img src="/assets/certificate.svg" width="320" height="250" alt=""></section>
<h2 class="rule"><span>${text.servicesTitle}</span></h2>
<div class="three">${text.services.map(([name, about]) => html`<article><h3>${name}</h3><p>${about}</p></article>`)}</div>
<h2 class="rule"><span>${text.howTitle}</span></h2>
<ol class="how">${text.how.map((step) => html`<li>${step}</li>`)}</ol>`,
  );
}
