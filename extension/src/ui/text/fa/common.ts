import type { Section } from '../catalogue.ts';

/** Words that every part of the wallet uses. */
export const common = {
  name: 'دریچه',
  cancel: 'انصراف',
  close: 'بستن',
  back: 'بازگشت',
  next: 'ادامه',
  done: 'تمام',
  save: 'ذخیره',
  remove: 'برداشتن',
  retry: 'دوباره',
  copy: 'رونوشت',
  copied: 'رونوشت شد',
  loading: 'اندکی صبر…',
  showAll: 'نمایش همه',
  showLess: 'کوتاه‌تر',
  yes: 'بله',
  no: 'خیر',
  comma: '، ',
  or: ' یا ',
  quoted: ({ text }: { text: string }) => `«${text}»`,
  optional: 'اختیاری',
  required: 'لازم',
  damaged: 'آسیب‌دیده',
  damagedHelp: 'این مورد خوانا نیست. بقیه سالم‌اند.',
} satisfies Section;
