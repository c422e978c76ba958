import type { Section } from '../catalogue.ts';

/** What the citizen says of a field that was taken for something else, and what is remembered of it. */
export const correct = {
  begin: 'اصلاح',
  beginOf: ({ label }: { label: string }) => `اصلاح «${label}»`,
  tell: 'می‌گویم چه می‌خواهد',
  tellOf: ({ label }: { label: string }) => `می‌گویم «${label}» چه می‌خواهد`,
  search: 'این خانه چه می‌خواهد؟',
  searchHelp: 'بخشی از نامش را بنویسید و از فهرست برگزینید. دریچه آن را برای همین فرم به یاد می‌سپارد.',
  found: 'آنچه یافت شد',
  foundCount: ({ count }: { count: number }, f) => `${f.number(count)} مورد یافت شد.`,
  nothingFound: 'چیزی با این نام نیست.',
  leaveEmpty: 'در این فرم خالی بماند',
  aboutOther: ({ person }: { person: string }) =>
    `این خانه گویا دربارهٔ ${person} است، نه شما. اگر ادامه دهید، دادهٔ خودتان در آن نوشته می‌شود.`,
  aboutMe: 'می‌دانم؛ دربارهٔ خودم است',
  asYouSaid: 'همان‌گونه که خودتان گفته‌اید.',
  kept: ({ label }: { label: string }) => `آنچه دربارهٔ «${label}» گفتید به یاد ماند.`,
  forgotten: ({ label }: { label: string }) => `آنچه دربارهٔ «${label}» گفته بودید فراموش شد.`,
  forget: 'فراموش کن',
  forgetOf: ({ label }: { label: string }) => `آنچه دربارهٔ «${label}» گفتم فراموش شود`,
  refused: 'این خانه همان‌گونه که هست می‌ماند: یا پنهان و بسته است، یا برای ورود و پرداخت.',
  sites: 'اصلاح‌های شما',
  sitesHelp: 'آنچه دربارهٔ خانه‌های فرم‌ها گفته‌اید، رمزشده در همین کیف است و فقط در همان سایت به کار می‌رود.',
  count: ({ count }: { count: number }, f) => `${f.number(count)} خانه`,
  siteForgotten: ({ origin }: { origin: string }) => `اصلاح‌های ${origin} فراموش شد.`,
  forgetSite: ({ origin }: { origin: string }) => `فراموش کردن اصلاح‌های ${origin}`,
} satisfies Section;
