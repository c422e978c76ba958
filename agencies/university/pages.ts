import { html } from 'hono/html';
import type { Markup, Visit } from '../counter/visit.ts';
import { textOf } from './text.ts';

/** The frame of every page. */
export function frame(visit: Visit, title: string, content: Markup): Markup {
  const { language, path, base } = visit;
  const text = textOf(language);
  const other = language === 'fa' ? 'en' : 'fa';
  const here = (at: string) => (path === at ? html` aria-current="page"` : '');
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${text.organization}</title>
<link rel="stylesheet" href="/counter/counter.css">
<link rel="stylesheet" href="/assets/university.css">
<link rel="icon" href="/assets/university.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header class="crest"><img src="/assets/university.svg" width="84" height="84" alt=""><a class="brand" href="/">${text.organization}</a><small>${text.part}</small><nav aria-label="${text.organization}"><a href="/"${here('/')}>${text.home}</a><a href="${base}"${here(base)}>${text.documents}</a><a href="${base}/office"${here(`${base}/office`)}>${text.office}</a><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></nav></header>
<main id="content">${content}</main>
<footer><p>${text.demo}</p></footer>
</body>
</html>`;
}

/** The first page. */
export function homePage(visit: Visit): Markup {
  const text = textOf(visit.language);
  return frame(
    visit,
    text.home,
    html`<h1>${text.title}</h1><p class="lead">${text.lead}</p><p><a class="primary" href="${visit.base}">${text.start}</a></p>
<hr><ul class="plain">${text.facts.map((fact) => html`<li>${fact}</li>`)}</ul>`,
  );
}
