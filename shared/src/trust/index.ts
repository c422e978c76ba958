export { type LocalizedText, localizedText, registeredUse, type TrustedAgency, type TrustList, trustedAgency, trustedIssuer, trustList } from './trust-list.ts';
