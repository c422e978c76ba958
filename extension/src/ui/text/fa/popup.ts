import type { Section } from '../catalogue.ts';

export const popup = {
  thisSite: 'این سایت',
  locked: 'قفل است',
  unlock: 'باز کردن قفل',
  registered: 'نهاد شناخته‌شده',
  registeredText: ({ isEnabled }: { isEnabled: boolean }) => (isEnabled ? 'دریچه در این سایت روشن است.' : 'دریچه در این سایت خاموش است.'),
  unknown: 'در فهرست نهادها نیست',
  unknownText: 'دریچه این سایت را نمی‌شناسد. فقط اگر خودتان به آن اعتماد دارید چیزی در آن بنویسید.',
  lookAlike: 'مراقب باشید: این سایت اصلی نیست',
  lookAlikeText: 'نشانی‌اش به این نهاد می‌ماند، ولی از آنِ آن نیست. دریچه چیزی در این صفحه نمی‌نویسد و نمی‌فرستد.',
  genuine: 'نشانی درست',
  seen: 'نشانی این صفحه',
  insecure: 'ارتباط با این سایت امن نیست',
  insecureText: 'دریچه در سایت‌های بدون رمزگذاری (http) کار نمی‌کند.',
  none: 'این صفحه سایتی نیست که دریچه در آن کار کند.',
  enable: 'روشن کردن در این سایت',
  disable: 'خاموش کردن در این سایت',
  fill: 'پر کردن فرم این صفحه',
  openPanel: 'پنل کناری',
  openWallet: 'کیف من',
  openSettings: 'تنظیمات',
} satisfies Section;
