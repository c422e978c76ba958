import type { Language } from '../front/language.ts';

const fa = {
  organization: 'دانشگاه نمونه، ادارهٔ دانش‌آموختگان',
  part: 'تأسیس ۱۳۱۳',
  title: 'دانشنامه‌ای که گم نمی‌شود',
  lead: 'دانشنامهٔ خود را با مهر دانشگاه در کیف بگیرید. دیگر ترجمهٔ رسمی و استعلام لازم نیست.',
  facts: ['برای هر مقطع یک دانشنامه', 'معدل را تنها اگر بخواهید نشان می‌دهید', 'درستی آن را هر کارفرما خودش می‌آزماید'],
};

const en: typeof fa = {
  organization: 'Nemouneh University, Registrar (demo)',
  part: 'Founded 1934',
  title: 'A diploma that is never lost',
  lead: 'Take your diploma, under the university’s seal, into your wallet. No certified copies, no letters of confirmation.',
  facts: ['One diploma for each degree', 'The grades are shown only if you choose so', 'Any employer can check it without asking us'],
};

/** The words of the site in one language. */
export function textOf(language: Language): typeof fa {
  return { fa, en }[language];
}
