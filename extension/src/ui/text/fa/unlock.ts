import type { Section } from '../catalogue.ts';

export const unlock = {
  title: 'دریچه قفل است',
  lead: 'قفل را باز کنید تا مدارکتان را ببینید.',
  withPasskey: 'باز کردن با کلید عبور',
  otherWays: 'راه دیگری دارم',
  withRecovery: 'کد بازیابی',
  withPassphrase: 'گذرواژه',
  way: 'با چه باز می‌کنید؟',
  recoveryHelp: 'همان ۳۰ نویسه‌ای که روی کاغذ نوشتید.',
  open: 'باز کن',
  wait: ({ seconds }: { seconds: number }, f) => `تا ${f.number(seconds)} ثانیهٔ دیگر صبر کنید. چیزی پاک نشده است.`,
  noVault: 'هنوز دریچه‌ای ندارید',
  noVaultLead: 'ساختنش سه قدم کوتاه است.',
  start: 'بسازیم',
  lost: 'کیف این دستگاه پیدا نمی‌شود',
  lostLead: 'دریچه‌ای روی این دستگاه بود، ولی مرورگر جای نگهداری‌اش را پاک کرده است. مدارک را دوباره از همان نهادها بگیرید.',
  startAgain: 'از نو می‌سازم',
  damaged: 'کیف خوانا نیست',
  unlocked: 'قفل باز شد',
  unlockedLead: 'این پنجره خودش بسته می‌شود.',
} satisfies Section;
