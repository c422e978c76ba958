import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

/** The frame of every page, as such portals looked in the eighties of the Jalali century: tables in tables. */
export function layout(title: string, content: Markup): Markup {
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="fa" dir="rtl">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>::: شهرداری نمونه‌شهر ::: ${title}</title>
<link rel="stylesheet" type="text/css" href="/files/style.css" />
<link rel="icon" href="/files/logo.svg" type="image/svg+xml" />
</head>
<body>
<table class="page" width="820" align="center" cellpadding="0" cellspacing="0" border="0">
<tr><td class="head"><table width="100%" cellpadding="8" cellspacing="0"><tr>
<td width="80"><img src="/files/logo.svg" width="72" height="72" alt="نشان شهرداری" /></td>
<td><div class="title">شهرداری نمونه‌شهر</div>پورتال خدمات شهروندی</td>
<td align="left" style="color:#ffe9a8">سایت نمایشی است و شهرداری واقعی نیست.<br />سامانهٔ پاسخ‌گویی: ۱۳۷</td>
</tr></table></td></tr>
<tr><td class="menu" height="26"><a href="/">صفحه اصلی</a><a href="/permit">درخواست پروانه</a><a href="/#contact">تماس با ما</a></td></tr>
<tr><td><table width="100%" cellpadding="8" cellspacing="0" border="0"><tr valign="top">
<td width="170">${sideColumn()}</td>
<td>${content}</td>
</tr></table></td></tr>
<tr><td class="foot" height="30" id="contact">نمونه‌شهر، میدان شهرداری، ساختمان مرکزی &nbsp;|&nbsp; همهٔ کسان در این سایت ساختگی‌اند &nbsp;|&nbsp; بهترین نمایش: <span dir="ltr">۱۰۲۴×۷۶۸</span></td></tr>
</table>
</body>
</html>`;
}

function sideColumn() {
  return html`<div class="box"><div class="cap">خدمات الکترونیکی</div><div class="in">
« <a href="/permit">پروانهٔ ساختمان</a><br />« <a href="/levy">عوارض نوسازی</a><br />« پسماند و فضای سبز <span class="note">(به‌زودی)</span></div></div>
<div class="box"><div class="cap">ساعات کار</div><div class="in">شنبه تا چهارشنبه<br />۷:۳۰ تا ۱۴:۱۵<br />پنج‌شنبه تا ۱۲</div></div>
<div class="box"><div class="cap">آب‌وهوای شهر</div><div class="in" align="center">نیمه‌ابری<br /><b>۱۴°</b></div></div>`;
}
