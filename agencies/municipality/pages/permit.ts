import { html } from 'hono/html';
import {
  countries,
  days,
  maritalStatuses,
  months,
  type Option,
  type PermitForm,
  provinces,
  requestKinds,
  sexes,
  years,
} from '../permit.ts';
import { layout } from './layout.ts';

/** The request form, empty or as it was posted. The label of a control is whatever stands in the cell before it. */
export function permitPage(form: PermitForm, errors: readonly string[]) {
  return layout(
    'درخواست پروانه ساختمان',
    html`<h1>فرم درخواست پروانه ساختمان</h1>
${errors.length === 0 ? '' : html`<div class="err"><b>لطفاً موارد زیر را اصلاح کنید:</b><ul>${errors.map((error) => html`<li>${error}</li>`)}</ul></div>`}
<form name="form1" method="post" action="/permit/confirm">
<table class="frm" width="100%" cellpadding="0" cellspacing="0">${requestRows(form)}${ownerRows(form)}${contactRows(form)}</table><br />
<table class="frm" width="100%" cellpadding="0" cellspacing="0">${spouseRows(form)}</table>
<p class="note">فیلدهای ستاره‌دار (<span class="star">*</span>) اجباری است.</p>
<p align="center"><input class="btn" type="submit" name="btnOk" value="مرحله بعد &raquo;" /> <input class="btn" type="reset" value="پاک کردن فرم" /></p>
</form>`,
  );
}

function requestRows(form: PermitForm) {
  return html`<tr><th colspan="4">۱- مشخصات درخواست</th></tr>
<tr>${cell('نوع درخواست', true)}<td>${select(form, 'ddlNoe', requestKinds, false)}</td>${cell('پلاک ثبتی ملک')}<td>${text(form, 'txtPelak', 12)}</td></tr>
<tr>${cell('زیربنا')}<td colspan="3">${text(form, 'txtMetraj', 6)} <span class="note">متر مربع</span></td></tr>`;
}

function ownerRows(form: PermitForm) {
  return html`<tr><th colspan="4">۲- مشخصات مالک</th></tr>
<tr>${cell('نام', true)}<td>${text(form, 'txtName', 22)}</td>${cell('نام خانوادگی')}<td>${text(form, 'txtFamily', 22)}</td></tr>
<tr>${cell('نام پدر')}<td>${text(form, 'txtFather', 22)}</td>${cell('جنسیت', true)}<td>${select(form, 'ddlSex', sexes)}</td></tr>
<tr>${cell('کد ملی', true)}<td>${digits(form, 'txtCodeMelli', 10)}</td>${cell('شماره شناسنامه', true)}<td>${digits(form, 'txtShSh', 10)}</td></tr>
<tr>${cell('تاریخ تولد', true)}<td nowrap="nowrap">${select(form, 'ddlDay', days)} ${select(form, 'ddlMonth', months)} ${select(form, 'ddlYear', years)}</td>${cell('محل تولد')}<td>${text(form, 'txtMahalTavalod', 22)}</td></tr>
<tr>${cell('تابعیت')}<td>${select(form, 'ddlTabeiat', countries)}</td>${cell('وضعیت تاهل')}<td>${select(form, 'ddlTaahol', maritalStatuses)}</td></tr>
<tr>${cell('شغل')}<td>${text(form, 'txtShoghl', 22)}</td>${cell('شماره شبا')}<td>${digits(form, 'txtSheba', 26)}<br /><span class="note">برای بازگرداندن سپرده</span></td></tr>`;
}

function contactRows(form: PermitForm) {
  return html`<tr><th colspan="4">۳- نشانی و تماس مالک</th></tr>
<tr>${cell('تلفن همراه', true)}<td>${digits(form, 'txtMobile', 16)}<br /><span class="note">مثال: 09120000000</span></td>${cell('پست الکترونیکی')}<td>${digits(form, 'txtEmail', 60)}</td></tr>
<tr>${cell('استان')}<td>${select(form, 'ddlOstan', provinces)}</td>${cell('شهر')}<td>${text(form, 'txtShahr', 22)}</td></tr>
<tr>${cell('کد پستی', true)}<td>${digits(form, 'txtPost', 10)}<br /><span class="note">ده رقم بدون خط تیره</span></td><td class="lbl"></td><td></td></tr>
<tr>${cell('نشانی', true)}<td colspan="3"><textarea name="txtAddress" rows="2" cols="60">${form['txtAddress'] ?? ''}</textarea></td></tr>`;
}

function spouseRows(form: PermitForm) {
  return html`<tr><th colspan="4">مشخصات همسر (تنها اگر ملک به نام هر دو است)</th></tr>
<tr>${cell('نام')}<td>${text(form, 'txtHName', 22)}</td>${cell('نام خانوادگی')}<td>${text(form, 'txtHFamily', 22)}</td></tr>
<tr>${cell('کد ملی')}<td>${digits(form, 'txtHCodeMelli', 10)}</td>${cell('تلفن همراه')}<td>${digits(form, 'txtHMobile', 16)}</td></tr>`;
}

function cell(label: string, required = false) {
  return html`<td class="lbl" width="110">${label} ${required ? html`<span class="star">*</span>` : ''}:</td>`;
}

function text(form: PermitForm, name: string, size: number) {
  return html`<input type="text" name="${name}" size="${size}" value="${form[name] ?? ''}" />`;
}

function digits(form: PermitForm, name: string, maxLength: number) {
  return html`<input class="ltr" type="text" name="${name}" size="${Math.min(maxLength + 2, 22)}" maxlength="${maxLength}" value="${form[name] ?? ''}" />`;
}

function select(form: PermitForm, name: string, options: readonly Option[], withEmpty = true) {
  return html`<select name="${name}">${withEmpty ? html`<option value="">---</option>` : ''}${options.map(
    ([value, word]) => html`<option value="${value}"${form[name] === value ? html` selected="selected"` : ''}>${word}</option>`,
  )}</select>`;
}
