export { findAgencyByCertificateHash, findAgencyByOrigin, findIssuersOf, isIssuerTrusted } from './find-in-trust-list.ts';
export { findLookAlike, type LookAlike, type Resemblance } from './resemble-agency.ts';
export {
  type LocalizedText,
  localizedText,
  type RegisteredUse,
  registeredUse,
  type TrustedAgency,
  type TrustedIssuer,
  type TrustList,
  trustedAgency,
  trustedIssuer,
  trustList,
} from './trust-list.ts';
export { trustListSigningUsage, trustListType, type VerifyTrustListOptions, verifyTrustList } from './verify-trust-list.ts';
