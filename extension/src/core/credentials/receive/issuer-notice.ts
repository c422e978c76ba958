import { notificationEvents } from '@daricheh/shared/issuance';
import * as z from 'zod/mini';

/** What an issuer is still to be told of copies that it gave (stored shape, version 1). @see OpenID4VCI 1.0, section 11 */
export const issuerNotice = z.strictObject({
  id: z.string(),
  grantId: z.string(),
  notificationId: z.string(),
  event: z.enum(notificationEvents),
  createdAtMs: z.number(),
});
export type IssuerNotice = z.infer<typeof issuerNotice>;

/** A notice that is yet to be sent. */
export function writeNotice(told: Omit<IssuerNotice, 'id'>): IssuerNotice {
  return { id: crypto.randomUUID(), ...told };
}
