import * as z from 'zod/mini';

export const notificationEvents = ['credential_accepted', 'credential_failure', 'credential_deleted'] as const;
export type NotificationEvent = (typeof notificationEvents)[number];

/** What a wallet tells the issuer of credentials that it got. The description is read over: it could say anything. @see OpenID4VCI 1.0, section 11.1 */
export const notificationRequest = z.object({
  notification_id: z.string().check(z.minLength(1), z.maxLength(256)),
  event: z.enum(notificationEvents),
});
