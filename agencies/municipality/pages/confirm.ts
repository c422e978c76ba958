import { html } from 'hono/html';
import type { Handed } from '../../front/outbox.ts';
import { formatJalali } from '../../persian/jalali.ts';
import { controls, listAnswers, type PermitForm } from '../permit.ts';
import { layout } from './layout.ts';

/** All answers once more; they travel on in hidden inputs, back to the form or onward. */
export function confirmPage(form: PermitForm) {
  return layout(
    'تأیید اطلاعات',
    html`<h1>تأیید اطلاعات</h1>
<p>لطفاً آنچه نوشته‌اید را یک بار دیگر ببینید. پس از تأیید، درخواست ثبت می‌شود.</p>
<form name="form2" method="post" action="/permit/send">
${controls.map((name) => html`<input type="hidden" name="${name}" value="${form[name] ?? ''}" />`)}
<table class="frm" width="100%" cellpadding="0" cellspacing="0">${listAnswers(form).map(
      ({ label, value }) => html`<tr><td class="lbl" width="160">${label} :</td><td><bdi>${value}</bdi></td></tr>`,
    )}</table>
<p align="center"><input class="btn" type="submit" name="btnSend" value="تأیید و ارسال" /> <input class="btn" type="submit" name="btnBack" value="&laquo; بازگشت و اصلاح" formaction="/permit/edit" /></p>
</form>`,
  );
}

/** What happened to the request: registered under a number, or kept until the register answers again. */
export function sentPage(handed: Handed) {
  return layout(
    'ثبت درخواست',
    handed.kind === 'registered'
      ? html`<h1>درخواست شما ثبت شد</h1><div class="done">شماره پیگیری: <b dir="ltr" data-case-number>${handed.caseNumber}</b><br /><br />
تا <b>${formatJalali(handed.dueAt)}</b> به درخواست شما رسیدگی می‌شود. این شماره را نزد خود نگه دارید.</div>`
      : html`<h1>درخواست شما نزد ما ماند</h1><div class="done">شماره موقت: <b dir="ltr" data-reference>${handed.reference}</b><br /><br />
سامانهٔ ثبت اکنون پاسخ نمی‌دهد. درخواست شما ذخیره شد و همین که سامانه برگردد، خودبه‌خود ثبت می‌شود؛ نیازی به ارسال دوباره نیست.</div>`,
  );
}
