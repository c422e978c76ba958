export {
  buildOfferLink,
  type CredentialOffer,
  type OfferLink,
  parseOfferLink,
  readCredentialOffer,
  writeCredentialOffer,
} from './credential-offer.ts';
export { type CredentialRequest, credentialRequest, credentialResponse, maxBatchSize } from './credential-request.ts';
export { preAuthorizedCodeGrant } from './grant-types.ts';
export type { HttpAnswer, HttpRequest, SendHttp } from './http-port.ts';
export {
  type CredentialOrder,
  createIssuanceClient,
  type IssuanceClient,
  type IssuanceClientPorts,
  type ReceivedCredential,
} from './issuance-client.ts';
export { createKeyProof, type HolderKey, verifyKeyProof } from './key-proof.ts';
export {
  authorizationServerMetadataUrl,
  type CredentialConfiguration,
  checkIssuanceMetadata,
  type IssuanceMetadata,
  issuerMetadataUrl,
  type MetadataDisplay,
} from './metadata.ts';
export {
  buildIssuanceChallenge,
  buildRegistrationChallenge,
  type PasskeyEvidence,
  type PasskeyRegistration,
  passkeyEvidence,
  passkeyRegistration,
} from './passkey-evidence.ts';
export { buildTokenRequest, nonceResponse, tokenRequest, tokenResponse } from './token.ts';
export { type IssuedExpectations, verifyIssuedCredential } from './verify-issued-credential.ts';
