import type { Section } from '../catalogue.ts';

/** The icon in the boxes of a page, and its switches. */
export const fieldIcon = {
  open: 'پر کردن این فرم با دریچه',
  canFill: ({ count }: { count: number }, f) => `دریچه ${f.number(count)} خانهٔ این فرم را می‌تواند پر کند`,
  everywhere: 'نشان دریچه در خانه‌های فرم',
  everywhereHelp: 'در سایت‌های روشن، کنار خانه‌ای که در آن می‌نویسید. زدنش پنل کناری را باز می‌کند؛ خودش چیزی نمی‌نویسد.',
  here: 'نشان دریچه در خانه‌های این سایت',
  offAt: 'در این سایت‌ها نشان را برداشته‌اید:',
  showAgain: 'دوباره نشان بده',
} satisfies Section;
