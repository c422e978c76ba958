import { html } from 'hono/html';
import { framePage, navigate } from '../counter/site/frame-page.ts';
import { siteWordsOf } from '../counter/site/site-words.ts';
import type { Markup, Visit } from '../counter/visit.ts';
import { textOf } from './text.ts';

/** The frame of every page. */
export function frame(visit: Visit, title: string, content: Markup): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  const body = html`<header class="crest"><img src="/assets/university.svg" width="84" height="84" alt=""><a class="brand" href="/">${text.organization}</a><small>${text.part}</small>${navigate(visit, text.organization)}</header>
<main id="content">${content}</main>
<footer><p>${words.demo}</p></footer>`;
  return framePage(visit, { title, organization: text.organization, asset: 'university', body });
}

/** The first page. */
export function homePage(visit: Visit): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  return frame(
    visit,
    words.home,
    html`<h1>${text.title}</h1><p class="lead">${text.lead}</p><p><a class="primary" href="${visit.base}">${words.start}</a></p>
<hr><ul class="plain">${text.facts.map((fact) => html`<li>${fact}</li>`)}</ul>`,
  );
}
