import type { Section } from '../catalogue.ts';

/** The window in which the wallet asks: who is there, and what became of the question. */
export const consent = {
  asker: 'چه کسی می‌پرسد',
  registered: 'ثبت‌شده',
  registeredHelp: 'این نشانی در فهرست اعتماد به نام همین نهاد است.',
  unknown: 'ثبت‌نشده',
  unknownHelp: 'این نشانی در فهرست اعتماد نیست. اگر نمی‌شناسیدش، نپذیرید.',
  lookAlike: ({ agency }: { agency: string }) => `این سایت «${agency}» نیست`,
  lookAlikeHelp: 'نشانی آن به نشانی این نهاد می‌ماند، ولی در فهرست اعتماد نیست. دریچه چیزی به آن نمی‌دهد.',
  address: 'نشانی',
  officialAddress: 'نشانی درست',
  purpose: 'برای چه',
  deny: 'نه',
  working: 'در حال انجام…',
  passkeyHint: 'با کلید عبور تأیید می‌کنید.',
  goneTitle: 'آن صفحه دیگر نیست',
  goneHelp: 'صفحه‌ای که پرسیده بود بسته شد یا جای دیگری رفت. چیزی فرستاده نشد.',
  timedOutTitle: 'وقت این پرسش گذشت',
  timedOutHelp: 'چیزی فرستاده نشد. اگر هنوز می‌خواهید، در صفحه از نو آغاز کنید.',
  overTitle: 'این پرسش بسته شده است',
  overHelp: 'به صفحه برگردید و از نو آغاز کنید.',
  refusedTitle: 'دریچه این درخواست را نپذیرفت',
  nothingSent: 'چیزی فرستاده نشد.',
  loadingRequest: 'درخواست بررسی می‌شود…',
} satisfies Section;
