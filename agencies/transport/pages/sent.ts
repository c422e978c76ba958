import { html } from 'hono/html';
import type { Handed } from '../../front/outbox.ts';
import { layout } from './layout.ts';

/** What happened to the renewal: registered under a case number, or kept until the register answers again. */
export function sentPage(handed: Handed) {
  return layout(
    'Renewal received',
    html`
<ol class="usa-step-indicator" aria-label="Progress">
  <li class="usa-step-indicator__segment usa-step-indicator__segment--complete">Your details</li>
  <li class="usa-step-indicator__segment usa-step-indicator__segment--current" aria-current="step">Confirmation</li>
</ol>
${handed.kind === 'registered' ? registered(handed) : kept(handed.reference)}
<p><a class="usa-link" href="/">Back to the home page</a></p>`,
  );
}

function registered(handed: { caseNumber: string; dueAt: string }) {
  const due = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'Asia/Tehran' }).format(new Date(handed.dueAt));
  return html`<h1>We have your renewal</h1>
<div class="usa-alert usa-alert--success" role="status"><div class="usa-alert__body">
<h2 class="usa-alert__heading">Case number <span data-case-number>${handed.caseNumber}</span></h2>
<p>We will decide by <strong>${due}</strong>. Keep this number; with your old card it lets you drive for 30 days.</p></div></div>`;
}

function kept(reference: string) {
  return html`<h1>We have kept your renewal</h1>
<div class="usa-alert usa-alert--warning" role="status"><div class="usa-alert__body">
<h2 class="usa-alert__heading">Reference <span data-reference>${reference}</span></h2>
<p>Our register is not answering at the moment. Your renewal is stored here and will be registered by itself as soon as it answers. You need not send it again.</p></div></div>`;
}
