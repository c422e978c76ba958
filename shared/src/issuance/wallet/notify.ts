import { readRefusal } from '../http-port.ts';
import type { HolderKey } from '../key-proof.ts';
import type { IssuanceMetadata } from '../metadata.ts';
import type { NotificationEvent } from '../notification.ts';
import { type IssuanceClientPorts, jsonHeaders } from './client-ports.ts';
import type { IssuanceToken } from './request-token.ts';
import { sendBound } from './send-bound.ts';

export type NotificationOrder = {
  readonly metadata: Pick<IssuanceMetadata, 'notificationEndpoint'>;
  readonly token: Pick<IssuanceToken, 'accessToken' | 'isBound'>;
  /** The wallet's DPoP key at this issuer. */
  readonly key: HolderKey;
  readonly notificationId: string;
  readonly event: NotificationEvent;
};

/**
 * Tells the issuer what became of credentials: the event alone, in no words of ours. Where it has no place to be told,
 * nothing is sent.
 * @throws AppError `invalid_token`, `invalid_notification_id`, `unavailable` and others of the issuer
 * @see OpenID4VCI 1.0, section 11
 */
export async function notifyIssuer(order: NotificationOrder, ports: IssuanceClientPorts): Promise<void> {
  const { metadata, token, key, notificationId, event } = order;
  if (metadata.notificationEndpoint === null) return;
  const body = JSON.stringify({ notification_id: notificationId, event });
  const headers = { ...jsonHeaders, 'content-type': 'application/json' };
  const request = { url: metadata.notificationEndpoint, method: 'POST', headers, body } as const;
  const answer = await sendBound(request, { key: token.isBound ? key : null, accessToken: token.accessToken }, ports);
  if (answer.status < 200 || answer.status > 299) throw readRefusal(answer);
}
