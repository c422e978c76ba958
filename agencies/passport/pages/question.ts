import { html } from 'hono/html';
import type { Answers } from '../application.ts';
import type { Errors, Holder, Question } from '../questions.ts';
import { layout } from './layout.ts';

type Markup = ReturnType<typeof html>;
type State = {
  readonly question: Question;
  readonly answers: Answers;
  readonly holder: Holder;
  readonly errors: Errors;
  readonly back: string;
  readonly isChange: boolean;
  readonly name: string | undefined;
};

/** One question on one page; with what is wrong, above the question and beside its controls. */
export function questionPage(state: State) {
  const failed = Object.keys(state.errors).length > 0;
  return layout(
    `${failed ? 'Error: ' : ''}${headingOf(state)}`,
    html`${failed ? errorSummary(state.errors) : ''}
<form method="post" action="/apply/${state.question.path}" novalidate>
${state.isChange ? html`<input type="hidden" name="change" value="yes">` : ''}
${body(state)}
<button type="submit" class="govuk-button" data-module="govuk-button">Continue</button>
</form>`,
    { back: state.back, name: state.name },
  );
}

function headingOf({ question, holder }: State): string {
  return question.heading[holder];
}

function errorSummary(errors: Errors): Markup {
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">There is a problem</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${Object.entries(errors).map(
    ([control, message]) => html`<li><a href="#${control}">${message}</a></li>`,
  )}</ul></div></div></div>`;
}

function body(state: State): Markup {
  switch (state.question.path) {
    case 'name':
      return group(state, 'In Latin letters, as they should stand in the passport.', [
        input(state, { name: 'given-names', label: 'Given names', autocomplete: 'given-name', isName: true }),
        input(state, {
          name: 'surname',
          label: 'Surname',
          hint: 'If there is only one name, leave this empty.',
          autocomplete: 'family-name',
          isName: true,
        }),
      ]);
    case 'date-of-birth':
      return dateQuestion(state);
    case 'sex':
      return sexQuestion(state);
    case 'address':
      return group(state, 'Where the passport should be sent. You can write in Persian or in Latin letters.', [
        input(state, { name: 'street-address', label: 'Street address', autocomplete: 'street-address' }),
        input(state, { name: 'city', label: 'Town or city', autocomplete: 'address-level2', width: 'two-thirds' }),
        input(state, { name: 'province', label: 'Province (optional)', autocomplete: 'address-level1', width: 'two-thirds' }),
        input(state, { name: 'postcode', label: 'Postcode', autocomplete: 'postal-code', width: '10' }),
      ]);
    case 'national-id':
      return single(state, {
        name: 'national-id',
        hint: 'It has 10 digits and is on the front of the national card, and in the birth certificate.',
        width: '10',
        mode: 'numeric',
        isCode: true,
      });
    case 'place-of-birth':
      return single(state, {
        name: 'place-of-birth',
        hint: 'The town or city on the birth certificate. You can write in Persian or in Latin letters.',
        width: 'two-thirds',
      });
    case 'phone':
      return single(state, {
        name: 'phone',
        hint: 'With the country code if it is not an Iranian number. We call only about your application.',
        autocomplete: 'tel',
        type: 'tel',
        width: '20',
      });
    default:
      return single(state, { name: 'email', hint: 'We send the decision there.', autocomplete: 'email', type: 'email' });
  }
}

type Input = {
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  readonly autocomplete?: string;
  readonly type?: 'text' | 'tel' | 'email';
  readonly mode?: 'numeric';
  readonly width?: '10' | '20' | 'two-thirds';
  readonly isName?: true;
  readonly isCode?: true;
};

/** The question as the label of its one control. */
function single(state: State, field: Input): Markup {
  return html`<div class="govuk-form-group${state.errors[field.name] === undefined ? '' : ' govuk-form-group--error'}">
<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="${field.name}">${headingOf(state)}</label></h1>
${control(state, field)}</div>`;
}

/** The question as the legend of several controls. */
function group(state: State, hint: string, inputs: readonly Markup[]): Markup {
  return html`<fieldset class="govuk-fieldset" aria-describedby="group-hint"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">${headingOf(state)}</h1></legend>
<div class="govuk-hint" id="group-hint">${hint}</div>${inputs}</fieldset>`;
}

function input(state: State, field: Input & { readonly label: string }): Markup {
  return html`<div class="govuk-form-group${state.errors[field.name] === undefined ? '' : ' govuk-form-group--error'}">
<label class="govuk-label" for="${field.name}">${field.label}</label>${control(state, field)}</div>`;
}

function control({ answers, errors }: State, field: Input): Markup {
  const { name, hint, width } = field;
  const error = errors[name];
  const describedBy = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`].filter(Boolean).join(' ');
  const widthClass = width === undefined ? '' : width === 'two-thirds' ? ' govuk-!-width-two-thirds' : ` govuk-input--width-${width}`;
  const attributes = [
    field.autocomplete === undefined ? '' : html` autocomplete="${field.autocomplete}"`,
    field.mode === undefined ? '' : html` inputmode="${field.mode}"`,
    field.isName || field.isCode ? html` spellcheck="false"` : '',
    describedBy === '' ? '' : html` aria-describedby="${describedBy}"`,
  ];
  return html`${hint === undefined ? '' : html`<div class="govuk-hint" id="${name}-hint">${hint}</div>`}${errorMessage(name, error)}
<input class="govuk-input${widthClass}${field.isCode ? ' govuk-input--extra-letter-spacing' : ''}${error === undefined ? '' : ' govuk-input--error'}" id="${name}" name="${name}" type="${field.type ?? 'text'}" dir="auto"${attributes} value="${answers[name] ?? ''}">`;
}

function errorMessage(name: string, error: string | undefined): Markup | '' {
  return error === undefined
    ? ''
    : html`<p id="${name}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error}</p>`;
}

function dateQuestion(state: State): Markup {
  const { answers, errors } = state;
  const [wrong] = Object.keys(errors);
  const parts = [
    ['dob-day', 'Day', '2', 'bday-day'],
    ['dob-month', 'Month', '2', 'bday-month'],
    ['dob-year', 'Year', '4', 'bday-year'],
  ] as const;
  return html`<div class="govuk-form-group${wrong === undefined ? '' : ' govuk-form-group--error'}">
<fieldset class="govuk-fieldset" role="group" aria-describedby="dob-hint"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">${headingOf(state)}</h1></legend>
<div id="dob-hint" class="govuk-hint">In the Gregorian calendar, for example 12 4 1985</div>
${wrong === undefined ? '' : errorMessage('dob', errors[wrong])}
<div class="govuk-date-input" id="dob">${parts.map(
    ([
      name,
      label,
      width,
      token,
    ]) => html`<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="${name}">${label}</label>
<input class="govuk-input govuk-date-input__input govuk-input--width-${width}${wrong === undefined ? '' : ' govuk-input--error'}" id="${name}" name="${name}" type="text" inputmode="numeric" autocomplete="${token}" value="${answers[name] ?? ''}"></div></div>`,
  )}</div></fieldset></div>`;
}

function sexQuestion(state: State): Markup {
  const { answers, errors } = state;
  const options = [
    ['F', 'Female'],
    ['M', 'Male'],
  ] as const;
  return html`<div class="govuk-form-group${errors['sex'] === undefined ? '' : ' govuk-form-group--error'}">
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">${headingOf(state)}</h1></legend>
${errorMessage('sex', errors['sex'])}
<div class="govuk-radios" data-module="govuk-radios">${options.map(
    ([value, label], index) =>
      html`<div class="govuk-radios__item"><input class="govuk-radios__input" id="${index === 0 ? 'sex' : 'sex-2'}" name="sex" type="radio" value="${value}"${answers['sex'] === value ? html` checked` : ''}><label class="govuk-label govuk-radios__label" for="${index === 0 ? 'sex' : 'sex-2'}">${label}</label></div>`,
  )}</div></fieldset></div>`;
}
