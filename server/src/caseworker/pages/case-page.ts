import type { StoredAttachment } from '../../storage/attachments.ts';
import type { CaseEvent, CaseFile, CaseRecord, CaseState } from '../../storage/store.ts';
import type { CaseChain } from '../case-chain.ts';
import type { SubmissionView } from '../case-view.ts';
import { listNextStates, needsSentence } from '../change-case.ts';
import { formatInstant, formatNumber } from '../format.ts';
import { type Html, html } from '../html.ts';
import { text } from '../text.ts';
import { renderChain, renderChanges, renderClosing } from './chain-parts.ts';
import { renderErased, renderErasureRequest } from './erasure-parts.ts';
import { renderLines } from './lines.ts';
import { renderBadge, renderDue, renderState, standingClasses } from './list-page.ts';
import { renderPage, type Visit } from './page.ts';

type SignedView = Extract<SubmissionView, { kind: 'signed' }>;

/** One case: what was submitted, what was verified of it, what happened, and what can be done. */
export function renderCase(
  visit: Visit,
  file: CaseFile,
  {
    views,
    attachments,
    chain,
  }: { readonly views: readonly SubmissionView[]; readonly attachments: readonly StoredAttachment[]; readonly chain: CaseChain },
): Html {
  const words = text[visit.language];
  const { case: record, events } = file;
  const title = record.title[visit.language];
  const main = html`<p><a class="back" href="/daricheh/caseworker">${words.back}</a></p>
<section class="card heading"><h1>${title}</h1><p class="facts"><bdi class="number" dir="ltr" data-case-number>${record.caseNumber}</bdi>${renderState(record, visit)}${renderBadge(record, visit)}<span>${words.due}: ${renderDue(record, visit)}</span></p></section>
<div class="columns"><div class="stack">${renderClosing(visit, record)}${renderChanges(visit, chain)}${record.erasedAt === null ? views.map((view) => renderSubmission(visit, file, view)) : renderErased(visit, record.erasedAt)}${renderAttachments(visit, record, attachments)}</div>
<aside class="stack">${renderErasureRequest(visit, record)}${record.erasedAt === null ? renderActions(visit, file) : null}${views.map((view) => (view.kind === 'signed' ? renderEvidence(visit, view) : null))}${renderChain(visit, record, chain)}${renderHistory(visit, events)}</aside></div>`;
  return renderPage(visit, title, main);
}

function renderSubmission(visit: Visit, file: CaseFile, view: SubmissionView): Html {
  const words = text[visit.language];
  if (view.kind === 'plain') {
    const lines = view.answers.map(({ label, value }) => ({ label, value, direction: 'auto' as const }));
    return html`<section class="card"><p class="notice warn">${words.unsignedLead}</p><h2>${words.answers}</h2>${renderLines(lines)}</section>`;
  }
  const behalf = view.principal === null ? null : html`, <span data-on-behalf>${words.onBehalfOf(view.principal)}</span>`;
  const sections = view.sections.map(({ heading, lines }) => html`<h3>${heading}</h3>${renderLines(lines)}`);
  return html`<section class="card">${renderStanding(visit, file)}<p class="signer">${words.signer}: <bdi dir="ltr">${view.signer}</bdi>${behalf}</p><h2>${words.seen}</h2><p class="soft">${words.seenNote}</p>${sections}</section>`;
}

/** The files to save; none is shown here, whatever its type. */
function renderAttachments({ language }: Visit, { caseNumber }: CaseRecord, attachments: readonly StoredAttachment[]): Html | null {
  if (attachments.length === 0) return null;
  const words = text[language];
  const items = attachments.map(
    ({ id, name, size }) =>
      html`<li><a href="/daricheh/caseworker/cases/${caseNumber}/attachments/${id}" download="${name}"><bdi>${name}</bdi></a> <small>${words.bytes(formatNumber(size, language))}</small></li>`,
  );
  return html`<section class="card"><h2>${words.attachments}</h2><p class="soft">${words.attachmentsNote}</p><ul class="files">${items}</ul></section>`;
}

/** What the signature is worth, with what became of a look-up that had to be made again. */
function renderStanding({ language }: Visit, { case: { recheck }, events }: CaseFile): Html {
  const words = text[language];
  if (recheck === null) return html`<p class="notice good">${words.verifiedLead}</p>`;
  const { state, takenAsOf, settled } = recheck;
  const tell = (date: Date | undefined): string => (date === undefined ? '' : formatInstant(date, language));
  const isMandate = events.some(({ kind }) => kind === `mandate-${state}`);
  const told = isMandate && (state === 'revoked' || state === 'suspended') ? words.mandateRechecks[state] : words.rechecks[state];
  const sentence = told({ taken: tell(takenAsOf), asOf: tell(settled?.asOf), at: tell(settled?.at) });
  return html`<p class="notice ${standingClasses[state]}" data-recheck="${state}">${sentence}</p>`;
}

function renderEvidence(visit: Visit, { receipt }: SignedView): Html {
  const words = text[visit.language];
  if (receipt === null)
    return html`<section class="card"><h2>${words.receipt}</h2><p class="problem">${words.receiptInvalid}</p></section>`;
  const steps = receipt.report.map(
    ({ step, holds }) =>
      html`<li class="${holds ? 'holds' : 'fails'}" data-step="${step}">${(holds ? words.steps[step] : words.missing[step]) ?? step}</li>`,
  );
  return html`<section class="card"><h2>${words.checks}</h2><ul class="steps">${steps}</ul></section>
<section class="card"><h2>${words.receipt}</h2><p class="soft">${words.receiptLead}</p>${renderLines([
    { label: words.received, value: formatInstant(new Date(receipt.receivedAt), visit.language), direction: 'auto' },
    { label: words.due, value: formatInstant(new Date(receipt.dueAt), visit.language), direction: 'auto' },
    { label: 'SHA-256', value: receipt.manifestHash, direction: 'ltr' },
  ])}<p><a href="/daricheh/caseworker/cases/${receipt.caseNumber}/receipt.pdf?lang=${visit.language}" download>${words.receiptSheet}</a></p></section>`;
}

function renderActions({ language }: Visit, { case: record }: CaseFile): Html {
  const words = text[language];
  const next = listNextStates(record.state);
  if (next.length === 0) return html`<section class="card"><h2>${words.whatNow}</h2><p class="soft">${words.nothingToDo}</p></section>`;
  const sentence = next.some(needsSentence)
    ? html`<label class="field"><span>${words.sentence}</span><textarea name="sentence" rows="3" maxlength="500" dir="auto" aria-describedby="sentence-hint"></textarea><small id="sentence-hint" class="soft">${words.sentenceHint}</small></label>`
    : null;
  const buttons = next.map((state) => html`<button class="${classOf(state)}" name="to" value="${state}">${words.actions[state]}</button>`);
  return html`<section class="card"><h2>${words.whatNow}</h2><form method="post" action="/daricheh/caseworker/cases/${record.caseNumber}/changes">
<input type="hidden" name="revision" value="${record.revision}">${sentence}<div class="buttons">${buttons}</div></form></section>`;
}

function classOf(state: CaseState): string {
  if (state === 'refused') return 'danger';
  return state === 'more-needed' ? 'plain' : 'primary';
}

function renderHistory({ language }: Visit, events: readonly CaseEvent[]): Html {
  const words = text[language];
  const kinds: Readonly<Record<string, string>> = { ...words.states, ...words.events };
  const items = events.map(
    ({ at, kind, note }) =>
      html`<li><strong>${kinds[kind] ?? kind}</strong> <time datetime="${at.toISOString()}">${formatInstant(at, language)}</time>${
        note === null ? null : html`<p>${words.toCitizen} <bdi>${note}</bdi></p>`
      }</li>`,
  );
  return html`<section class="card"><h2>${words.history}</h2><ol class="history">${items}</ol></section>`;
}
