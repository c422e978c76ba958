import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { describeIssuingSite } from '../counter/services.ts';

/** The documents that are given out here. */
export const documents = ['residence'] as const satisfies readonly DocumentTypeId[];

/** Name of the agency, as it hands itself in. */
export const name = { fa: 'شهرداری نمونه‌شهر، گواهی سکونت', en: 'Municipality of Nemouneshahr, residents’ office (demo)' };

/** What the agency offers. */
export function buildServices(origin: string): ServiceCatalogue {
  return describeIssuingSite(origin, {
    name,
    types: documents,
    description: {
      fa: 'گرفتن گواهی سکونت در کیف.',
      en: 'Take the proof of residence into the wallet.',
    },
  });
}
