import { html } from 'hono/html';
import { framePage, navigate } from '../counter/site/frame-page.ts';
import { siteWordsOf } from '../counter/site/site-words.ts';
import type { Markup, Visit } from '../counter/visit.ts';
import { textOf } from './text.ts';

/** The frame of every page. */
export function frame(visit: Visit, title: string, content: Markup): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  const body = html`<div class="page"><aside><a class="brand" href="/"><img src="/assets/residents.svg" width="72" height="72" alt=""><strong>${text.organization}</strong></a><small>${text.part}</small>${navigate(visit, text.organization)}<p class="demo">${words.demo}</p></aside>
<main id="content">${content}</main></div>`;
  return framePage(visit, { title, organization: text.organization, asset: 'residents', body });
}

/** The first page. */
export function homePage(visit: Visit): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  return frame(
    visit,
    words.home,
    html`<h1>${text.title}</h1><p class="lead">${text.lead}</p><ol class="steps">${text.facts.map((fact) => html`<li>${fact}</li>`)}</ol><p><a class="primary" href="${visit.base}">${words.start}</a></p>`,
  );
}
