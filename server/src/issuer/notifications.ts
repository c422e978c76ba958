import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { NotificationEvent } from '@daricheh/shared/issuance';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { Grant } from './grants.ts';

/** How long a wallet may take to say what became of a credential: it may be put away, and come back by a renewed token. */
const lifetimeMs = 30 * 86_400_000;
const kind = 'notification';

/** The id by which the wallet will speak of the credentials in one response. */
export async function openNotification(
  { store, now, randomBytes }: Pick<Deps, 'store' | 'now' | 'randomBytes'>,
  agency: Agency,
  { offerId }: Grant,
): Promise<string> {
  const at = now();
  const id = encodeBase64Url(randomBytes(16));
  await store.oneTime.put({ agency: agency.id, kind, key: id, value: offerId, expiresAt: new Date(at.getTime() + lifetimeMs) }, at);
  return id;
}

/**
 * Takes down what the wallet says of credentials that it got on this grant: in the log, by the event alone. It may be
 * said again, and that changes nothing.
 * @throws AppError `invalid_notification_id`
 * @see OpenID4VCI 1.0, section 11
 */
export async function takeNotification(
  { store, now, log }: Pick<Deps, 'store' | 'now' | 'log'>,
  agency: Agency,
  { offerId }: Grant,
  { id, event }: { readonly id: string; readonly event: NotificationEvent },
): Promise<void> {
  if ((await store.oneTime.read({ agency: agency.id, kind, key: id }, now())) !== offerId) throw new AppError('invalid_notification_id');
  log({ level: 'info', event: 'notification', agency: agency.id, what: event });
}
