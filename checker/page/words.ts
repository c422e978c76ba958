import type { Language } from '../src/text/text.ts';

/** What the page says besides the report. */
type Words = {
  readonly title: string;
  readonly lead: string;
  readonly choose: string;
  readonly chooseHint: string;
  readonly language: string;
  readonly print: string;
  readonly savePage: string;
  readonly clear: string;
  readonly results: string;
  readonly working: string;
  readonly rootsKept: (count: number) => string;
  readonly onlyBeside: string;
  readonly noCrypto: string;
  readonly unreadable: (name: string) => string;
};

export const words: Readonly<Record<Language, Words>> = {
  fa: {
    title: 'وارسی فرم امضاشده و رسید',
    lead: 'این صفحه بی اینترنت کار می‌کند: هیچ‌چیز از این رایانه بیرون نمی‌رود و از کسی پرسیده نمی‌شود.',
    choose: 'پرونده‌ها را اینجا بیندازید یا برگزینید',
    chooseHint:
      'فرم، رسید یا سندی که از کیف ذخیره کرده‌اید (‎.json یا ‎.pdf)، پیوست‌های آن، و گواهی ریشه‌ای که خود از دولت گرفته‌اید (‎.pem)، نه آن که همراه فایل‌ها به دستتان داده‌اند. با هم یا یکی‌یکی.',
    language: 'English',
    print: 'چاپ',
    savePage: 'ذخیرهٔ این صفحه برای کار بی‌اینترنت',
    clear: 'از نو',
    results: 'نتیجه',
    working: 'در حال وارسی…',
    rootsKept: (count) =>
      count === 1 ? 'ریشه‌ای که دادید به کار می‌رود.' : `${new Intl.NumberFormat('fa').format(count)} ریشه‌ای که دادید به کار می‌رود.`,
    onlyBeside: 'هنوز فرم امضاشده‌ای نداده‌اید؛ آنچه دادید برای آن نگه داشته شد.',
    noCrypto:
      'این مرورگر در این صفحه رمزنگاری ندارد، پس چیزی وارسی نمی‌شود. مرورگر دیگری را بیازمایید یا دستور daricheh check را به کار ببرید.',
    unreadable: (name) => `${name} خوانده نشد.`,
  },
  en: {
    title: 'Check a signed form or receipt',
    lead: 'This page works without the internet: nothing leaves this computer, and nobody is asked.',
    choose: 'Drop files here, or choose them',
    chooseHint:
      'The form, receipt or record that you saved from the wallet (.json or .pdf), its attachments, and the root certificate that you have from the state yourself (.pem), not one that was handed to you with the files. Together or one by one.',
    language: 'فارسی',
    print: 'Print',
    savePage: 'Save this page, to use it offline',
    clear: 'Start again',
    results: 'Result',
    working: 'Checking…',
    rootsKept: (count) => (count === 1 ? 'The root that you gave is used.' : `The ${count} roots that you gave are used.`),
    onlyBeside: 'There is no signed form yet; what you gave is kept for it.',
    noCrypto:
      'This browser has no cryptography in this page, so nothing can be checked. Try another browser, or the command daricheh check.',
    unreadable: (name) => `${name} could not be read.`,
  },
};
