import type { Language } from '../../front/language.ts';

const fa = {
  demo: 'این سایت نمونه است و نهاد واقعی نیست. آدم‌هایش وجود ندارند.',
  home: 'خانه',
  documents: 'مدارک من',
  office: 'کارشناسان',
  start: 'ورود و دیدن مدارک',
  otherLanguage: 'English',
  skip: 'رفتن به محتوا',
};

const en: typeof fa = {
  demo: 'A demonstration, not a real agency. Its people do not exist.',
  home: 'Home',
  documents: 'My documents',
  office: 'Caseworkers',
  start: 'Sign in and see your documents',
  otherLanguage: 'فارسی',
  skip: 'Skip to content',
};

/** Words that every site with nothing but a counter needs. */
export type SiteWords = typeof fa;

/** Those words in one language. */
export function siteWordsOf(language: Language): SiteWords {
  return { fa, en }[language];
}
