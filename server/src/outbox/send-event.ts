import { encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { signWebhook, type WebhookEvent, webhookEventVersion } from '@daricheh/shared/webhook';
import type { Agency, Webhook } from '../agencies/agency.ts';
import { hmacSha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { OutboxEvent } from '../storage/outbox.ts';
import { readRetryAfter } from './retry-after.ts';

const timeoutMs = 5000;
/** Nothing of it is used, so there is no reason to read more. */
const maxAnswerBytes = 16_384;

/** Why an event was not taken. */
export type SendFailure = {
  /** Status of the answer, or code of the error where there was none. */
  readonly code: string;
  /** Before then the agency's system wants to hear nothing; null where it did not say. */
  readonly notBefore: Date | null;
};

/**
 * Sends an event once: to the configured address alone, without following a redirect. Null when the agency's system took it (2xx).
 * What else it said is not kept.
 */
export async function sendEvent(
  agency: Pick<Agency, 'id' | 'origin'>,
  { url, secrets }: Webhook,
  event: OutboxEvent,
  { now, fetchBytes }: Pick<Deps, 'now' | 'fetchBytes'>,
): Promise<SendFailure | null> {
  const body = encodeUtf8(JSON.stringify(describeEvent(agency, event)));
  const headers = await signWebhook({ id: event.id, at: now(), body }, secrets, hmacSha256);
  try {
    const post = { type: 'application/json', body, headers };
    const { status, retryAfter } = await fetchBytes(url, { accept: 'application/json', maxBytes: maxAnswerBytes, timeoutMs, post });
    return status >= 200 && status < 300 ? null : { code: String(status), notBefore: readRetryAfter(retryAfter, now()) };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, notBefore: null };
    throw error;
  }
}

/** What is sent: the same bytes for the same event, however often. */
function describeEvent({ id, origin }: Pick<Agency, 'id' | 'origin'>, event: OutboxEvent): WebhookEvent {
  const { caseNumber, type, outcome, logIndex, at } = event;
  const links = { case: `${origin}/daricheh/api/cases/${caseNumber}`, desk: `${origin}/daricheh/caseworker/cases/${caseNumber}` };
  return { type, version: webhookEventVersion, timestamp: at.toISOString(), data: { agency: id, caseNumber, outcome, logIndex, links } };
}
