import type { ServiceCatalogue } from '@daricheh/shared/catalogue';

/** What the transport department offers. The site serves this file itself, as any static file. */
export function buildServices(origin: string): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'ادارهٔ راهنمایی و رانندگی (نمونه)', en: 'Department of Transport (demo)' },
    url: `${origin}/`,
    makesOffer: [
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/licence-renewal`,
        name: { fa: 'تمدید گواهینامهٔ رانندگی', en: 'Renew a driver license' },
        description: {
          fa: 'تمدید گواهینامه‌ای که تا شش ماه دیگر پایان می‌یابد.',
          en: 'For licenses that expire within the next six months.',
        },
        url: `${origin}/renew`,
        cost: { fa: 'رایگان', en: 'Free' },
        days: 7,
        needs: [
          'given-name-latin',
          'family-name-latin',
          'bday',
          'sex',
          'national-id',
          'street-address',
          'address-level2',
          'address-level1',
          'postal-code',
          'tel',
          'email',
        ],
      },
    ],
  };
}
