import { html } from 'hono/html';
import { framePage, navigate } from '../counter/site/frame-page.ts';
import { siteWordsOf } from '../counter/site/site-words.ts';
import type { Markup, Visit } from '../counter/visit.ts';
import { textOf } from './text.ts';

/** The frame of every page. */
export function frame(visit: Visit, title: string, content: Markup): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  const body = html`<p class="demo">${words.demo}</p>
<header class="road"><a class="brand" href="/"><img src="/assets/licence.svg" width="52" height="52" alt=""><span><strong>${text.organization}</strong><small>${text.part}</small></span></a>${navigate(visit, text.organization)}</header>
<main id="content">${content}</main>
<footer><p>${text.organization}</p></footer>`;
  return framePage(visit, { title, organization: text.organization, asset: 'licence', body });
}

/** The first page. */
export function homePage(visit: Visit): Markup {
  const text = textOf(visit.language);
  const words = siteWordsOf(visit.language);
  return frame(
    visit,
    words.home,
    html`<section class="hero"><h1>${text.title}</h1><p class="lead">${text.lead}</p><p><a class="primary" href="${visit.base}">${words.start}</a></p></section>
<ul class="signs">${text.facts.map((fact) => html`<li>${fact}</li>`)}</ul>`,
  );
}
