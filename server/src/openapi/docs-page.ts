import { type ErrorCode, errorCodes, errorSentences } from '@daricheh/shared/errors';
import type { LocalizedText } from '@daricheh/shared/trust';
import { documentTypeIds, getDocumentType, getField, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { type Html, html } from '../caseworker/html.ts';
import type { Language } from '../caseworker/text.ts';
import { type DocsText, docsText } from './docs-text.ts';
import { toJsonSchema } from './json-schema.ts';
import { listMembers, type Member } from './list-members.ts';
import { commonErrors, type Operation, type OperationGroup } from './operation.ts';
import { operations } from './operations.ts';

export type DocsVisit = { readonly language: Language; readonly agency: LocalizedText; readonly origin: string };

const groups: readonly OperationGroup[] = ['verify', 'issue', 'receive', 'desk', 'audit'];

/** The readable description of the API, from the same operations as the one for machines. It loads nothing but a style sheet and fonts of this server. */
export function renderDocs(visit: DocsVisit): Html {
  const { language, agency } = visit;
  const words = docsText[language];
  const other = language === 'fa' ? 'en' : 'fa';
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title} · ${agency[language]}</title>
<link rel="stylesheet" href="/daricheh/caseworker/static/caseworker.css">
</head>
<body>
<header class="top"><span class="agency"><span class="pane" aria-hidden="true"></span><span><strong>${agency[language]}</strong><span class="soft">${words.title}</span></span></span>
<nav class="tools"><a class="quiet" href="/daricheh/openapi.json">${words.machine}</a><a class="quiet" href="/daricheh/docs?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></nav></header>
<main class="stack docs"><section class="card"><h1>${words.title}</h1><p>${words.lead}</p><p class="soft">${words.key}</p></section>
${renderContents(words, language)}${groups.map((group) => renderGroup(visit, group))}
<section class="stack"><h2 id="errors">${words.allErrors}</h2><div class="card">${renderErrors(words, language, commonErrors)}</div></section>
${renderVocabulary(words, language)}</main>
</body>
</html>
`;
}

function inGroup(group: OperationGroup): readonly Operation[] {
  return operations.filter((operation) => operation.group === group);
}

function renderContents(words: DocsText, language: Language): Html {
  const items = groups.flatMap((group) =>
    inGroup(group).map(
      ({ id, title, method, path }) =>
        html`<li><a href="#${id}">${title[language]}</a> <code dir="ltr">${method.toUpperCase()} ${path}</code></li>`,
    ),
  );
  return html`<nav class="card" aria-label="${words.contents}"><h2>${words.contents}</h2><ul class="entries">${items}<li><a href="#vocabulary">${words.vocabulary}</a></li></ul></nav>`;
}

function renderGroup(visit: DocsVisit, group: OperationGroup): Html {
  const shown = inGroup(group).map((operation) => renderOperation(visit, operation));
  return html`<section class="stack"><h2>${docsText[visit.language].groups[group]}</h2>${shown}</section>`;
}

function renderOperation({ language, origin }: DocsVisit, operation: Operation): Html {
  const words = docsText[language];
  const { id, method, path, title, about, parameters = [], body, answers, errors } = operation;
  const answer = answers.map(
    ({ status, about: meaning, schema }) =>
      html`<h4>${words.answer}: <span dir="ltr">${status}</span> · ${meaning[language]}</h4>${renderMembers(words, listMembers(toJsonSchema(schema, 'output')))}`,
  );
  const asMembers = parameters.map(({ name, in: place, isRequired }) => ({ name, kind: place, isRequired }));
  return html`<article class="card" id="${id}"><h3>${title[language]}</h3><p><code dir="ltr">${method.toUpperCase()} ${path}</code></p><p>${about[language]}</p>
${parameters.length === 0 ? null : html`<h4>${words.parameters}</h4>${renderMembers(words, asMembers)}`}
${body === undefined ? null : html`<h4>${words.body}</h4>${renderMembers(words, listMembers(toJsonSchema(body.schema, 'input')))}`}
<h4>${words.example}</h4><pre dir="ltr" tabindex="0"><code>${writeExample(operation, origin)}</code></pre>
${answer}${errors.length === 0 ? null : html`<details><summary>${words.errors}</summary>${renderErrors(words, language, errors)}</details>`}</article>`;
}

/** A line for the shell. */
function writeExample({ method, path, isPublic, parameters = [], body }: Operation, origin: string): string {
  const headers = [
    ...(isPublic ? [] : ['Authorization: Bearer $API_KEY']),
    ...parameters.flatMap(({ in: place, name }) => (place === 'header' ? [`${name}: 0123456789`] : [])),
  ];
  const data = body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body.example)}'`];
  const query = parameters.flatMap(({ in: place, name }) => (place === 'query' ? [`${name}=0`] : [])).join('&');
  const address = query === '' ? `${origin}${path}` : `'${origin}${path}?${query}'`;
  const parts = [`curl -X ${method.toUpperCase()} ${address}`, ...headers.map((header) => `-H "${header}"`), ...data];
  return parts.join(' \\\n  ');
}

function renderMembers(words: DocsText, members: readonly Member[]): Html | null {
  if (members.length === 0) return null;
  const rows = members.map(
    ({ name, kind, isRequired }) =>
      html`<tr><th scope="row"><code dir="ltr">${name}</code></th><td><code dir="ltr">${kind}</code></td><td>${isRequired ? words.yes : words.no}</td></tr>`,
  );
  return renderTable([words.name, words.kind, words.needed], rows);
}

function renderErrors(words: DocsText, language: Language, codes: readonly ErrorCode[]): Html {
  const rows = codes.map(
    (code) =>
      html`<tr><th scope="row"><code dir="ltr">${code}</code></th><td>${errorCodes[code]}</td><td>${errorSentences[code][language]}</td></tr>`,
  );
  return renderTable([words.code, words.status, words.sentence], rows);
}

function renderVocabulary(words: DocsText, language: Language): Html {
  const documents = documentTypeIds.map((id) => {
    const rows = listDocumentClaims(id).map(
      ({ datum, path }) =>
        html`<tr><th scope="row"><code dir="ltr">${datum}</code></th><td>${getField(datum)[language]}</td><td><code dir="ltr">${path.join('.')}</code></td></tr>`,
    );
    const type = getDocumentType(id);
    return html`<article class="card"><h3>${type[language]} <code dir="ltr">${id}</code></h3><p class="soft"><code dir="ltr">${type.vct}</code></p>${renderTable(['id', words.datum, words.path], rows)}</article>`;
  });
  return html`<section class="stack"><h2 id="vocabulary">${words.vocabulary}</h2><p class="soft">${words.vocabularyLead}</p>${documents}</section>`;
}

function renderTable(heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
