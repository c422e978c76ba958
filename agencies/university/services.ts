import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { describeIssuingSite } from '../counter/services.ts';

/** The documents that are given out here. */
export const documents = ['diploma'] as const satisfies readonly DocumentTypeId[];

/** Name of the agency, as it hands itself in. */
export const name = { fa: 'دانشگاه نمونه، ادارهٔ دانش‌آموختگان', en: 'Nemouneh University, Registrar (demo)' };

/** What the agency offers. */
export function buildServices(origin: string): ServiceCatalogue {
  return describeIssuingSite(origin, {
    name,
    types: documents,
    description: {
      fa: 'گرفتن دانشنامه در کیف.',
      en: 'Take a diploma into the wallet.',
    },
  });
}
