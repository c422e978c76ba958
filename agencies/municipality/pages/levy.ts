import { html } from 'hono/html';
import { toPersianDigits } from '../../persian/jalali.ts';
import { controlOf, type LevyForm, levyRows } from '../levy.ts';
import { layout } from './layout.ts';

/** The sheet N-4, empty or as it was posted: a number, a word, a box. */
export function levyPage(form: LevyForm, errors: readonly string[]) {
  return layout(
    'عوارض نوسازی',
    html`<h1>اظهارنامهٔ عوارض نوسازی (برگهٔ ن-۴)</h1>
<p>شماره‌ها همان ردیف‌های برگهٔ ن-۴ است که با پست برایتان فرستاده شده است. برگه را کنار دست داشته باشید.</p>
${errors.length === 0 ? '' : html`<div class="err"><b>لطفاً موارد زیر را اصلاح کنید:</b><ul>${errors.map((error) => html`<li>${error}</li>`)}</ul></div>`}
<form name="form1" method="post" action="/levy/send">
<table class="frm" width="100%" cellpadding="0" cellspacing="0"><tr><th width="60">ردیف</th><th width="110"></th><th></th></tr>${levyRows.map(
      (each) => html`
<tr><td align="center">${toPersianDigits(String(each.row))}</td><td class="lbl">${each.word} :</td><td><input type="text" name="${controlOf(each)}" size="32"${each.maxLength === undefined ? '' : html` maxlength="${each.maxLength}"`} value="${form[controlOf(each)] ?? ''}" /></td></tr>`,
    )}</table>
<p align="center"><input class="btn" type="submit" name="btnOk" value="ارسال اظهارنامه" /></p>
</form>`,
  );
}
