export { type Awaitable, after } from './awaitable.ts';
export {
  type Bytes,
  isSameP256Key,
  type P256PublicJwk,
  parseP256PublicJwk,
  type RandomBytes,
  type Sha256,
  type SignP256,
  type VerifyP256,
} from './crypto-ports.ts';
export { type CredentialContent, type IssuePorts, issueCredential } from './issue-credential.ts';
export {
  type CompactJws,
  checkJwsHeader,
  isJsonObject,
  isJwsSignedBy,
  type JsonObject,
  type JwsHeaderRules,
  type ParseJwsOptions,
  parseCompactJws,
  parseJwsPayload,
  signCompactJws,
} from './jws.ts';
export { thumbprintKey } from './key-thumbprint.ts';
export { type OpenedCredential, openCredential } from './open-credential.ts';
export { type Presentation, presentCredential } from './present-credential.ts';
export {
  checkIssuerRegistered,
  type DocumentType,
  findRegisteredDocuments,
  type IssuedDocument,
  isSameType,
  type RegisteredDocument,
  type RegisteredIssuer,
} from './registered-issuer.ts';
export { digestText, parseSdJwt, type SdJwt, sdJwtLimits } from './sd-jwt.ts';
export type { ClaimPath } from './select-disclosures.ts';
export { issueStatusToken, type StatusTokenContent } from './status/issue-status-token.ts';
export {
  type CheckStatus,
  type CheckStatusOptions,
  type CredentialStatus,
  createStatusChecker,
  createStatusReader,
  type FetchStatusList,
  type LookUpStatus,
  requireValidStatus,
  type StatusFinding,
  type StatusVerdict,
} from './status/status-checker.ts';
export { createStatusList, readStatus, type StatusBits, statusValues, writeStatus } from './status/status-list.ts';
export type { StatusReference } from './status/status-reference.ts';
export { type StatusPorts, type StatusToken, statusLimits, verifyStatusToken } from './status/verify-status-token.ts';
export { type DeflateZlib, deflateZlib, type InflateZlib, inflateZlib } from './status/zlib.ts';
export type { CredentialExpectations, CredentialPorts, KeyBindingExpectations } from './steps/step.ts';
export { credentialSteps, keyBindingSteps, type VerifiedCredential, verifyCredential } from './verify-credential.ts';
