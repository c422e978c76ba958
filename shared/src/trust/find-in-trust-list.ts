import type { TrustedAgency, TrustedIssuer, TrustList } from './trust-list.ts';

/** The agency that `origin` belongs to, compared as a string with no preparation at all; undefined when none lists it. */
export function findAgencyByOrigin(list: TrustList, origin: string): TrustedAgency | undefined {
  return list.agencies.find((agency) => agency.origins.includes(origin));
}

/** The agency whose certificate has this hash: SHA-256 over its DER, base64url, as in a client id with prefix `x509_hash`. */
export function findAgencyByCertificateHash(list: TrustList, hash: string): TrustedAgency | undefined {
  return list.agencies.find((agency) => agency.certificateHashes.includes(hash));
}

/** The issuers that may issue credentials of type `vct`. */
export function findIssuersOf(list: TrustList, vct: string): readonly TrustedIssuer[] {
  return list.issuers.filter((issuer) => issuer.vcts.includes(vct));
}

/** True when `issuer` (the `iss` of a credential) may issue credentials of type `vct`. */
export function isIssuerTrusted(list: TrustList, issuer: string, vct: string): boolean {
  return findIssuersOf(list, vct).some((trusted) => trusted.issuer === issuer);
}
