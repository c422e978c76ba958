import type { DeadLetter } from '../../storage/outbox.ts';
import { eventText } from '../event-text.ts';
import { formatInstant, formatNumber } from '../format.ts';
import { type Html, html } from '../html.ts';
import { text } from '../text.ts';
import { renderPage, type Visit } from './page.ts';

const path = '/daricheh/caseworker/events';

/** What could not be told to the agency's own system, the oldest first, and what can be done about it. */
export function renderEvents(visit: Visit, waiting: number, dead: readonly DeadLetter[]): Html {
  const words = eventText[visit.language];
  const all = html`<form method="post" action="${path}/send-again"><button class="plain">${words.sendAllAgain}</button></form>`;
  const main = html`<div class="titled"><h1>${words.events}</h1>${dead.length === 0 ? null : all}</div><p class="soft">${words.lead}</p>
<p data-waiting-events="${waiting}">${words.waiting(formatNumber(waiting, visit.language))}</p>
${dead.length === 0 ? html`<p class="card soft empty">${words.none}</p>` : renderTable(visit, dead)}`;
  return renderPage(visit, words.events, html`<div class="stack">${main}</div>`);
}

function renderTable(visit: Visit, dead: readonly DeadLetter[]): Html {
  const words = eventText[visit.language];
  const heads = [words.event, text[visit.language].case, words.lastAnswer, words.tries, words.behind, words.actions];
  return html`<div class="card flush"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${dead.map((letter) => renderRow(visit, letter))}</tbody></table></div>`;
}

function renderRow(visit: Visit, { id, type, at, caseNumber, lastCode, tries, behind }: DeadLetter): Html {
  const words = eventText[visit.language];
  const number = (value: number): string => formatNumber(value, visit.language);
  const answer = /^\d+$/.test(lastCode) ? words.status(formatNumber(lastCode, visit.language)) : words.noAnswer;
  const act = (name: string, kind: string, label: string): Html =>
    html`<form method="post" action="${path}/${id}/${name}"><button class="${kind}">${label}<span class="hidden">: ${words.types[type]} ${caseNumber}</span></button></form>`;
  return html`<tr data-event="${id}"><th scope="row">${words.types[type]} <small class="soft"><time datetime="${at.toISOString()}">${formatInstant(at, visit.language)}</time></small></th>
<td><a href="/daricheh/caseworker/cases/${caseNumber}"><bdi class="number" dir="ltr">${caseNumber}</bdi></a></td><td data-label="${words.lastAnswer}" data-code="${lastCode}">${answer}</td><td data-label="${words.tries}">${number(tries)}</td><td data-label="${words.behind}">${number(behind)}</td><td><div class="buttons">${act('send-again', 'plain', words.sendAgain)}${act('set-aside', 'danger', words.setAside)}</div></td></tr>`;
}
