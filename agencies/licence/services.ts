import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { describeIssuingSite } from '../counter/services.ts';

/** The documents that are given out here. */
export const documents = ['driving-licence', 'vehicle-registration'] as const satisfies readonly DocumentTypeId[];

/** Name of the agency, as it hands itself in. */
export const name = { fa: 'پیشخوان گواهینامه و خودرو (نمونه)', en: 'Driver and vehicle documents (demo)' };

/** What the agency offers. */
export function buildServices(origin: string): ServiceCatalogue {
  return describeIssuingSite(origin, {
    name,
    types: documents,
    description: {
      fa: 'گرفتن مدرک رانندگی یا خودرو در کیف.',
      en: 'Take a driver’s or vehicle’s document into the wallet.',
    },
  });
}
