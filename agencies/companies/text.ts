import type { Language } from '../front/language.ts';

const fa = {
  organization: 'ادارهٔ ثبت شرکت‌ها (نمونه)',
  part: 'دفتر ثبت',
  title: 'به نام شرکت، با کیف خودتان',
  lead: 'گواهی سمت خود در شرکت را در کیف بگیرید تا به نام شرکت درخواست بدهید.',
  facts: ['برای هر سمت یک گواهی', 'سه ماه اعتبار دارد؛ هیئت‌مدیره‌ها عوض می‌شوند', 'با پایان سمت لغو می‌شود'],
};

const en: typeof fa = {
  organization: 'Company Register (demo)',
  part: 'The register',
  title: 'For the company, with your own wallet',
  lead: 'Take proof of your role in a company into your wallet, and act for the company with it.',
  facts: ['A certificate for each role', 'Valid for three months, for boards change', 'Revoked when the role ends'],
};

/** The words of the site in one language. */
export function textOf(language: Language): typeof fa {
  return { fa, en }[language];
}
