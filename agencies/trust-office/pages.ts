import type { TrustedAgency, TrustedIssuer, TrustList } from '@daricheh/shared/trust';
import { findDocumentTypeId, getDocumentType, toPersianDigits } from '@daricheh/shared/vocabulary';
import { html } from 'hono/html';
import { showDate } from '../counter/show-value.ts';
import type { Markup } from '../counter/visit.ts';
import type { Language } from '../front/language.ts';
import { textOf } from './text.ts';

/** The edition that is out, for people. */
export function listPage(list: TrustList, language: Language): Markup {
  const text = textOf(language);
  const other = language === 'fa' ? 'en' : 'fa';
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.organization}</title>
<link rel="stylesheet" href="/counter/counter.css">
<link rel="stylesheet" href="/assets/trust-office.css">
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header><strong>${text.organization}</strong><span class="quiet">${text.demo}</span><a href="/?lang=${other}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></header>
<main id="content"><h1>${text.title}</h1><p class="lead">${text.lead}</p>
<dl><div><dt>${text.edition}</dt><dd>${language === 'fa' ? toPersianDigits(String(list.serial)) : list.serial}</dd></div><div><dt>${text.issuedAt}</dt><dd>${showDate(list.issuedAt, language)}</dd></div><div><dt>${text.nextUpdate}</dt><dd>${showDate(list.nextUpdate, language)}</dd></div><div><dt>${text.file}</dt><dd><a href="/trust-list"><bdi dir="ltr">/trust-list</bdi></a></dd></div></dl>
<h2>${text.issuers}</h2>
${table([text.name, text.site, text.documents], list.issuers.map(issuerRow(language)))}
<h2>${text.agencies}</h2>
${table([text.name, text.site, text.uses, text.contact], list.agencies.map(agencyRow(language)))}</main>
</body>
</html>`;
}

function table(heads: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="table"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function issuerRow(language: Language): (issuer: TrustedIssuer) => Markup {
  return ({ name, issuer, documents }) => {
    const types = documents.map((document) => ('vct' in document ? document.vct : document.doctype));
    return html`<tr><th scope="row">${name[language]}</th><td>${siteLink(issuer)}</td><td>${list(types.map((type) => nameType(type, language)))}</td></tr>`;
  };
}

function agencyRow(language: Language): (agency: TrustedAgency) => Markup {
  return ({ name, origins, uses, contact }) => {
    const purposes = uses.length === 0 ? [textOf(language).noUse] : uses.map(({ purpose }) => purpose[language]);
    return html`<tr><th scope="row">${name[language]}</th><td>${origins.map(siteLink)}</td><td>${list(purposes)}</td><td><a href="${contact}"><bdi dir="ltr">${contact.replace(/^(mailto|tel):/, '')}</bdi></a></td></tr>`;
  };
}

function siteLink(origin: string): Markup {
  return html`<a href="${origin}/"><bdi dir="ltr">${origin}</bdi></a>`;
}

function list(entries: readonly string[]): Markup {
  return html`<ul>${[...new Set(entries)].map((entry) => html`<li>${entry}</li>`)}</ul>`;
}

function nameType(type: string, language: Language): string {
  const id = findDocumentTypeId(type);
  return id ? getDocumentType(id)[language] : type;
}
