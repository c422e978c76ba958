export { type Edition, type EditionPorts, followEdition, makeEditionTag, openEdition } from './edition.ts';
export { emptyTrustList } from './empty-trust-list.ts';
export { coversClaim, findAgencyByCertificateHash, findAgencyByOrigin, findIssuersOf, mayAsk, mayIssue } from './find-in-trust-list.ts';
export { type Freshness, graceMs, judgeFreshness } from './freshness.ts';
export { readTrustList } from './read-trust-list.ts';
export { type AddressUse, isRegisteredAddress } from './registered-address.ts';
export { findLookAlike, type LookAlike, type Resemblance } from './resemble-agency.ts';
export { createTimeStampChainVerifier, type TimeStampTrustPorts } from './time-stamp-authorities.ts';
export {
  type LocalizedText,
  localizedText,
  type NextRoot,
  type RegisteredAttributes,
  type RegisteredUse,
  registeredUse,
  type TrustedAgency,
  type TrustedIssuer,
  type TrustedTimeStampAuthority,
  type TrustList,
  trustedAgency,
  trustedIssuer,
  trustList,
} from './trust-list.ts';
export { createRootedVerifier, pinRoots, type TrustedRoot } from './trusted-roots.ts';
export {
  maxTrustListBytes,
  type SignedTrustList,
  trustListMediaType,
  trustListSigningUsage,
  trustListType,
  type VerifyTrustListOptions,
  verifySignedTrustList,
} from './verify-trust-list.ts';
