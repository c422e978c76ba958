import { html } from 'hono/html';
import type { Language } from '../../front/language.ts';
import type { CounterDocument } from '../documents.ts';
import { type DocumentState, documentStates } from '../register.ts';
import { counterText } from '../text.ts';
import type { Markup, Visit } from '../visit.ts';
import { stateMark, titleOf } from './records-page.ts';

/** For visitors who are no caseworkers of the agency. */
export function officeGatePage({ language }: Visit): Markup {
  const text = counterText(language);
  return html`<h1>${text.officeTitle}</h1><p class="lead">${text.officeGate}</p><p><a class="primary" href="/daricheh/caseworker">${text.officeSignIn}</a></p>`;
}

/** Every document on record, each with what may be done to it. */
export function officePage(
  visit: Visit,
  state: { readonly documents: readonly CounterDocument[]; readonly outcome: 'changed' | 'serverDown' | undefined },
): Markup {
  const text = counterText(visit.language);
  return html`<h1>${text.officeTitle}</h1><p class="lead">${text.officeLead}</p>
${state.outcome === undefined ? '' : html`<p class="notice" role="status">${text[state.outcome]}</p>`}
<div class="table"><table><thead><tr><th scope="col">${text.holder}</th><th scope="col">${text.document}</th><th scope="col">${text.stateLabel}</th><th scope="col">${text.change}</th></tr></thead>
<tbody>${state.documents.map((document) => officeRow(document, visit))}</tbody></table></div>`;
}

function officeRow(document: CounterDocument, { language, base }: Visit): Markup {
  const { record, entry } = document;
  const text = counterText(language);
  const holder = holderOf(document, language);
  const title = titleOf(document, language);
  return html`<tr data-record="${record.key}"><th scope="row"><bdi>${holder}</bdi></th><td>${title}</td><td>${stateMark(document, language)}</td><td>
${nextStates(entry.state).map(
  (to) =>
    html`<form method="post" action="${base}/office"><input type="hidden" name="record" value="${record.key}"><button name="to" value="${to}" aria-label="${text.to[to]}: ${title}, ${holder}">${text.to[to]}</button></form>`,
)}</td></tr>`;
}

/** What a document may become. Revoked by mistake, it is restored too: the register says when. */
function nextStates(state: DocumentState): readonly DocumentState[] {
  return documentStates.filter((to) => to !== state);
}

function holderOf({ person: { claims } }: CounterDocument, language: Language): string {
  const native = [claims.given_name, claims.family_name];
  const latin = [claims.given_name_latin, claims.family_name_latin];
  return (language === 'fa' ? native : latin).filter(Boolean).join(' ');
}
