import type { LocalizedText } from '@daricheh/shared/trust';
import type { Caseworker } from '../../storage/staff.ts';
import { eventText } from '../event-text.ts';
import { type Html, html } from '../html.ts';
import { staffText } from '../staff-text.ts';
import { type Language, text } from '../text.ts';

/** What every page is shown with. */
export type Visit = {
  readonly language: Language;
  readonly agency: LocalizedText;
  /** Null where nobody is signed in. */
  readonly caseworker: Caseworker | null;
  /** Whether the agency's own system is told of events. */
  readonly hasWebhook: boolean;
  readonly now: Date;
  /** Path of this page, for the link to the other language. */
  readonly path: string;
};

/** A whole document around `main`. */
export function renderPage(visit: Visit, title: string, main: Html): Html {
  const { language, agency, caseworker } = visit;
  const words = text[language];
  return html`<!doctype html>
<html lang="${language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${agency[language]}</title>
<link rel="stylesheet" href="/daricheh/caseworker/static/caseworker.css">
<script type="module" src="/daricheh/caseworker/static/caseworker.js"></script>
</head>
<body>
<header class="top">
<a class="agency" href="/daricheh/caseworker"><span class="pane" aria-hidden="true"></span><span><strong>${agency[language]}</strong><span class="soft">${words.desk}</span></span></a>
<nav class="tools" aria-label="${words.desk}">${caseworker === null ? null : html`<bdi class="soft">${caseworker.name}</bdi>${renderPlaces(visit, caseworker)}`}
${renderLanguageLink(visit)}
${caseworker === null ? null : html`<form method="post" action="/daricheh/caseworker/sign-out"><button class="quiet">${words.signOut}</button></form>`}</nav>
</header>
<main>${main}</main>
</body>
</html>
`;
}

function renderPlaces({ language, path, hasWebhook }: Visit, { role }: Caseworker): Html {
  const words = staffText[language];
  const place = (href: string, label: string): Html =>
    html`<a class="quiet" href="${href}"${path.split('?', 1)[0] === href ? html` aria-current="page"` : null}>${label}</a>`;
  const staff = role === 'administrator' ? place('/daricheh/caseworker/staff', words.staff) : null;
  const events = role === 'administrator' && hasWebhook ? place('/daricheh/caseworker/events', eventText[language].events) : null;
  return html`${place('/daricheh/caseworker', words.cases)}${staff}${events}${place('/daricheh/caseworker/account', words.account)}`;
}

function renderLanguageLink({ language, path }: Visit): Html {
  const other = language === 'fa' ? 'en' : 'fa';
  return html`<a class="quiet" href="${path}${path.includes('?') ? '&' : '?'}lang=${other}" hreflang="${other}" lang="${other}">${text[language].otherLanguage}</a>`;
}
