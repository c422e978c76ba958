import type { ServiceCatalogue } from '@daricheh/shared/catalogue';

/** The gallery offers no service: its forms lead nowhere. */
export function buildServices(origin: string): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'نمایشگاه فرم‌ها (نمونه)', en: 'Gallery of forms (demo)' },
    url: `${origin}/`,
    makesOffer: [],
  };
}
