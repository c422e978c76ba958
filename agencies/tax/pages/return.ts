import { html } from 'hono/html';
import { buildForm } from '../form.ts';
import { findIncomeReport, type IncomeReport, summarizeIncome, writeAmount } from '../income.ts';
import { textOf } from '../text.ts';
import { layout, type Visit } from './layout.ts';

type Control = keyof ReturnType<typeof textOf>['labels'];
type Input = {
  readonly control: Control;
  readonly required?: true;
  readonly autocomplete?: string;
  readonly type?: 'email' | 'tel';
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly isLeftToRight?: true;
  readonly isNumber?: true;
  readonly wide?: true;
  readonly hint?: string;
  readonly value?: string;
};

/** The yearly return: a plain form, which the wallet can sign. Figures that the administration holds are written in. */
export function returnPage(visit: Visit, problem?: { readonly field: string }) {
  const text = textOf(visit.language);
  const report = visit.taxpayer === undefined ? undefined : findIncomeReport(visit.taxpayer.nationalId);
  return layout(
    visit,
    text.formTitle,
    html`<div class="wrap sheet">
<header class="title"><h1>${text.formTitle}</h1><p>${text.formLead}</p></header>
${problem === undefined ? '' : problemNotice(visit, problem.field)}
<form data-daricheh-form="/daricheh/forms/yearly-return" method="post" action="/daricheh/forms/yearly-return/plain">
${section(1, text.sectionYou, personInputs(visit), visit)}
${section(2, text.sectionContact, contactInputs(visit), visit)}
${section(3, text.sectionIncome, incomeInputs(visit, report), visit)}
${evidenceInput(visit)}
<div class="actions"><button type="button" class="primary" data-daricheh-sign hidden>${text.sign}</button><button class="secondary">${text.sendPlain}</button><p class="hint">${text.plainHint}</p></div>
</form>
<aside class="beside">${report === undefined ? '' : reportCard(visit, report)}<div class="card"><h2>${text.whyTitle}</h2><p>${text.why}</p></div></aside>
</div>`,
  );
}

/** After a plain post that the server refused: which answer it was. */
function problemNotice({ language }: Visit, fieldId: string) {
  const text = textOf(language);
  const label = buildForm('').fields.find((field) => field.id === fieldId)?.label[language];
  return html`<div class="problem" role="alert"><p><strong>${text.problem}</strong> ${label ?? ''}</p><p>${text.problemHint}</p></div>`;
}

function personInputs({ language }: Visit): readonly Input[] {
  const text = textOf(language);
  return [
    { control: 'first_name', required: true, autocomplete: 'given-name' },
    { control: 'last_name', autocomplete: 'family-name', hint: text.singleName },
    { control: 'father_name' },
    { control: 'national_code', required: true, maxLength: 10, isLeftToRight: true, isNumber: true },
    { control: 'birth_date', required: true, autocomplete: 'bday', placeholder: text.birthPlaceholder, isLeftToRight: true },
    { control: 'occupation', autocomplete: 'organization-title', hint: text.occupationHint },
  ];
}

function contactInputs({ language }: Visit): readonly Input[] {
  const text = textOf(language);
  return [
    { control: 'address', required: true, autocomplete: 'street-address', wide: true },
    { control: 'postal_code', required: true, autocomplete: 'postal-code', maxLength: 10, isLeftToRight: true, isNumber: true },
    { control: 'mobile', required: true, autocomplete: 'tel', type: 'tel', placeholder: text.mobilePlaceholder, isLeftToRight: true },
    { control: 'email', autocomplete: 'email', type: 'email', isLeftToRight: true },
  ];
}

function incomeInputs({ language }: Visit, report: IncomeReport | undefined): readonly Input[] {
  const text = textOf(language);
  const figures = report === undefined ? undefined : summarizeIncome(report);
  const shared = { required: true, isLeftToRight: true, isNumber: true, hint: figures === undefined ? text.byHand : text.fromUs } as const;
  return [
    { control: 'total_income', ...shared, ...(figures === undefined ? {} : { value: writeAmount(figures.totalIncome, language) }) },
    { control: 'deductions', ...shared, ...(figures === undefined ? {} : { value: writeAmount(figures.deductions, language) }) },
  ];
}

function section(number: number, title: string, inputs: readonly Input[], visit: Visit) {
  const figure = visit.language === 'fa' ? writeAmount(number, 'fa') : String(number);
  return html`<fieldset class="card"><legend><span class="number" aria-hidden="true">${figure}</span>${title}</legend><div class="grid">${inputs.map((input) => field(input, visit))}</div></fieldset>`;
}

function field(input: Input, { language }: Visit) {
  const { control, hint } = input;
  const text = textOf(language);
  const attributes = [
    input.required ? html` required` : '',
    input.autocomplete === undefined ? '' : html` autocomplete="${input.autocomplete}"`,
    input.maxLength === undefined ? '' : html` maxlength="${input.maxLength}"`,
    input.placeholder === undefined ? '' : html` placeholder="${input.placeholder}"`,
    input.isNumber ? html` inputmode="numeric"` : '',
    input.isLeftToRight ? html` dir="ltr"` : html` dir="auto"`,
    hint === undefined ? '' : html` aria-describedby="${control}-hint"`,
  ];
  return html`<div class="field${input.wide ? ' wide' : ''}">
<label for="${control}">${text.labels[control]}${input.required ? html` <em title="${text.required}">*</em>` : ''}</label>
<input id="${control}" name="${control}" type="${input.type ?? 'text'}"${attributes} value="${input.value ?? ''}">
${hint === undefined ? '' : html`<p class="hint" id="${control}-hint">${hint}</p>`}
</div>`;
}

/** Files go with a signature alone: a browser by itself posts their names. */
function evidenceInput({ language }: Visit) {
  const text = textOf(language);
  return html`<fieldset class="card"><div class="grid"><div class="field wide"><label for="deduction_evidence">${text.evidence}</label>
<input id="deduction_evidence" name="deduction_evidence" type="file" multiple accept=".pdf,.jpg,.jpeg,.png" aria-describedby="deduction_evidence-hint">
<p class="hint" id="deduction_evidence-hint">${text.evidenceHint}</p></div></div></fieldset>`;
}

function reportCard({ language }: Visit, report: IncomeReport) {
  const text = textOf(language);
  const rows = [
    [text.wages, report.wages],
    [text.deposits, report.deposits],
    [text.insurance, report.insurance],
    [text.withheld, report.withheld],
  ] as const;
  return html`<div class="card report"><h2>${text.reportTitle}</h2><dl>${rows.map(
    ([word, amount]) => html`<div><dt>${word}</dt><dd><bdi>${writeAmount(amount, language)}</bdi> <small>${text.rials}</small></dd></div>`,
  )}</dl></div>`;
}

/** After a plain post: the case number under which the return lies. */
export function sentPage(visit: Visit, caseNumber: string) {
  const text = textOf(visit.language);
  return layout(
    visit,
    text.sentTitle,
    html`<div class="wrap"><div class="card sent" role="status"><span class="tick" aria-hidden="true">✓</span><h1>${text.sentTitle}</h1><p>${text.sentLead}</p>
<p class="case">${text.caseNumber}<strong dir="ltr" data-case-number>${caseNumber}</strong></p><a class="quiet" href="/">${text.backHome}</a></div></div>`,
  );
}
