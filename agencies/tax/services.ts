import type { ServiceCatalogue } from '@daricheh/shared/catalogue';

/** What the tax administration offers, for its `/.well-known/services.jsonld`. */
export function buildServices(origin: string): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'سازمان امور مالیاتی (نمونه)', en: 'Tax Administration (demo)' },
    url: `${origin}/`,
    makesOffer: [
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/yearly-return`,
        name: { fa: 'اظهارنامهٔ مالیات بر درآمد', en: 'Income tax return' },
        description: {
          fa: 'درآمد و کسرهای سال را از پیش نوشته‌ایم؛ ببینید، درست کنید و امضا کنید.',
          en: 'Your income and deductions are filled in already: look, correct and sign.',
        },
        url: `${origin}/return`,
        cost: { fa: 'رایگان', en: 'Free' },
        days: 30,
        needs: [
          'given-name',
          'family-name',
          'father-name',
          'national-id',
          'bday',
          'street-address',
          'postal-code',
          'tel',
          'email',
          'organization-title',
        ],
      },
    ],
  };
}
