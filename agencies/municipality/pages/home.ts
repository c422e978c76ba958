import { html } from 'hono/html';
import { layout } from './layout.ts';

/** The first page: news and a way to the form. */
export function homePage() {
  return layout(
    'صفحه اصلی',
    html`<h1>به پورتال شهرداری نمونه‌شهر خوش آمدید</h1>
<table width="100%" cellpadding="0" cellspacing="0"><tr valign="top"><td>
<div class="box"><div class="cap">اطلاعیه‌ها</div><div class="in">
<b>ثبت درخواست پروانهٔ ساختمان از این پس بی‌نیاز از مراجعه</b> <span class="note">۱۴۰۵/۰۸/۲۸</span><br />
شهروندان گرامی می‌توانند درخواست خود را از همین سایت ثبت کنند و پاسخ را تا ۴۵ روز دریافت کنند. <a href="/permit">ادامه &raquo;</a><hr size="1" color="#c9d8e6" />
<b>آغاز لایروبی کانال‌های شمال شهر</b> <span class="note">۱۴۰۵/۰۸/۲۱</span><br />از همراهان خواهشمندیم خودروهای خود را در حاشیهٔ کانال‌ها پارک نکنند.<hr size="1" color="#c9d8e6" />
<b>جشنوارهٔ درختکاری پاییزه</b> <span class="note">۱۴۰۵/۰۸/۱۴</span><br />توزیع ۵۰۰۰ اصله نهال رایگان در پارک مادر.</div></div>
</td><td width="8"></td><td width="190">
<div class="box"><div class="cap">میز خدمت</div><div class="in" align="center"><br />
<form action="/permit" method="get"><input class="btn" type="submit" value="ثبت درخواست پروانه" /></form><br /></div></div>
<div class="box"><div class="cap">مدارک لازم</div><div class="in">۱- سند مالکیت یا پلاک ثبتی<br />۲- مشخصات شناسنامه‌ای مالک<br />۳- نشانی و کد پستی</div></div>
</td></tr></table>`,
  );
}
