import { html } from 'hono/html';
import type { RenewalErrors, RenewalForm } from '../renewal.ts';
import { layout } from './layout.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

type State = { readonly form: RenewalForm; readonly errors: RenewalErrors };

/** The renewal form, empty or as it was posted, with what is wrong beside each question. */
export function renewPage(state: State) {
  const failed = Object.keys(state.errors).length > 0;
  return layout(
    failed ? 'Error: Renew your driver license' : 'Renew your driver license',
    html`
<ol class="usa-step-indicator" aria-label="Progress">
  <li class="usa-step-indicator__segment usa-step-indicator__segment--current" aria-current="step">Your details</li>
  <li class="usa-step-indicator__segment">Confirmation</li>
</ol>
<h1>Renew your driver license</h1>
${failed ? errorAlert(state.errors) : ''}
<p>Required fields are marked with an asterisk (<abbr class="usa-hint--required" title="required">*</abbr>).</p>
<form class="usa-form usa-form--large" method="post" action="/renew" novalidate>
${nameFields(state)}
${birthFields(state)}
${licenseFields(state)}
${addressFields(state)}
${contactFields(state)}
${emergencyFields(state)}
<div class="honey" aria-hidden="true"><label for="website">Leave this field empty</label><input id="website" name="website" type="text" tabindex="-1" autocomplete="off"></div>
<p>By sending this form you confirm that you are fit to drive and that what you wrote is true.</p>
<button class="usa-button" type="submit">Send renewal</button>
</form>`,
  );
}

function errorAlert(errors: RenewalErrors) {
  return html`<div class="usa-alert usa-alert--error" role="alert"><div class="usa-alert__body">
<h2 class="usa-alert__heading">Some answers need your attention</h2>
<ul>${Object.entries(errors).map(([control, message]) => html`<li><a href="#${control}">${message}</a></li>`)}</ul>
</div></div>`;
}

function nameFields(state: State) {
  return html`<fieldset class="usa-fieldset"><legend class="usa-legend usa-legend--large">Full name</legend>
<p class="usa-hint">In Latin letters, as on your current license. If you have only one name, leave the last name empty.</p>
${textField(state, { name: 'first_name', label: 'First or given name', required: true, size: 'xl' })}
${textField(state, { name: 'middle_name', label: 'Middle name', size: 'xl' })}
${textField(state, { name: 'last_name', label: 'Last or family name', size: 'xl' })}
</fieldset>`;
}

function birthFields(state: State) {
  const { form, errors } = state;
  const month = form['date_of_birth_month'] ?? '';
  return html`<fieldset class="usa-fieldset" id="date_of_birth"><legend class="usa-legend">Date of birth ${asterisk}</legend>
<span class="usa-hint" id="dob-hint">For example: January 19 2000</span>
${errorMessage(errors['date_of_birth'])}
<div class="usa-memorable-date">
  <div class="usa-form-group usa-form-group--month"><label class="usa-label" for="dob_month">Month</label>
    <select class="usa-select" id="dob_month" name="date_of_birth_month" aria-describedby="dob-hint">
      <option value="">- Select -</option>
      ${months.map((name, index) => html`<option value="${index + 1}"${month === String(index + 1) ? html` selected` : ''}>${String(index + 1).padStart(2, '0')} - ${name}</option>`)}
    </select></div>
  <div class="usa-form-group usa-form-group--day"><label class="usa-label" for="dob_day">Day</label>
    <input class="usa-input" id="dob_day" name="date_of_birth_day" maxlength="2" inputmode="numeric" aria-describedby="dob-hint" value="${form['date_of_birth_day'] ?? ''}"></div>
  <div class="usa-form-group usa-form-group--year"><label class="usa-label" for="dob_year">Year</label>
    <input class="usa-input" id="dob_year" name="date_of_birth_year" minlength="4" maxlength="4" inputmode="numeric" aria-describedby="dob-hint" value="${form['date_of_birth_year'] ?? ''}"></div>
</div></fieldset>
<fieldset class="usa-fieldset" id="sex"><legend class="usa-legend">Sex ${asterisk}</legend>
${errorMessage(errors['sex'])}
${radio(form, 'female', 'Female')}
${radio(form, 'male', 'Male')}
</fieldset>`;
}

function licenseFields(state: State) {
  return html`<fieldset class="usa-fieldset"><legend class="usa-legend usa-legend--large">Identification</legend>
${textField(state, { name: 'national_id', label: 'National ID number', hint: '10 digits, without spaces', required: true, mode: 'numeric' })}
${textField(state, { name: 'license_number', label: 'License number', hint: 'If you do not have it at hand, leave it empty and we will look it up.' })}
</fieldset>`;
}

function addressFields(state: State) {
  return html`<fieldset class="usa-fieldset"><legend class="usa-legend usa-legend--large">Mailing address</legend>
<p class="usa-hint">Where the new card should go. Persian or Latin letters.</p>
${textField(state, { name: 'mailing_address', label: 'Street address', required: true, size: 'xl' })}
${textField(state, { name: 'mailing_address_2', label: 'Apartment, suite, or unit', size: 'xl' })}
${textField(state, { name: 'city', label: 'City', required: true, size: 'xl' })}
${textField(state, { name: 'state', label: 'State or province', size: 'xl' })}
${textField(state, { name: 'zip', label: 'Postal code', required: true, mode: 'numeric' })}
</fieldset>`;
}

function contactFields(state: State) {
  return html`<fieldset class="usa-fieldset"><legend class="usa-legend usa-legend--large">How we can reach you</legend>
${textField(state, { name: 'phone', label: 'Phone number', hint: 'With the country code, for example +98 912 000 0000', type: 'tel', required: true })}
${textField(state, { name: 'email', label: 'Email address', type: 'email', size: 'xl' })}
</fieldset>`;
}

function emergencyFields(state: State) {
  return html`<fieldset class="usa-fieldset usa-fieldset--boxed"><legend class="usa-legend usa-legend--large">Emergency contact</legend>
<p class="usa-hint">Optional. Somebody whom we may call if you have an accident.</p>
${textField(state, { name: 'ec_name', label: 'Full name of your contact', size: 'xl' })}
${textField(state, { name: 'ec_relationship', label: 'Relationship to you' })}
${textField(state, { name: 'ec_phone', label: 'Contact’s phone number', type: 'tel' })}
</fieldset>`;
}

type TextField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly type?: 'text' | 'tel' | 'email';
  readonly mode?: 'numeric';
  readonly size?: 'xl';
};

function textField({ form, errors }: State, field: TextField) {
  const { name, label, hint, type = 'text' } = field;
  const error = errors[name];
  const describedBy = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="usa-form-group${error === undefined ? '' : ' usa-form-group--error'}">
<label class="usa-label" for="${name}">${label}${field.required ? html` ${asterisk}` : ''}</label>
${hint === undefined ? '' : html`<span class="usa-hint" id="${name}-hint">${hint}</span>`}
${errorMessage(error, `${name}-error`)}
<input class="usa-input${field.size === 'xl' ? ' usa-input--xl' : ''}" id="${name}" name="${name}" type="${type}" dir="auto"${field.mode ? html` inputmode="${field.mode}"` : ''}${field.required ? html` required` : ''}${describedBy === '' ? '' : html` aria-describedby="${describedBy}"`} value="${form[name] ?? ''}">
</div>`;
}

function radio(form: RenewalForm, value: string, label: string) {
  return html`<div class="usa-radio"><input class="usa-radio__input" id="sex-${value}" type="radio" name="sex" value="${value}"${form['sex'] === value ? html` checked` : ''}><label class="usa-radio__label" for="sex-${value}">${label}</label></div>`;
}

function errorMessage(message: string | undefined, id?: string) {
  return message === undefined ? '' : html`<span class="usa-error-message"${id === undefined ? '' : html` id="${id}"`}>${message}</span>`;
}

const asterisk = html`<abbr title="required" class="usa-hint--required">*</abbr>`;
