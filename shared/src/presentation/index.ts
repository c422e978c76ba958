export type { AnswerWay } from './answer-way.ts';
export { type ClaimPath, isSamePath, type Members, pickClaims, type SelectedClaim, selectClaims } from './claim-path.ts';
export { makeOriginAudience, makeX509HashClientId } from './client-id.ts';
export { type CredentialQuery, type DcqlRequest, parseDcqlRequest } from './dcql.ts';
export { type DcqlMatch, matchCredentials, type QueriedCredential, type QueriedMdoc } from './dcql-match.ts';
export type { FetchText } from './fetch-text.ts';
export { findRegisteredUse } from './find-registered-use.ts';
export { limits } from './limits.ts';
export {
  type ContentEncryption,
  chooseEncryptionKey,
  contentEncryptions,
  createDecryptionKey,
  type DecryptionKey,
  decryptionKey,
  decryptResponse,
  type EncryptionKey,
  encryptResponse,
  publishEncryptionKey,
} from './response-encryption.ts';
export {
  encodeTransactionData,
  parseTransactionData,
  type SubmissionTransaction,
  submissionTransaction,
  type TransactionData,
} from './transaction-data.ts';
export { type OpenedResponse, openResponse } from './verifier/open-response.ts';
export { answerSteps, closingSteps, openingSteps, policySteps, statusSteps, vpTokenSteps } from './verifier/response-steps.ts';
export { type RequestContent, type RequestRoute, type RequestSeal, signRequestObject } from './verifier/sign-request-object.ts';
export type {
  ExpectedAnswer,
  ExpectedResponse,
  VerifiedDocument,
  VerifyResponsePorts,
  VerifyVpTokenPorts,
} from './verifier/steps/context.ts';
export { type VerifiedResponse, verifyResponse } from './verifier/verify-response.ts';
export { type VerifiedPresentation, verifyVpToken } from './verifier/verify-vp-token.ts';
export { answerPresentation, declinePresentation, type PresentationAnswer } from './wallet/answer-presentation.ts';
export type { Disclosure, HeldCredential, PresentPorts, VpToken } from './wallet/present-credentials.ts';
export type {
  ExpectedTransaction,
  FetchedRequest,
  PresentationRequest,
  ReadRequestPorts,
  RequestSource,
  ResponseRoute,
  Verifier,
} from './wallet/presentation-request.ts';
export { readPostAnswer } from './wallet/read-post-answer.ts';
export { readPresentationRequest } from './wallet/read-presentation-request.ts';
export { followRequestLink } from './wallet/receive-request.ts';
export { requestSchemes } from './wallet/request-link.ts';
