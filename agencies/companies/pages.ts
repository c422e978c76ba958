import { html } from 'hono/html';
import { framePage, navigate } from '../counter/site/frame-page.ts';
import { siteWordsOf } from '../counter/site/site-words.ts';
import type { Markup, Visit } from '../counter/visit.ts';
import { textOf } from './text.ts';

/** The frame of every page. */
export function frame(visit: Visit, title: string, content: Markup): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  const body = html`<header class="bar"><a class="brand" href="/"><img src="/assets/companies.svg" width="30" height="30" alt="">${text.organization}</a>${navigate(visit, text.organization)}</header>
<p class="demo">${words.demo}</p>
<main id="content">${content}</main>
<footer><p>${text.part} · ${text.organization}</p></footer>`;
  return framePage(visit, { title, organization: text.organization, asset: 'companies', body });
}

/** The first page. */
export function homePage(visit: Visit): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  return frame(
    visit,
    words.home,
    html`<div class="split"><section><h1>${text.title}</h1><p class="lead">${text.lead}</p><p><a class="primary" href="${visit.base}">${words.start}</a></p></section>
<table><tbody>${text.facts.map((fact, place) => html`<tr><th scope="row">${place + 1}</th><td>${fact}</td></tr>`)}</tbody></table></div>`,
  );
}
