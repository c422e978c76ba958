import type { ServiceCatalogue } from '@daricheh/shared/catalogue';

/** What the municipality offers. The site serves this file itself, as any static file. */
export function buildServices(origin: string): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'شهرداری نمونه‌شهر', en: 'Municipality of Nemouneshahr (demo)' },
    url: `${origin}/`,
    makesOffer: [
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/building-permit`,
        name: { fa: 'درخواست پروانهٔ ساختمان', en: 'Building permit request' },
        description: { fa: 'ثبت درخواست پروانهٔ احداث، تعمیر یا تخریب بنا.', en: 'To build, repair or take down a building.' },
        url: `${origin}/permit`,
        cost: { fa: 'بر پایهٔ تعرفهٔ شهرداری', en: 'By the municipality’s table of charges' },
        days: 45,
        needs: [
          'given-name',
          'family-name',
          'father-name',
          'national-id',
          'birth-certificate-number',
          'bday',
          'birth-place',
          'sex',
          'nationality',
          'tel',
          'email',
          'address-level1',
          'address-level2',
          'street-address',
          'postal-code',
          'marital-status',
          'organization-title',
          'iban',
        ],
      },
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/renovation-levy`,
        name: { fa: 'اظهارنامهٔ عوارض نوسازی', en: 'Renovation levy declaration' },
        description: { fa: 'اعلام مالک و نشانی ملک برای عوارض سالانه.', en: 'To declare owner and address for the yearly levy.' },
        url: `${origin}/levy`,
        cost: { fa: 'رایگان', en: 'Free' },
        days: 20,
        needs: ['given-name', 'family-name', 'father-name', 'national-id', 'postal-code', 'street-address', 'tel'],
      },
    ],
  };
}
