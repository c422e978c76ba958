import { decodeBase64Url } from '@daricheh/shared/encoding';
import { decodeManifest, type FormSigner, formatInstant, renderView, writeWaitingJws } from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import { type Html, html } from '../caseworker/html.ts';
import { renderLines } from '../caseworker/pages/lines.ts';
import type { Language } from '../caseworker/text.ts';
import { coSigningText } from './text.ts';
import type { WaitingForm } from './waiting-form.ts';

type Visit = { readonly agency: Agency; readonly language: Language; readonly path: string };

/** Says that the link leads nowhere. */
export function renderOver(visit: Visit): Html {
  const { over, overHelp } = coSigningText[visit.language];
  return renderPage(visit, html`<section class="card"><h1>${over}</h1><p>${overHelp}</p></section>`);
}

/** Asks who the visitor is, or for somebody else than who they are. Nothing of the form stands here. */
export function renderIdentify(visit: Visit, link: string, isOther: boolean): Html {
  const words = coSigningText[visit.language];
  const [title, lead] = isOther ? [words.other, words.otherHelp] : [words.title, words.asked];
  const act = html`<p><a class="act" href="${link}">${isOther ? words.identifyAgain : words.identify}</a></p>`;
  return renderPage(
    visit,
    html`<section class="card"><h1>${title}</h1><p>${lead}</p><p class="soft">${words.identifyWhy}</p>${act}<p class="soft">${words.noWallet}</p></section>`,
  );
}

/** The whole form, who has signed it, and the way into the wallet, for whom it waits for as `role`. */
export function renderWaiting(visit: Visit, waiting: WaitingForm, role: FormSigner): Html {
  const { language } = visit;
  const words = coSigningText[language];
  const { jws } = waiting.envelope;
  const manifest = decodeManifest(decodeBase64Url(jws.payload));
  const view = renderView({ ...manifest, locale: language });
  const first = manifest.signers?.find(({ id }) => id === waiting.role)?.label[language] ?? '';
  const mark = (sign: string): Html => html`<span aria-hidden="true">${sign}</span>`;
  const signatures = html`<h2>${words.signed}</h2><ul><li>${mark('✔')} ${words.signedBy(first, formatInstant(waiting.receivedAt, language))}</li><li>${mark('…')} ${words.missing(role.label[language])}</li></ul>`;
  const form = html`<form data-daricheh-form="/daricheh/forms/${manifest.form.id}" data-daricheh-co-sign="${writeWaitingJws(jws)}"><p><button class="primary" type="button" data-daricheh-sign hidden>${words.sign}</button></p><p class="soft">${words.noWallet}</p></form>`;
  const done = html`<div data-co-signed hidden><section class="card"><h2 tabindex="-1">${words.done}</h2><p>${words.doneHelp}</p></section></div>`;
  const seen = view.sections.map(({ heading, lines }) => html`<h3>${heading}</h3>${renderLines(lines)}`);
  return renderPage(
    visit,
    html`<div class="stack"><section class="card"><h1>${view.title}</h1><p data-co-sign>${words.lead}</p></section>${done}<div data-co-sign><section class="card">${signatures}${form}</section></div><section class="card">${seen}</section></div>`,
  );
}

/** A whole document around `main`, in the look of the caseworkers' desk. */
function renderPage({ agency, language, path }: Visit, main: Html): Html {
  const words = coSigningText[language];
  const other = language === 'fa' ? 'en' : 'fa';
  return html`<!doctype html>
<html lang="${language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words.title} · ${agency.name[language]}</title>
<link rel="stylesheet" href="/daricheh/caseworker/static/caseworker.css">
<script type="module" src="/daricheh/co-sign/static/co-sign.js"></script>
</head>
<body>
<header class="top"><span class="agency"><span class="pane" aria-hidden="true"></span><strong>${agency.name[language]}</strong></span>
<nav class="tools"><a class="quiet" href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></nav></header>
<main>${main}</main>
</body>
</html>
`;
}
