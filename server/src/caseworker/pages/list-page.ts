import { isOpenState } from '@daricheh/shared/catalogue';
import type { Recheck } from '../../storage/rechecks.ts';
import type { CaseRecord } from '../../storage/store.ts';
import { erasureText } from '../erasure-text.ts';
import { formatDay, formatDistance } from '../format.ts';
import { type Html, html } from '../html.ts';
import { text } from '../text.ts';
import { renderPage, type Visit } from './page.ts';

export type ListFilter = 'in-hand' | 'decided' | 'erasure';

/** An agency's cases, the one that is due first coming first. Titles name forms, never citizens. */
export function renderList(visit: Visit, filter: ListFilter, cases: readonly CaseRecord[]): Html {
  const words = text[visit.language];
  const tab = (name: ListFilter, label: string, href: string): Html =>
    html`<a class="tab" href="${href}"${filter === name ? html` aria-current="page"` : null}>${label}</a>`;
  const tabs = [
    tab('in-hand', words.inHand, '/daricheh/caseworker'),
    tab('decided', words.decided, '/daricheh/caseworker?show=decided'),
    tab('erasure', erasureText[visit.language].tab, '/daricheh/caseworker?show=erasure'),
  ];
  const empty = { 'in-hand': words.nothingInHand, decided: words.nothingDecided, erasure: erasureText[visit.language].none }[filter];
  const main = html`<h1 class="hidden">${words.desk}</h1><nav class="tabs">${tabs}</nav>
${cases.length === 0 ? html`<p class="card soft empty">${empty}</p>` : html`${renderTable(visit, cases)}${filter === 'erasure' ? null : html`<p><a href="/daricheh/caseworker/cases.csv?show=${filter}" download>${words.exportList}</a></p>`}`}`;
  return renderPage(visit, words.desk, main);
}

/** How good it looks what became of a look-up. */
export const standingClasses: Readonly<Record<Recheck['state'], string>> = {
  waiting: 'warn',
  valid: 'good',
  revoked: 'bad',
  suspended: 'bad',
};

/** Whether what was submitted is signed and was verified, and still holds. */
export function renderBadge({ isSigned, recheck }: CaseRecord, { language }: Visit): Html {
  const words = text[language];
  if (recheck !== null) return html`<span class="badge ${standingClasses[recheck.state]}">${words.recheckBadges[recheck.state]}</span>`;
  return isSigned ? html`<span class="badge good">${words.verified}</span>` : html`<span class="badge warn">${words.unsigned}</span>`;
}

/** The state of a case in words. */
export function renderState({ state }: CaseRecord, { language }: Visit): Html {
  return html`<span class="badge state" data-state="${state}">${text[language].states[state]}</span>`;
}

/** The deadline, with how far it is while the case is open. */
export function renderDue({ dueAt, state }: CaseRecord, { language, now }: Visit): Html {
  const day = formatDay(dueAt, language);
  if (!isOpenState(state)) return html`<time datetime="${dueAt.toISOString()}">${day}</time>`;
  const isLate = dueAt < now;
  return html`<time datetime="${dueAt.toISOString()}"${isLate ? html` class="late"` : null}>${day} <small>${formatDistance(dueAt, now, language)}</small></time>`;
}

function renderTable(visit: Visit, cases: readonly CaseRecord[]): Html {
  const words = text[visit.language];
  const rows = cases.map(
    (record) => html`<tr data-case="${record.caseNumber}">
<th scope="row"><a href="/daricheh/caseworker/cases/${record.caseNumber}">${record.title[visit.language]}</a><bdi class="number" dir="ltr">${record.caseNumber}</bdi></th>
<td>${renderState(record, visit)}</td><td>${renderBadge(record, visit)}</td><td data-label="${words.received}">${formatDay(record.receivedAt, visit.language)}</td><td data-label="${words.due}">${renderDue(record, visit)}</td>
</tr>`,
  );
  const heads = [words.case, words.state, words.signature, words.received, words.due];
  return html`<div class="card flush"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
