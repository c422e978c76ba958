export { formMapMediaType, formMapPath, type MappedField, type MappedForm } from '../form-map/index.ts';
export type { OtherPerson } from '../vocabulary/index.ts';
export type { WebhookEvent, WebhookEventType } from '../webhook/index.ts';
export type { AgencySeal } from './agency-seal.ts';
export { type AskedDocument, askedDocument, askedDocuments, buildDocumentQuery } from './asked-documents.ts';
export {
  type AgencyVerifier,
  type AskedRequest,
  type Channel,
  createVerifier,
  type PendingRequest,
  pendingRequest,
  type VerifierOptions,
} from './create-verifier.ts';
export { explainRefusal, type Refusal } from './explain-refusal.ts';
export type { FetchPort } from './fetch-text.ts';
export { openWebhook, type WebhookOptions } from './open-webhook.ts';
export { type FormMapOptions, sealFormMap } from './seal-form-map.ts';
export { describeShownDocument, type ShownDocument, shownDocument } from './shown-document.ts';
export type { WebCrypto } from './web-crypto.ts';
