import type { ServiceCatalogue } from '@daricheh/shared/catalogue';

/** What the passport office offers, for its `/.well-known/services.jsonld`. */
export function buildServices(origin: string): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'ادارهٔ گذرنامه (نمونه)', en: 'Passport Office (demo)' },
    url: `${origin}/`,
    makesOffer: [
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/passport`,
        name: { fa: 'درخواست گذرنامه', en: 'Apply for a passport' },
        description: {
          fa: 'گذرنامهٔ تازه یا جایگزین، برای خودتان یا فرزندتان.',
          en: 'A first or replacement passport, for yourself or your child.',
        },
        url: `${origin}/`,
        cost: { fa: 'در این نسخه رایگان', en: 'Free in this edition' },
        days: 14,
        needs: [
          'given-name-latin',
          'family-name-latin',
          'bday',
          'national-id',
          'birth-place',
          'sex',
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
