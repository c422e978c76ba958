import { html } from 'hono/html';
import { linkToLanguage } from '../../front/language.ts';
import { type Language, textOf } from '../text.ts';

type Markup = ReturnType<typeof html>;

/** The frame of every page. There is no script at all. */
export function layout(view: { readonly language: Language; readonly path: string }, title: string, content: Markup): Markup {
  const { language, path } = view;
  const text = textOf(language);
  const other = language === 'fa' ? 'en' : 'fa';
  const query = language === 'en' ? '?lang=en' : '';
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${text.organization}</title>
${path.startsWith('/mandates') ? html`<link rel="stylesheet" href="/counter/counter.css">` : ''}<link rel="stylesheet" href="/assets/registry.css">
<link rel="icon" href="/assets/star.svg" type="image/svg+xml">
</head>
<body>
<p class="demo">${text.demo}</p>
<header class="head"><div class="measure">
<a class="logo" href="/${query}"><img src="/assets/star.svg" width="56" height="56" alt=""><span><b>${text.organization}</b><i>${text.country}</i></span></a>
<nav><a href="/${query}">${text.home}</a><a href="/identity${query}">${text.identity}</a><a class="tongue" href="${linkToLanguage(path, other)}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></nav>
</div></header>
<main class="measure">${content}</main>
<footer class="foot"><div class="measure">${text.footer}</div></footer>
</body>
</html>`;
}
