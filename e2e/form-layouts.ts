/** A small form as such forms are laid out, each control with what it asks for in `data-asks`: a datum, `other` (somebody else, a login, a card) or `-`. */
export type FormLayout = { readonly name: string; readonly lang: string; readonly body: string };

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_unused, index) => `<option>${from + index}</option>`).join('');
const jalaliMonths = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'
  .split(' ')
  .map((month) => `<option>${month}</option>`)
  .join('');

export const formLayouts: readonly FormLayout[] = [
  {
    name: 'labels before their boxes, in rows',
    lang: 'fa',
    body: `<div class="row"><label for="a">نام</label><input id="a" data-asks="given-name"></div>
      <div class="row"><label for="b">نام خانوادگی</label><input id="b" data-asks="family-name"></div>
      <div class="row"><label for="c">کدملی</label><input id="c" type="number" data-asks="national-id"></div>
      <div class="row"><label for="d">رشتهٔ تحصیلی</label><input id="d" data-asks="-"></div>`,
  },
  {
    name: 'labels in the cell before, names that say nothing',
    lang: 'fa',
    body: `<table><tr><td>شماره شناسنامه :</td><td><input name="cf_1038" data-asks="birth-certificate-number"></td><td>محل صدور</td><td><input name="cf_1039" data-asks="birth-certificate-issue-place"></td></tr>
      <tr><td>ملیت</td><td><input name="cf_1048" data-asks="nationality"></td><td>قد</td><td><input name="cf_1050" data-asks="height"></td></tr></table>`,
  },
  {
    name: 'a header row over a row of boxes, the first cell naming whose row it is',
    lang: 'tr',
    body: `<table><tr><th></th><th>Adı Soyadı</th><th>Doğum Tarihi</th></tr>
      <tr><td>Kendiniz</td><td><input name="k1" data-asks="name"></td><td><input name="k2" data-asks="bday"></td></tr>
      <tr><td>Eşiniz</td><td><input name="e1" data-asks="other"></td><td><input name="e2" data-asks="other"></td></tr></table>`,
  },
  {
    name: 'labels that float after their boxes',
    lang: 'fa',
    body: `<div class="input-field"><input name="f1" data-asks="father-name"><label>نام پدر</label></div>
      <div class="input-field"><input name="f2" data-asks="birth-place"><label>محل تولد</label></div>
      <div class="input-field"><input name="f3" data-asks="-"><label>توضیحات</label></div>`,
  },
  {
    name: 'placeholders alone',
    lang: 'fa',
    body: `<input placeholder="نام و نام خانوادگی" data-asks="name"><input placeholder="شماره موبایل" data-asks="tel"><input placeholder="پست الکترونیک" data-asks="email">
      <textarea placeholder="نشانی کامل پستی" data-asks="street-address"></textarea><input placeholder="جستجو…" data-asks="-">`,
  },
  {
    name: 'plain text between boxes',
    lang: 'en',
    body: `First name: <input name="x1" data-asks="given-name"><br>Surname: <input name="x2" data-asks="family-name"><br>Place of birth: <input name="x3" data-asks="birth-place"><br>
      Reference number: <input name="x4" data-asks="-">`,
  },
  {
    name: 'captions, hints and three parts of a date',
    lang: 'en',
    body: `<fieldset><legend>What is your date of birth?</legend><p>For example, 27 3 1985</p><label>Day <input data-asks="bday-day" maxlength="2"></label>
      <label>Month <input data-asks="bday-month" maxlength="2"></label><label>Year <input data-asks="bday-year" maxlength="4"></label></fieldset>
      <fieldset><legend>When did you lose your passport?</legend><label>Day <input data-asks="-" maxlength="2"></label><label>Month <input data-asks="-" maxlength="2"></label>
      <label>Year <input data-asks="-" maxlength="4"></label></fieldset>`,
  },
  {
    name: 'a date in three selects without labels',
    lang: 'fa',
    body: `<p>تاریخ تولد: <select data-asks="bday-day">${numbers(1, 31)}</select><select data-asks="bday-month">${jalaliMonths}</select><select data-asks="bday-year">${numbers(1310, 1405)}</select></p>`,
  },
  {
    name: 'radio buttons whose words say it all',
    lang: 'fa',
    body: `<p><input type="radio" name="g" data-asks="sex">مرد <input type="radio" name="g" data-asks="sex">زن</p>
      <fieldset><legend>وضعیت تأهل</legend><label><input type="radio" name="m" data-asks="marital-status">مجرد</label><label><input type="radio" name="m" data-asks="marital-status">متأهل</label></fieldset>`,
  },
  {
    name: 'aria names and descriptions',
    lang: 'en',
    body: `<span id="l1">National Insurance number</span><p id="h1">It’s on your payslip</p><input aria-labelledby="l1" aria-describedby="h1" data-asks="social-security-number">
      <input aria-label="Postcode" data-asks="postal-code"><div role="group" aria-label="Emergency contact"><label>Full name <input data-asks="emergency-contact-name"></label></div>`,
  },
  {
    name: 'sections about several people',
    lang: 'fa',
    body: `<h3>مشخصات دانش‌آموز</h3><label>نام <input data-asks="given-name"></label><label>نام خانوادگی <input data-asks="family-name"></label><label>نام پدر <input data-asks="father-name"></label>
      <h3>مشخصات پدر</h3><label>نام <input data-asks="other"></label><label>نام خانوادگی <input data-asks="other"></label><label>کد ملی <input data-asks="other"></label>
      <h3>معرف</h3><label>شماره تماس <input data-asks="other"></label><h3>نشانی</h3><label>کد پستی <input data-asks="postal-code"></label>`,
  },
  {
    name: 'names of an old framework, transliterated',
    lang: 'fa',
    body: `<input name="ctl00$main$txtCodeMelli" data-asks="national-id"><input name="ctl00$main$txtNamPedar" data-asks="father-name"><input name="ctl00$main$ddTaahol" data-asks="marital-status">
      <input name="ctl00$main$txtSheba" data-asks="iban"><input name="ctl00$main$txtTozihat" data-asks="-">`,
  },
  {
    name: 'a payment beside an address',
    lang: 'en',
    body: `<label>Address line 1 <input data-asks="address-line1"></label><label>Address line 2 <input data-asks="address-line2"></label><label>Town or city <input data-asks="address-level2"></label>
      <label>Card number <input data-asks="other"></label><label>Name <input data-asks="other"></label><label>Month <input data-asks="other"></label><label>Year <input data-asks="other"></label><label>CVV <input data-asks="other"></label>`,
  },
  {
    name: 'signing in, and making an account',
    lang: 'en',
    body: `<form><h2>Sign in</h2><label>Email <input data-asks="other"></label><label>Password <input type="password" data-asks="other"></label><button>Sign in</button></form>
      <form><h2>Create an account</h2><label>Email <input data-asks="email"></label><label>Choose a password <input type="password" data-asks="other"></label><button>Create account</button></form>`,
  },
  {
    name: 'one label bound to every box by mistake',
    lang: 'fa',
    body: `<div><label for="same">نام</label><input id="same" data-asks="given-name"></div><div><label for="same">نام خانوادگی</label><input id="same" data-asks="family-name"></div>
      <div><label for="same">تلفن ثابت</label><input id="same" data-asks="tel-home"></div>`,
  },
  {
    name: 'other languages, whatever the page declares',
    lang: 'en',
    body: `<label>Vorname <input data-asks="given-name"></label><label>Nachname <input data-asks="family-name"></label><label>Geburtsort <input data-asks="birth-place"></label>
      <label>Geburtsname <input data-asks="previous-family-name"></label>`,
  },
];
