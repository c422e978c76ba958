import { html } from 'hono/html';
import { linkToLanguage } from '../../front/language.ts';
import type { Markup, Visit } from '../visit.ts';
import { siteWordsOf } from './site-words.ts';

type Frame = {
  readonly title: string;
  readonly organization: string;
  /** Name of the site's stylesheet and of its sign, without their endings. */
  readonly asset: string;
  /** Everything after the link to the content. */
  readonly body: Markup;
};

/** A whole page of a site, in the language and the direction of the visit. */
export function framePage({ language }: Visit, { title, organization, asset, body }: Frame): Markup {
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${organization}</title>
<link rel="stylesheet" href="/counter/counter.css">
<link rel="stylesheet" href="/assets/${asset}.css">
<link rel="icon" href="/assets/${asset}.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${siteWordsOf(language).skip}</a>
${body}
</body>
</html>`;
}

/** The ways through such a site: first page, the citizen's documents, the office, the other language. */
export function navigate({ language, path, base }: Visit, organization: string): Markup {
  const words = siteWordsOf(language);
  const other = language === 'fa' ? 'en' : 'fa';
  const link = (to: string, label: string) => html`<a href="${to}"${path === to ? html` aria-current="page"` : ''}>${label}</a>`;
  return html`<nav aria-label="${organization}">${link('/', words.home)}${link(base, words.documents)}${link(`${base}/office`, words.office)}<a href="${linkToLanguage(path, other)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></nav>`;
}
