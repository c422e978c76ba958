import type { Section } from '../catalogue.ts';

/** Receiving documents from whoever issues them. */
export const receive = {
  title: ({ count }: { count: number }, f) => (count === 1 ? 'یک مدرک برای شما آماده است' : `${f.number(count)} مدرک برای شما آماده است`),
  issuer: 'صادرکننده',
  documents: 'آنچه دریافت می‌کنید',
  intro: 'مدارک پیش از نگهداری بررسی می‌شوند و رمزشده در همین مرورگر می‌مانند.',
  forSigning: 'برای گواهی امضا، کلید عبور شما نزد صادرکننده ثبت می‌شود. پس از آن می‌توانید فرم‌ها را امضا کنید.',
  accept: 'دریافت کن',
  deny: 'نمی‌خواهم',
  unregistered: 'این صادرکننده در فهرست اعتماد نیست؛ مدرکی از آن پذیرفته نمی‌شود.',
  done: ({ count }: { count: number }, f) => (count === 1 ? 'مدرک در کیف شماست' : `${f.number(count)} مدرک در کیف شماست`),
  doneHelp: 'از همین حالا می‌توانید با آن‌ها وارد شوید، فرم پر کنید و امضا کنید.',
  seeDocuments: 'دیدن مدارک',
} satisfies Section;
