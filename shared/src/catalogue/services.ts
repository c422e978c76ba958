import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';

/** One service in an agency's `/.well-known/services.jsonld` (schema.org GovernmentService). */
export const service = z.strictObject({
  '@type': z.literal('GovernmentService'),
  '@id': z.string(),
  name: localizedText,
  description: localizedText,
  /** Page where the service begins. */
  url: z.url(),
  /** What it costs, in words. */
  cost: localizedText,
  /** How long it really takes, in days. */
  days: z.number().check(z.int(), z.gte(0)),
  /** Ids in the vocabulary of what it asks. */
  needs: z.array(z.string()),
});
export type Service = z.infer<typeof service>;

export const serviceCatalogue = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('GovernmentOrganization'),
  name: localizedText,
  url: z.url(),
  makesOffer: z.array(service),
});
export type ServiceCatalogue = z.infer<typeof serviceCatalogue>;
