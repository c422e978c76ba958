import type { ServiceCatalogue } from '@daricheh/shared/catalogue';

/** What the civil registry offers, for its `/.well-known/services.jsonld`. */
export function buildServices(origin: string): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'سازمان ثبت احوال (نمونه)', en: 'Civil Registry (demo)' },
    url: `${origin}/`,
    makesOffer: [
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/digital-identity`,
        name: { fa: 'شناسنامهٔ دیجیتال و گواهی امضا', en: 'Digital identity and signing certificate' },
        description: {
          fa: 'با کد ملی و کد فعال‌سازیِ نامه، شناسنامه و گواهی امضا را در کیف خود بگیرید.',
          en: 'With your national ID and the activation code from our letter, receive both in your wallet.',
        },
        url: `${origin}/identity`,
        cost: { fa: 'رایگان', en: 'Free' },
        days: 0,
        needs: ['national-id'],
      },
      {
        '@type': 'GovernmentService',
        '@id': `${origin}/services/mandate`,
        name: { fa: 'گواهی نمایندگی برای فرزند', en: 'Mandate for your child' },
        description: {
          fa: 'گواهی‌ای که با آن فرم‌های فرزند خود را امضا می‌کنید.',
          en: 'The document with which you sign forms that are about your child.',
        },
        url: `${origin}/identity`,
        cost: { fa: 'رایگان', en: 'Free' },
        days: 0,
        needs: ['national-id'],
      },
    ],
  };
}
