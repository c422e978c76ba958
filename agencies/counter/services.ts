import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import type { LocalizedText } from '@daricheh/shared/trust';
import { type DocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';

/** Where the counter stands on a site that has nothing else. */
export const documentsPath = '/documents';

/** The catalogue entries of a counter: one service for each document that it gives out. */
export function describeDocumentServices(
  page: string,
  types: readonly DocumentTypeId[],
  description: LocalizedText,
): ServiceCatalogue['makesOffer'] {
  return types.map((type) => {
    const { fa, en } = getDocumentType(type);
    return {
      '@type': 'GovernmentService',
      '@id': `${page}#${type}`,
      name: { fa: `${fa} در کیف`, en: `${en} in your wallet` },
      description,
      url: page,
      cost: { fa: 'رایگان', en: 'Free' },
      days: 1,
      needs: ['given-name', 'family-name', 'national-id'],
    };
  });
}

/** What a site with nothing but a counter offers: its documents. */
export function describeIssuingSite(
  origin: string,
  { name, types, description }: { name: LocalizedText; types: readonly DocumentTypeId[]; description: LocalizedText },
): ServiceCatalogue {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name,
    url: `${origin}/`,
    makesOffer: describeDocumentServices(`${origin}${documentsPath}`, types, description),
  };
}
