export { type WebhookEvent, type WebhookEventType, webhookEvent, webhookEventTypes, webhookEventVersion } from './webhook-event.ts';
export {
  type HmacSha256,
  parseWebhookSecret,
  signWebhook,
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookHeaders,
} from './webhook-signature.ts';
