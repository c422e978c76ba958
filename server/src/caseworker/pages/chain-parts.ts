import type { ManifestChange } from '@daricheh/shared/submission';
import type { CaseRecord } from '../../storage/store.ts';
import type { CaseChain } from '../case-chain.ts';
import { type ChainText, chainText } from '../chain-text.ts';
import { formatInstant } from '../format.ts';
import { type Html, html } from '../html.ts';
import { renderState } from './list-page.ts';
import type { Visit } from './page.ts';

const pathOf = (caseNumber: string): string => `/daricheh/caseworker/cases/${caseNumber}`;

/** Why nothing is decided of a case that was amended or withdrawn, or is a withdrawal; null of any other. */
export function renderClosing({ language }: Visit, { state, closedBy }: CaseRecord): Html | null {
  const words = chainText[language];
  if (state === 'recorded') return html`<p class="notice warn" data-closing="${state}">${words.recorded}</p>`;
  if ((state !== 'amended' && state !== 'withdrawn') || closedBy === null) return null;
  return html`<p class="notice warn" data-closing="${state}">${words[state]} ${renderNumber(closedBy)}</p>`;
}

/** The forms that stand in one another's place; null where the case stands alone. */
export function renderChain(visit: Visit, record: CaseRecord, { cases }: CaseChain): Html | null {
  if (cases.length < 2) return null;
  const words = chainText[visit.language];
  const items = cases.map((each) => {
    const isHere = each.caseNumber === record.caseNumber;
    const number = isHere
      ? html`<strong><bdi class="number" dir="ltr">${each.caseNumber}</bdi></strong> <span class="soft">${words.here}</span>`
      : renderNumber(each.caseNumber);
    const kind = each.about === null ? null : html`<p>${words.kinds[each.about.kind]}</p>`;
    const time = html`<time datetime="${each.receivedAt.toISOString()}">${formatInstant(each.receivedAt, visit.language)}</time>`;
    return html`<li data-chain="${each.caseNumber}"><p class="facts">${number} ${renderState(each, visit)}</p>${kind}${time}</li>`;
  });
  return html`<section class="card"><h2>${words.heading}</h2><p class="soft">${words.lead}</p><ol class="chain">${items}</ol></section>`;
}

/** What an amendment changed, field by field; null where it amends nothing that can still be read. */
export function renderChanges({ language }: Visit, { changes }: CaseChain): Html | null {
  if (changes === null) return null;
  const words = chainText[language];
  const body = changes.length === 0 ? html`<p class="soft">${words.noChange}</p>` : renderChangeTable(words, changes);
  return html`<section class="card" data-changes><h2>${words.changes}</h2>${body}</section>`;
}

function renderChangeTable(words: ChainText, changes: readonly ManifestChange[]): Html {
  const show = (value: string | null, direction: ManifestChange['direction']): Html =>
    value === null ? html`<span class="soft">${words.missing}</span>` : html`<bdi dir="${direction}">${value}</bdi>`;
  const rows = changes.map(
    ({ label, direction, before, after }) =>
      html`<tr><th scope="row">${label}</th><td data-label="${words.before}">${show(before, direction)}</td><td data-label="${words.after}">${show(after, direction)}</td></tr>`,
  );
  const heads = [words.field, words.before, words.after];
  return html`<table class="changes"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

function renderNumber(caseNumber: string): Html {
  return html`<a class="number" href="${pathOf(caseNumber)}"><bdi dir="ltr">${caseNumber}</bdi></a>`;
}
