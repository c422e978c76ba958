import type { Section } from '../catalogue.ts';

/** The frame around every page: names of the sections of the wallet, language, lock. */
export const shell = {
  tagline: 'مدارک شما، در دست شما',
  documents: 'مدارک',
  facts: 'گفته‌های من',
  cases: 'پرونده‌ها',
  services: 'خدمات',
  history: 'تاریخچه',
  settings: 'تنظیمات',
  sections: 'بخش‌های دریچه',
  lockNow: 'قفل کن',
  otherLanguage: 'English',
  skip: 'پرش به متن',
} satisfies Section;
