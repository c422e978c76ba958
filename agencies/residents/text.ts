import type { Language } from '../front/language.ts';

const fa = {
  organization: 'شهرداری نمونه‌شهر، گواهی سکونت',
  part: 'دفتر ساکنان',
  title: 'نشانی شما، با مهر شهرداری',
  lead: 'گواهی سکونت با کد پستی را در کیف بگیرید تا هر نهادی نشانی درست شما را از خود شهرداری داشته باشد.',
  facts: [
    'شش ماه اعتبار دارد و کیف خودش تازه‌اش می‌کند',
    'پس از اسباب‌کشی گواهی پیشین لغو می‌شود',
    'می‌توانید تنها شهر یا تنها کد پستی را نشان دهید',
  ],
};

const en: typeof fa = {
  organization: 'Municipality of Nemouneshahr, residents’ office (demo)',
  part: 'Residents’ office',
  title: 'Your address, under the municipality’s seal',
  lead: 'Take your proof of residence, postcode and all, into your wallet: whoever needs your address has it from the municipality itself.',
  facts: [
    'Valid for six months; the wallet renews it by itself',
    'Revoked when you have moved',
    'Show the city alone, or the postcode alone',
  ],
};

/** The words of the site in one language. */
export function textOf(language: Language): typeof fa {
  return { fa, en }[language];
}
