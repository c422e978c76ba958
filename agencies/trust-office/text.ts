import type { Language } from '../front/language.ts';

const fa = {
  organization: 'دفتر فهرست اعتماد (نمونه)',
  demo: 'این سایت نمونه است و نهاد واقعی نیست.',
  skip: 'رفتن به محتوا',
  otherLanguage: 'English',
  title: 'چه کسی مدرک می‌دهد و چه کسی می‌تواند بخواهد',
  lead: 'هر کیف روزی یک بار این فهرست را می‌گیرد و به جز آن به حرف هیچ سایتی اعتماد نمی‌کند. اینجا کسی نمی‌پرسد شما که هستید.',
  edition: 'نسخه',
  issuedAt: 'تاریخ انتشار',
  nextUpdate: 'نسخهٔ بعدی تا',
  file: 'خود فهرست، امضاشده',
  issuers: 'صادرکنندگان',
  agencies: 'نهادها',
  name: 'نام',
  site: 'سایت',
  documents: 'مدارکی که می‌دهد',
  uses: 'برای چه می‌تواند مدرک بخواهد',
  noUse: 'هیچ مدرکی نمی‌تواند بخواهد',
  contact: 'شکایت',
};

const en: typeof fa = {
  organization: 'Office of the trust list (demo)',
  demo: 'A demonstration, not a real agency.',
  skip: 'Skip to content',
  otherLanguage: 'فارسی',
  title: 'Who gives documents, and who may ask for them',
  lead: 'Every wallet takes this list once a day, and believes nothing else that a site says of itself. Nobody asks here who you are.',
  edition: 'Edition',
  issuedAt: 'Published',
  nextUpdate: 'Next edition by',
  file: 'The list itself, signed',
  issuers: 'Issuers',
  agencies: 'Agencies',
  name: 'Name',
  site: 'Site',
  documents: 'Documents that it gives',
  uses: 'What it may ask documents for',
  noUse: 'It may ask for none',
  contact: 'Complaints',
};

/** The words of the site in one language. */
export function textOf(language: Language): typeof fa {
  return { fa, en }[language];
}
