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
<link rel="stylesheet" href="/assets/residents.css">
<link rel="icon" href="/assets/residents.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<div class="page"><aside><a class="brand" href="/"><img src="/assets/residents.svg" width="72" height="72" alt=""><strong>${text.organization}</strong></a><small>${text.part}</small><nav aria-label="${text.organization}"><a href="/"${here('/')}>${text.home}</a><a href="${base}"${here(base)}>${text.documents}</a><a href="${base}/office"${here(`${base}/office`)}>${text.office}</a><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></nav><p class="demo">${text.demo}</p></aside>
<main id="content">${content}</main></div>
</body>
</html>`;
}

/** The first page. */
export function homePage(visit: Visit): Markup {
  const text = textOf(visit.language);
  return frame(
    visit,
    text.home,
    html`<h1>${text.title}</h1><p class="lead">${text.lead}</p><ol class="steps">${text.facts.map((fact) => html`<li>${fact}</li>`)}</ol><p><a class="primary" href="${visit.base}">${text.start}</a></p>`,
  );
}
