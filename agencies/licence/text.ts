import type { Language } from '../front/language.ts';

const fa = {
  organization: 'پیشخوان گواهینامه و خودرو (نمونه)',
  part: 'از ادارهٔ راهنمایی و رانندگی',
  title: 'گواهینامه و کارت خودرو، همراه شما',
  lead: 'گواهینامه و کارت خودروی خود را در کیف بگیرید؛ کارت پلاستیکی هم سر جایش می‌ماند.',
  facts: ['گواهینامه با پایه‌ها و تاریخ پایان اعتبار', 'برای هر خودرو یک کارت جدا', 'اگر لغو یا تعلیق شود، کیف همان روز می‌گوید'],
};

const en: typeof fa = {
  organization: 'Driver and vehicle documents (demo)',
  part: 'Of the Department of Transport',
  title: 'Your licence and your vehicle, with you',
  lead: 'Take your driving licence and vehicle registration into your wallet. The plastic cards stay valid too.',
  facts: [
    'The licence with its categories and its date of expiry',
    'A registration for each vehicle',
    'When one is revoked or suspended, the wallet says so the same day',
  ],
};

/** The words of the site in one language. */
export function textOf(language: Language): typeof fa {
  return { fa, en }[language];
}
