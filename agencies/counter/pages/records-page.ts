import { type FieldId, getDocumentType, getField, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { html } from 'hono/html';
import { nameOf } from '../../front/citizen.ts';
import type { Language } from '../../front/language.ts';
import type { CounterDocument } from '../documents.ts';
import { showDate, showValue } from '../show-value.ts';
import { counterText } from '../text.ts';
import type { Markup, SignedInVisit } from '../visit.ts';

/** The citizen's own records, each with a button that takes it into the wallet. */
export function recordsPage({
  visit,
  documents,
  isServerDown,
  isGreeted,
}: {
  visit: SignedInVisit;
  documents: readonly CounterDocument[];
  isServerDown: boolean;
  /** The frame around the page greets already. */
  isGreeted: boolean;
}): Markup {
  const text = counterText(visit.language);
  return html`${isGreeted ? '' : greeting(visit)}<h1>${text.yours}</h1>
${isServerDown ? html`<p class="notice" role="alert">${text.serverDown}</p>` : ''}
${documents.length === 0 ? html`<p class="empty"><strong>${text.none}</strong> ${text.noneLead}</p>` : documents.map((document) => recordCard(document, visit))}`;
}

function greeting({ citizen, language, base }: SignedInVisit): Markup {
  const text = counterText(language);
  return html`<form class="greeting" method="post" action="${base}/sign-out"><span>${text.hello} <bdi data-signed-in>${nameOf(citizen, language)}</bdi></span><button class="lesser">${text.signOut}</button></form>
`;
}

function recordCard(document: CounterDocument, { language, base }: SignedInVisit): Markup {
  const { record, entry } = document;
  const text = counterText(language);
  return html`<article class="record" data-record="${record.key}" data-type="${record.type}">
<header><h2>${titleOf(document, language)}</h2>${stateMark(document, language)}</header>
<dl>${listRows(document).map(([datum, value]) => html`<div><dt>${getField(datum)[language]}</dt><dd><bdi>${showValue(datum, value, language)}</bdi></dd></div>`)}</dl>
${
  entry.state === 'valid'
    ? html`<form method="post" action="${base}/take"><input type="hidden" name="record" value="${record.key}"><button class="primary">${text.take}</button></form>`
    : html`<p class="notice">${text.notNow}</p>`
}
</article>`;
}

/** Type and title of a document in one line. */
export function titleOf({ record }: CounterDocument, language: Language): string {
  const type = getDocumentType(record.type);
  const values = type.title.flatMap((datum) => {
    const value = record.data[datum];
    // Isolated (UAX #9, 2.4): a plate has Persian letters between its digits, in a Latin line too.
    return value === undefined ? [] : [`\u2068${showValue(datum, value, language)}\u2069`];
  });
  return [type[language], ...values.slice(0, 1)].join(language === 'fa' ? '، ' : ', ');
}

/** Whether it counts, and since when not. */
export function stateMark({ entry }: CounterDocument, language: Language): Markup {
  const text = counterText(language);
  const since = entry.changedAt !== null && entry.state !== 'valid' ? ` ${text.since} ${showDate(entry.changedAt, language)}` : '';
  return html`<span class="state" data-state="${entry.state}">${text.state[entry.state]}${since}</span>`;
}

/** What stands in the record, in the order of the document; the picture is in the document alone. */
function listRows({ record }: CounterDocument): readonly (readonly [FieldId, string | boolean])[] {
  return listDocumentClaims(record.type).flatMap(({ datum }) => {
    const value = record.data[datum];
    return value === undefined || getField(datum).kind === 'image' ? [] : [[datum, value] as const];
  });
}
