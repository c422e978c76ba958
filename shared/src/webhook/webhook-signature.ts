import type { Bytes } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8, joinBytes, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type WebhookEvent, webhookEvent } from './webhook-event.ts';

/** HMAC-SHA256 (RFC 2104) of `data` under `key`. */
export type HmacSha256 = (key: Bytes, data: Bytes) => Bytes | Promise<Bytes>;

/** The headers that say what a webhook is, when it was sent, and by whom. @see Standard Webhooks 1.0, "Webhook headers" */
export type WebhookHeaders = {
  /** Stays the same however often the event is sent: who has seen it before drops it. */
  readonly 'webhook-id': string;
  /** When this try was made, in whole seconds since 1970 (UTC). */
  readonly 'webhook-timestamp': string;
  /** `v1,` and the HMAC in base64, once for each secret, with spaces between. */
  readonly 'webhook-signature': string;
};

/** How far the sender's clock may be from the receiver's. */
const maxSkewMs = 300_000;
const secretForm = /^whsec_([A-Za-z0-9+/]+)={0,2}$/;
const [minSecretBytes, maxSecretBytes] = [24, 64];

/**
 * The key in a secret as people pass it on: `whsec_` and base64 of 24 to 64 random bytes.
 * @throws AppError `key_invalid`
 */
export function parseWebhookSecret(text: string): Bytes {
  const [, base64 = ''] = secretForm.exec(text) ?? [];
  try {
    const key = decodeBase64Url(base64.replaceAll('+', '-').replaceAll('/', '_'));
    if (key.length >= minSecretBytes && key.length <= maxSecretBytes) return key;
  } catch {
    // Not base64 either: the same fault, and what stands there is nobody's to repeat.
  }
  throw new AppError('key_invalid', { what: 'webhook_secret' });
}

/**
 * The headers for one try to send `body`, signed with each secret: while a secret is changed there are two, and a receiver
 * that knows either of them is content. HMAC, and not the scheme's Ed25519: .NET and older Java and PHP have no Ed25519 of their own.
 */
export async function signWebhook(
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: Bytes },
  secrets: readonly Bytes[],
  hmacSha256: HmacSha256,
): Promise<WebhookHeaders> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = joinSigned(id, timestamp, body);
  const signatures = await Promise.all(secrets.map(async (secret) => writeSignature(await hmacSha256(secret, signed))));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

export type VerifyWebhookOptions = {
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came: whoever parses it and writes it anew has another. */
  readonly body: Bytes;
  readonly secrets: readonly Bytes[];
  readonly now: Date;
};

/**
 * The event of a webhook that was signed with one of the secrets, not more than five minutes from `now`, and its id. That
 * it was not seen before is for the caller to know.
 * @throws AppError `webhook_invalid` with what is wrong: a header, the timestamp, the signature, or the payload
 */
export async function verifyWebhook(
  { headers, body, secrets, now }: VerifyWebhookOptions,
  hmacSha256: HmacSha256,
): Promise<{ readonly id: string; readonly event: WebhookEvent }> {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  if (id === '' || id.includes('.') || signatures === '') throw new AppError('webhook_invalid', { what: 'header' });
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1000 - now.getTime()) > maxSkewMs)
    throw new AppError('webhook_invalid', { what: 'timestamp' });
  const signed = joinSigned(id, timestamp, body);
  const expected = await Promise.all(secrets.map(async (secret) => writeSignature(await hmacSha256(secret, signed))));
  const given = signatures.split(' ');
  // Every pair is compared to its end: how long that takes tells nothing of a signature.
  const matches = given.flatMap((one) => expected.map((other) => isSameText(one, other)));
  if (!matches.includes(true)) throw new AppError('webhook_invalid', { what: 'signature' });
  return { id, event: parseEvent(body) };
}

function parseEvent(body: Bytes): WebhookEvent {
  try {
    return webhookEvent.parse(parseStrictJson(body));
  } catch (cause) {
    throw new AppError('webhook_invalid', { what: 'payload' }, { cause });
  }
}

/** What is signed: id, time and body, with full stops between. */
function joinSigned(id: string, timestamp: string, body: Bytes): Bytes {
  return joinBytes(encodeUtf8(`${id}.${timestamp}.`), body);
}

/** Base64 of RFC 4648, section 4: 32 bytes end in one `=`. */
function writeSignature(mac: Bytes): string {
  return `v1,${encodeBase64Url(mac).replaceAll('-', '+').replaceAll('_', '/')}=`;
}

function isSameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < b.length; at++) difference |= (a.charCodeAt(at) || 0) ^ b.charCodeAt(at);
  return difference === 0;
}
