import { html } from 'hono/html';
import { type Citizen, nameOf } from '../../front/citizen.ts';
import type { Kit } from '../../front/find-kit.ts';
import { type Language, linkToLanguage } from '../../front/language.ts';
import { textOf } from '../text.ts';

type Markup = ReturnType<typeof html>;

export type Visit = {
  readonly language: Language;
  readonly taxpayer: Citizen | undefined;
  readonly path: string;
  /** The wallet’s script, on pages that have a use for it. */
  readonly kit?: Kit | undefined;
};

/** The frame of every page. The one script is the wallet kit, from the server beside the site, and these very bytes of it. */
export function layout(visit: Visit, title: string, content: Markup, options: { readonly isCounter?: boolean } = {}): Markup {
  const { language, taxpayer, path, kit } = visit;
  const text = textOf(language);
  const other = language === 'fa' ? 'en' : 'fa';
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${text.organization}</title>
${options.isCounter ? html`<link rel="stylesheet" href="/counter/counter.css">` : ''}<link rel="stylesheet" href="/static/tax.css">
<link rel="icon" href="/static/emblem.svg" type="image/svg+xml">
${kit === undefined ? '' : html`<script src="${kit.src}" integrity="${kit.integrity}" crossorigin="anonymous" defer></script>`}
</head>
<body>
<p class="demo">${text.demo}</p>
<header class="top"><div class="wrap top-row">
<a class="brand" href="/"><img src="/static/emblem.svg" width="44" height="44" alt=""><span><strong>${text.organization}</strong><small>${text.motto}</small></span></a>
<nav><a href="/"${path === '/' ? html` aria-current="page"` : ''}>${text.home}</a><a href="/return"${path === '/return' ? html` aria-current="page"` : ''}>${text.yearlyReturn}</a><a href="/documents"${path === '/documents' ? html` aria-current="page"` : ''}>${text.taxNumber}</a><a href="${linkToLanguage(path, other)}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></nav>
${taxpayer === undefined ? '' : signedIn(visit, taxpayer)}
</div></header>
<main>${content}</main>
<footer><div class="wrap foot-row"><span>${text.organization}</span><span>${text.address}</span></div></footer>
</body>
</html>`;
}

function signedIn({ language }: Visit, taxpayer: Citizen): Markup {
  return html`<form class="who" method="post" action="/sign-out"><bdi data-signed-in>${nameOf(taxpayer, language)}</bdi><button>${textOf(language).signOut}</button></form>`;
}
