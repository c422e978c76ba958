import type { Section } from '../catalogue.ts';

/** Showing parts of a document to whoever asks. */
export const present = {
  title: ({ agency }: { agency: string }) => `${agency} می‌خواهد این‌ها را ببیند`,
  intro: 'تنها آنچه روشن است نشان داده می‌شود، و تنها به همین نهاد.',
  from: ({ document }: { document: string }) => `از ${document}`,
  approve: 'نشان بده',
  another: 'با کیف دیگر',
  required: 'لازم',
  beyond: 'این نهاد برای دانستن این ثبت نشده است. خاموش بماند بهتر است.',
  nothingAsked: 'چیزی از درون مدرک خواسته نشده است؛ تنها معلوم می‌شود که آن را دارید.',
  incomplete: 'بدون آنچه خاموش کرده‌اید نمی‌توان به این درخواست پاسخ داد.',
  and: ' و ',
  chooseOption: 'کدام را نشان می‌دهید؟',
  chooseDocument: 'بیش از یک مدرک شما به این درخواست می‌خورد. کدام را نشان می‌دهید؟',
  chooseDocuments: 'بیش از یک مدرک شما به این درخواست می‌خورد. کدام‌ها را نشان می‌دهید؟',
  optional: ({ documents }: { documents: string }) => `${documents} هم نشان داده شود`,
  optionalOne: 'یک مدرک دیگر',
  optionalHelp: 'لازم نیست؛ بدون آن هم می‌توانید ادامه دهید.',
  missingTitle: 'این مدرک در کیف شما نیست',
  missing: ({ documents }: { documents: string }) => `برای این درخواست ${documents} لازم است. نخست آن را از صادرکننده‌اش بگیرید.`,
  done: 'نشان داده شد',
  doneHelp: 'در «تاریخچه» می‌ماند که چه چیز را به چه کسی نشان دادید.',
  returning: 'به صفحه برمی‌گردید…',
  linkable: 'با این مدرک می‌توان بازدیدهای شما را به هم ربط داد.',
  picture: 'عکس شما',
} satisfies Section;
