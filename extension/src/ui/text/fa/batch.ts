import type { Section } from '../catalogue.ts';

/** Forms that were reviewed and wait, and one gesture for several of them. */
export const batch = {
  title: 'منتظر امضا',
  intro: 'این‌ها را بازبینی کرده‌اید و هنوز امضا و فرستاده نشده‌اند. با یک بار تأیید می‌توانید همه را با هم امضا کنید.',
  keptAt: ({ atMs }: { atMs: number }, f) => `بازبینی: ${f.time(atMs)}`,
  signAll: ({ count }: { count: number }, f) => (count === 1 ? 'امضا' : `امضای همه (${f.number(count)})`),
  show: 'دیدن متن',
  hide: 'بستن متن',
  change: 'پر کردن دوباره',
  discard: 'کنار بگذار',
  discardHelp: 'این فرم امضا نشده است. اگر کنارش بگذارید، باید دوباره در سایت پرش کنید.',
  discardYes: 'بله، کنار بگذار',
  discardNo: 'نه، بماند',
  keep: 'بعداً، همراه با فرم‌های دیگر',
  keptTitle: 'منتظر امضا ماند',
  keptInfo: 'فرم همان‌طور که دیدید در دریچه ماند و چیزی فرستاده نشد. در «پرونده‌ها» هر وقت خواستید امضایش کنید.',
  windowTitle: 'امضای چند فرم با هم',
  windowIntro: 'هر فرم را بخوانید و علامت آنچه را نمی‌خواهید بردارید. یک بار تأیید می‌کنید و هر نهاد فقط فرم خودش را می‌گیرد.',
  withdrawalTitle: 'انصراف از پرونده',
  withdrawalIntro: 'آنچه می‌خوانید همان است که امضا می‌شود. پس از رسیدن به نهاد، این کار برگشت ندارد.',
  none: 'فرمی منتظر امضا نیست.',
  approve: ({ count }: { count: number }, f) => `امضا و فرستادن (${f.number(count)})`,
  outdone: 'همین فرم را پس از این یک بار دیگر هم نگه داشته‌اید؛ برای همین علامت ندارد.',
  leftOut: 'اکنون امضا نمی‌شود',
  receivesNationalId: ({ id, count }: { id: string; count: number }) =>
    `کد ملی شما (${id}) به ${count === 1 ? 'این نهاد' : 'هر یک از این نهادها'} داده می‌شود.`,
  apart: 'هیچ نهادی از فرم‌های دیگر و شمار آن‌ها باخبر نمی‌شود.',
  doneTitle: ({ received, count }: { received: number; count: number }, f) => {
    if (received < count) return `${f.number(received)} فرم از ${f.number(count)} فرم رسید`;
    return count === 1 ? 'فرم به نهادش رسید' : `هر ${f.number(count)} فرم به نهاد خود رسید`;
  },
  results: 'سرانجام هر فرم',
  received: 'رسید',
  awaiting: 'منتظر امضای دوم',
  kept: 'نرسیده، محفوظ',
  keptHelp: 'از «پرونده‌ها» دوباره بفرستید؛ یک بار ثبت می‌شود.',
  refused: 'پذیرفته نشد',
  unsigned: 'امضا نشد',
  unsignedHelp: 'آنچه امضا نشد، همچنان منتظر امضاست.',
} satisfies Section;
