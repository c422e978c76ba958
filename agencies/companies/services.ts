import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { describeIssuingSite } from '../counter/services.ts';

/** The documents that are given out here. */
export const documents = ['company-role'] as const satisfies readonly DocumentTypeId[];

/** Name of the agency, as it hands itself in. */
export const name = { fa: 'ادارهٔ ثبت شرکت‌ها (نمونه)', en: 'Company Register (demo)' };

/** What the agency offers. */
export function buildServices(origin: string): ServiceCatalogue {
  return describeIssuingSite(origin, {
    name,
    types: documents,
    description: {
      fa: 'گرفتن گواهی سمت در شرکت در کیف.',
      en: 'Take proof of a role in a company into the wallet.',
    },
  });
}
