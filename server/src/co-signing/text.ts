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
    identifyWhy: 'پیش از آنکه بدانیم شما همان کس هستید، چیزی از فرم نشان داده نمی‌شود. مدرک هویتتان را از کیف نشان دهید.',
    noWallet: 'برای این کار افزونهٔ دریچه با مدرک هویت و مدرک امضای خودتان لازم است.',
    over: 'این پیوند دیگر به جایی نمی‌رسد',
    overHelp: 'شاید فرم کامل شده یا هفت روزِ آن گذشته باشد. از کسی که پیوند را داده بپرسید.',
    other: 'این فرم منتظر شما نیست',
    otherHelp: 'یا کس دیگری باید آن را امضا کند، یا خودتان پیش‌تر امضا کرده‌اید.',
    identifyAgain: 'نشان دادن مدرک کسی دیگر',
    lead: 'همهٔ فرم را بخوانید. کیف هم همین را، پیش از امضا، در پنجرهٔ خودش نشان می‌دهد؛ تنها به آن اعتماد کنید.',
    signed: 'امضاها',
    signedBy: (role, time) => `${role}: امضا کرده است، ${time}`,
    missing: (role) => `${role}: منتظر امضای شماست`,
    sign: 'بازبینی و امضا در کیف',
    done: 'فرم کامل شد',
    doneHelp: 'هر دو امضا رسید. رسید در کیف شماست؛ کیف نفر نخست هم آن را می‌گیرد.',
  },
  en: {
    direction: 'ltr',
    otherLanguage: 'فارسی',
    title: 'The second signature',
    asked: 'You are asked to sign a form together with somebody else.',
    identify: 'Show your identity document',
    identifyWhy:
      'Nothing of the form is shown before we know that you are the one who is meant. Show your identity document from the wallet.',
    noWallet: 'You need the Daricheh extension for this, with your own identity document and signing document.',
    over: 'This link leads nowhere any more',
    overHelp: 'The form may be complete, or its seven days are over. Ask whoever gave you the link.',
    other: 'This form does not wait for you',
    otherHelp: 'Somebody else must sign it, or you have signed it already.',
    identifyAgain: 'Show another person’s document',
    lead: 'Read the whole form. The wallet shows the same in a window of its own before you sign; trust that alone.',
    signed: 'Signatures',
    signedBy: (role, time) => `${role}: has signed, ${time}`,
    missing: (role) => `${role}: waits for your signature`,
    sign: 'Review and sign in the wallet',
    done: 'The form is complete',
    doneHelp: 'Both signatures have arrived. The receipt is in your wallet; the first signer’s wallet gets it too.',
  },
};
