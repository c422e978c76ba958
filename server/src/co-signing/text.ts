import type { Language } from '../caseworker/text.ts';

type Words = {
  readonly direction: 'rtl' | 'ltr';
  readonly otherLanguage: string;
  readonly title: string;
  readonly asked: string;
  readonly identify: string;
  readonly identifyWhy: string;
  readonly noWallet: string;
  readonly over: string;
  readonly overHelp: string;
  readonly other: string;
  readonly otherHelp: string;
  readonly identifyAgain: string;
  readonly lead: string;
  readonly signed: string;
  readonly signedBy: (role: string, time: string) => string;
  readonly missing: (role: string) => string;
  readonly sign: string;
  readonly done: string;
  readonly doneHelp: string;
};

/** The words of the page on which the second person signs. */
export const coSigningText: Readonly<Record<Language, Words>> = {
  fa: {
    direction: 'rtl',
    otherLanguage: 'English',
    title: 'امضای دوم',
    asked: 'از شما خواسته‌اند که فرمی را همراه کسی دیگر امضا کنید.',
    identify: 'نشان دادن مدرک هویت',
    identifyWhy: 'تا ندانیم شما همان کس هستید، چیزی از فرم نشان نمی‌دهیم. مدرک هویتتان را از کیف نشان دهید.',
    noWallet: 'برای این کار افزونهٔ دریچه با مدرک هویت و گواهی امضای خودتان لازم است.',
    over: 'این پیوند دیگر کار نمی‌کند',
    overHelp: 'شاید فرم کامل شده، هفت روزِ آن گذشته یا نفر نخست امضایش را پس گرفته باشد. از کسی که پیوند را داده بپرسید.',
    other: 'این فرم منتظر شما نیست',
    otherHelp: 'یا کس دیگری باید آن را امضا کند، یا خودتان پیش‌تر امضایش کرده‌اید.',
    identifyAgain: 'نشان دادن مدرک کسی دیگر',
    lead: 'همهٔ فرم را بخوانید. کیف هم همین را، پیش از امضا، در پنجرهٔ خودش نشان می‌دهد؛ تنها به آن اعتماد کنید.',
    signed: 'امضاها',
    signedBy: (role, time) => `${role}: امضا شده، ${time}`,
    missing: (role) => `${role}: منتظر امضای شماست`,
    sign: 'بازبینی و امضا در کیف',
    done: 'فرم کامل شد',
    doneHelp: 'هر دو امضا رسید. رسید در کیف شماست؛ کیف نفر نخست هم آن را می‌گیرد.',
  },
  en: {
    direction: 'ltr',
    otherLanguage: 'فارسی',
    title: 'The second signature',
    asked: 'You have been asked to sign a form together with somebody else.',
    identify: 'Show your identity document',
    identifyWhy: 'Nothing of the form is shown until we know that it is for you. Show your identity document from the wallet.',
    noWallet: 'You need the Daricheh extension for this, with your own identity document and signing certificate.',
    over: 'This link no longer works',
    overHelp:
      'The form may be complete, its seven days may be over, or the first signer has taken their signature back. Ask whoever gave you the link.',
    other: 'This form is not waiting for you',
    otherHelp: 'Either somebody else must sign it, or you have signed it already.',
    identifyAgain: 'Show another person’s document',
    lead: 'Read the whole form. The wallet shows the same in its own window before you sign; trust only that.',
    signed: 'Signatures',
    signedBy: (role, time) => `${role}: signed on ${time}`,
    missing: (role) => `${role}: waiting for your signature`,
    sign: 'Review and sign in the wallet',
    done: 'The form is complete',
    doneHelp: 'Both signatures have arrived. The receipt is in your wallet; the first signer’s wallet gets it too.',
  },
};
