export { type GrantedDetails, readAuthorizationDetails, writeAuthorizationDetails } from './authorization-details.ts';
export {
  type AuthorizationAnswer,
  type AuthorizationOrder,
  buildAuthorizationAnswer,
  buildAuthorizationUrl,
  buildPushedRequest,
  nameReturnAddress,
  type PushedRequest,
  pushedRequest,
  pushedResponse,
  readAuthorizationAnswer,
} from './authorization-request.ts';
export {
  decryptCredentialRequest,
  decryptCredentialResponse,
  encryptCredentialRequest,
  encryptCredentialResponse,
  encryptedMediaType,
  type ResponseEncryption,
  readResponseEncryption,
  writeResponseEncryption,
} from './credential-encryption.ts';
export {
  buildOfferLink,
  type CredentialOffer,
  type OfferLink,
  parseOfferLink,
  readCredentialOffer,
  type TxCodeShape,
  writeCredentialOffer,
} from './credential-offer.ts';
export {
  type CredentialRequest,
  type CredentialResponse,
  credentialRequest,
  credentialResponse,
  maxBatchSize,
} from './credential-request.ts';
export { createDpopProof, type DpopExpectations, type DpopOrder, dpopAgeSeconds, type VerifiedDpop, verifyDpopProof } from './dpop.ts';
export { authorizationCodeGrant, type GrantType, preAuthorizedCodeGrant, refreshTokenGrant } from './grant-types.ts';
export type { HttpAnswer, HttpRequest, SendHttp } from './http-port.ts';
export { createIssuanceClient, type IssuanceClient } from './issuance-client.ts';
export { createKeyProof, type HolderKey, verifyKeyProof } from './key-proof.ts';
export {
  authorizationServerMetadataUrl,
  type CredentialConfiguration,
  checkIssuanceMetadata,
  type IssuanceMetadata,
  issuerMetadataUrl,
  type MessageEncryption,
  type MetadataDisplay,
  type SignInEndpoints,
} from './metadata.ts';
export { type NotificationEvent, notificationEvents, notificationRequest } from './notification.ts';
export {
  buildIssuanceChallenge,
  buildRegistrationChallenge,
  type PasskeyEvidence,
  type PasskeyRegistration,
  passkeyEvidence,
  passkeyRegistration,
} from './passkey-evidence.ts';
export { codeChallengeMethod, codeChallengePattern, codeVerifierPattern, deriveCodeChallenge } from './pkce.ts';
export { type SignedMetadataContent, signedMetadataMediaType, signIssuerMetadata, verifySignedMetadata } from './signed-metadata.ts';
export {
  buildTokenRequest,
  nonceResponse,
  type TokenOrder,
  type TokenRequest,
  type TokenResponse,
  tokenRequest,
  tokenResponse,
} from './token.ts';
export { type IssuedExpectations, verifyIssuedCredential } from './verify-issued-credential.ts';
export type { IssuanceClientPorts } from './wallet/client-ports.ts';
export type { CredentialDelivery, CredentialOrder, ReceivedCredential } from './wallet/request-credentials.ts';
export type { IssuanceToken } from './wallet/request-token.ts';
export type { SignInStart } from './wallet/sign-in.ts';
