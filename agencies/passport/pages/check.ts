import { html } from 'hono/html';
import type { Answers } from '../application.ts';
import { composeForm, questions } from '../questions.ts';
import { layout } from './layout.ts';

const words: Readonly<Record<string, string>> = {
  name: 'Name',
  'date-of-birth': 'Date of birth',
  'national-id': 'National ID number',
  'place-of-birth': 'Place of birth',
  sex: 'Sex',
  address: 'Address',
  phone: 'Telephone number',
  email: 'Email address',
};

/** All answers before they are sent. This form is the one that a wallet signs; its hidden inputs carry what is shown. */
export function checkPage(answers: Answers, name: string | undefined) {
  return layout(
    'Check your answers',
    html`<h1 class="govuk-heading-l">Check your answers</h1>
<dl class="govuk-summary-list">${questions.map(
      (question) => html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${words[question.path] ?? ''}</dt>
<dd class="govuk-summary-list__value">${question
        .show(answers)
        .filter(Boolean)
        .map((line, index) => html`${index === 0 ? '' : html`<br>`}<bdi>${line}</bdi>`)}</dd>
<dd class="govuk-summary-list__actions"><a class="govuk-link" href="/apply/${question.path}?change=yes">Change<span class="govuk-visually-hidden"> ${(words[question.path] ?? '').toLowerCase()}</span></a></dd></div>`,
    )}</dl>
<h2 class="govuk-heading-m">Now send your application</h2>
<p class="govuk-body">By sending it you confirm that, to the best of your knowledge, your answers are right.</p>
<form data-daricheh-form="/daricheh/forms/passport-application" method="post" action="/apply/send">
${Object.entries(composeForm(answers)).map(([control, value]) => html`<input type="hidden" name="${control}" value="${value}">`)}
<div class="govuk-button-group">
<button type="button" class="govuk-button" data-daricheh-sign hidden>Review and sign in your wallet</button>
<button type="submit" class="govuk-button govuk-button--secondary" data-prevent-double-click="true" data-module="govuk-button">Send without signing</button>
</div>
<p class="govuk-body-s">An application without a signature has to be checked by an officer and takes longer.</p>
</form>`,
    { back: '/apply/email', name },
  );
}

/** The end: the case number, and what happens next. */
export function confirmationPage(caseNumber: string) {
  return layout(
    'Application complete',
    html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">Application complete</h1><div class="govuk-panel__body">Your case number<br><strong data-case-number>${caseNumber}</strong></div></div>
<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">We decide within 14 days and write to your email address.</p>
<p class="govuk-body">If you signed with your wallet, the sealed receipt is there, and there you can follow the case.</p>
<p class="govuk-body"><a class="govuk-link" href="/">Back to the start</a></p>`,
  );
}
