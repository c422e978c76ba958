const fa = {
  sign: 'بازبینی و امضا در کیف دریچه',
  reviewing: 'پنجرهٔ کیف باز می‌شود. آن‌جا فرم را بازبینی و امضا کنید؛ تا امضا نکنید چیزی از این صفحه نمی‌رود.',
  stopped: 'چیزی فرستاده نشد و نوشته‌های شما سر جای خود است. اگر می‌خواهید، دوباره امضا کنید یا فرم را بی‌امضا بفرستید.',
  postponed: 'فرم در کیف شما منتظر امضاست و هنوز چیزی فرستاده نشده است. آن را در «پرونده‌ها»ی کیف امضا کنید.',
  awaited: 'امضای شما رسید؛ پیوندی که کیف داد به نفر دوم بدهید.',
  unfinished: 'امضا به پایان نرسید و کیف دلیلش را گفته است. پیش از آن‌که دوباره بفرستید، «پرونده‌ها»ی کیف را ببینید.',
  receiptTitle: 'امضا شد و رسید',
  caseNumber: 'شمارهٔ پرونده',
  dueAt: 'پاسخ تا',
  receiptKept: 'رسید مهرشده در کیف شما ذخیره شد.',
  followCase: 'پیگیری پرونده',
  receiptPdf: 'رسید (PDF) و ذخیرهٔ آن',
  asking: 'در پنجرهٔ کیف ببینید چه خواسته شده است و اگر موافقید، اجازه دهید.',
  signedIn: 'وارد شدید.',
  noWallet: 'این مرورگر کیفی به ما نشان نداد. افزونهٔ دریچه را نصب کنید یا در این سایت روشنش کنید و دوباره بکوشید.',
  refused: 'وارد نشدید و چیزی به ما نرسید. هر وقت خواستید دوباره بکوشید.',
  failed: 'ورود انجام نشد. کمی بعد دوباره بکوشید.',
  offline: 'سایت پاسخ نداد. اتصال خود را بررسی کنید و دوباره بکوشید.',
  draftFound: 'این فرم را … آغاز کرده‌اید و نوشته‌هایتان در کیف شماست.',
  draftGoOn: 'ادامه می‌دهم',
  draftAfresh: 'از نو آغاز می‌کنم',
  draftUndecided: 'پیش‌نویس پیشین شما سر جای خود است. تا بالای فرم انتخاب نکنید، نوشتهٔ تازه نگه داشته نمی‌شود.',
  draftStuck: 'کیف پاسخ نداد. اگر قفل است، بازش کنید و دوباره بزنید.',
  draftBack: 'نوشته‌هایتان برگشت.',
  draftGone: 'پیش‌نویس پیشین پاک شد.',
  draftSaved: 'پیش‌نویس در کیف شما نگه داشته شد.',
  draftReplaced: 'پیش‌نویس نگه داشته شد، به جای آنچه در برگهٔ دیگری نوشته بودید.',
  draftLocked: 'کیف شما قفل است: نوشته‌هایتان فقط تا وقتی این صفحه باز است می‌ماند. قفل را باز کنید تا نگه داشته شود.',
  draftNowhere: 'پیش‌نویسی نگه داشته نمی‌شود: نوشته‌هایتان فقط تا وقتی این صفحه باز است می‌ماند.',
};

export type Words = typeof fa;

const en: Words = {
  sign: 'Review and sign in your Daricheh wallet',
  reviewing: 'Your wallet’s window is opening. Review and sign the form there; nothing leaves this page until you sign.',
  stopped: 'Nothing was sent, and what you wrote is still here. Sign again if you like, or send the form unsigned.',
  postponed: 'The form waits in your wallet to be signed, and nothing has been sent yet. Sign it there, under Cases.',
  awaited: 'Your signature has arrived; give the second person the link from your wallet.',
  unfinished: 'Signing did not come to an end; your wallet has said why. Look at the cases in your wallet before you send again.',
  receiptTitle: 'Signed and received',
  caseNumber: 'Case number',
  dueAt: 'Answer by',
  receiptKept: 'The sealed receipt is saved in your wallet.',
  followCase: 'Follow the case',
  receiptPdf: 'Receipt (PDF), to save or print',
  asking: 'Look in your wallet’s window at what is asked, and allow it if you agree.',
  signedIn: 'You are signed in.',
  noWallet: 'This browser showed us no wallet. Install the Daricheh extension or switch it on for this site, then try again.',
  refused: 'You are not signed in, and nothing reached us. Try again whenever you like.',
  failed: 'Signing in did not work. Try again a little later.',
  offline: 'The service did not answer. Check your connection and try again.',
  draftFound: 'You began this form on …, and what you wrote is in your wallet.',
  draftGoOn: 'Go on with it',
  draftAfresh: 'Start afresh',
  draftUndecided: 'Your earlier draft is still there. Until you choose above, what you write now is not kept.',
  draftStuck: 'Your wallet did not answer. If it is locked, unlock it and press again.',
  draftBack: 'What you wrote is back.',
  draftGone: 'The earlier draft is deleted.',
  draftSaved: 'The draft is kept in your wallet.',
  draftReplaced: 'The draft is kept, in the place of what you wrote in another tab.',
  draftLocked: 'Your wallet is locked: what you write stays only as long as this page is open. Unlock it to keep a draft.',
  draftNowhere: 'No draft is kept: what you write stays only as long as this page is open.',
};

/** The kit's words in the language of the page, Persian unless the page says English. */
export function wordsOf(page: Document): Words {
  return isPersian(page) ? fa : en;
}

/** A moment as a date of the page's calendar: ۲ آذر ۱۴۰۵, or 23 November 2026. Text that is no time stays as it is. */
export function formatDay(page: Document, iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(isPersian(page) ? 'fa-IR-u-ca-persian' : 'en-GB', { dateStyle: 'long', timeZone: 'Asia/Tehran' }).format(
    moment,
  );
}

/** A moment with its hour, as `formatDay`. */
export function formatMoment(page: Document, atMs: number): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tehran' } as const;
  return new Intl.DateTimeFormat(isPersian(page) ? 'fa-IR-u-ca-persian' : 'en-GB', style).format(atMs);
}

/** Which of a problem's two sentences (`title`, `title_fa`) the page's language reads. */
export function problemMember(page: Document): 'title' | 'title_fa' {
  return isPersian(page) ? 'title_fa' : 'title';
}

function isPersian(page: Document): boolean {
  return !page.documentElement.lang.toLowerCase().startsWith('en');
}
