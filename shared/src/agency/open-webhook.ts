import type { Bytes } from '../credential/index.ts';
import { parseWebhookSecret, verifyWebhook, type WebhookEvent } from '../webhook/index.ts';
import type { WebCrypto } from './web-crypto.ts';

export type WebhookOptions = {
  /** The request's headers, by name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The request's body as it came, before anything parsed it. */
  readonly body: Bytes;
  /** As they stand in the server's `secretFile`: `whsec_…`; two while one is changed for another. */
  readonly secrets: readonly string[];
  /** `globalThis.crypto`. */
  readonly crypto: WebCrypto;
  /** The clock of the machine when left out. */
  readonly now?: () => Date;
};

/**
 * What a webhook says that the agency's server sent, and its id. The same event may come more than once: keep the ids of those
 * that were dealt with, and answer 2xx to a repetition without doing it again.
 * @throws AppError `webhook_invalid`; `key_invalid` for a secret that is none
 */
export async function openWebhook({
  headers,
  body,
  secrets,
  crypto,
  now = () => new Date(),
}: WebhookOptions): Promise<{ readonly id: string; readonly event: WebhookEvent }> {
  return verifyWebhook({ headers, body, secrets: secrets.map(parseWebhookSecret), now: now() }, async (key, data) => {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data));
  });
}
