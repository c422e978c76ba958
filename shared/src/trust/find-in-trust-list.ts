import { type DocumentType, findRegisteredDocuments, isSameType } from '../credential/index.ts';
import type { RegisteredUse, TrustedAgency, TrustedIssuer, TrustList } from './trust-list.ts';

/** The agency that `origin` belongs to, compared as a string with no preparation at all; undefined when none lists it. */
export function findAgencyByOrigin(list: TrustList, origin: string): TrustedAgency | undefined {
  return list.agencies.find((agency) => agency.origins.includes(origin));
}

/** The agency whose certificate has this hash: SHA-256 over its DER, base64url, as in a client id with prefix `x509_hash`. */
export function findAgencyByCertificateHash(list: TrustList, hash: string): TrustedAgency | undefined {
  return list.agencies.find((agency) => agency.certificateHashes.includes(hash));
}

/** The issuers that the list names for a type, whatever the time. */
export function findIssuersOf(list: TrustList, type: DocumentType): readonly TrustedIssuer[] {
  return list.issuers.filter(({ documents }) => documents.some((entry) => isSameType(entry, type)));
}

/**
 * Who may issue: true when the list names `issuer` (the `iss` of a credential, an origin) for that type at that time.
 * The certificate is not looked at: `verifyCredential` does that.
 */
export function mayIssue(list: TrustList, { issuer, type, at }: { issuer: string; type: DocumentType; at: Date }): boolean {
  return findRegisteredDocuments(list.issuers, { issuer, type, at }).length > 0;
}

/**
 * Who may ask: the use under which the agency at `origin` is registered to ask for that claim (a path as DCQL writes it)
 * of a document of that type; undefined when it is not, or when nobody is registered at that origin.
 */
export function mayAsk(
  list: TrustList,
  { origin, type, claim }: { origin: string; type: DocumentType; claim: readonly (string | number | null)[] },
): RegisteredUse | undefined {
  return findAgencyByOrigin(list, origin)?.uses.find((use) => coversClaim(use, type, claim));
}

/** True when the use registers that claim of that type, or a claim that it lies below. */
export function coversClaim(
  { attributes }: Pick<RegisteredUse, 'attributes'>,
  type: DocumentType,
  claim: readonly (string | number | null)[],
): boolean {
  const paths = attributes.filter((entry) => isSameType(entry, type)).flatMap(({ claims }) => claims);
  return paths.some((path) => path.length <= claim.length && path.every((part, at) => part === claim[at]));
}
