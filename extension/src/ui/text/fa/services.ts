import type { Section } from '../catalogue.ts';

/** What the agencies offer. */
export const services = {
  title: 'خدمات',
  intro: 'خدمات همهٔ نهادهایی که به دریچه پیوسته‌اند.',
  search: 'جست‌وجوی خدمت',
  searchHelp: 'مثلاً: گذرنامه، مالیات، پروانه',
  none: 'خدمتی با این نام پیدا نشد. واژهٔ دیگری بنویسید.',
  emptyTitle: 'هنوز خدمتی پیدا نشد',
  emptyHelp: 'دریچه از سایت‌های روشن می‌پرسد. اگر نهادی پاسخ ندهد، کمی بعد دوباره بکوشید.',
  found: ({ count }: { count: number }, f) => `${f.number(count)} خدمت`,
  cost: 'هزینه',
  time: 'زمان',
  days: ({ count }: { count: number }, f) => (count === 0 ? 'همان روز' : `حدود ${f.number(count)} روز`),
  needs: 'آنچه می‌پرسند',
  inWallet: ({ count, total }: { count: number; total: number }, f) =>
    count === total ? 'همه‌اش در کیف شماست' : `${f.number(count)} تا از ${f.number(total)} تا در کیف شماست`,
  begin: 'آغاز',
  unreachable: ({ agencies }: { agencies: string }) => `اکنون پاسخ نمی‌دهد: ${agencies}`,
} satisfies Section;
