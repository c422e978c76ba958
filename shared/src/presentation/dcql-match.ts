import type { Json } from '../encoding/index.ts';
import { type ClaimPath, type Members, selectClaims } from './claim-path.ts';
import type { ClaimsQuery, CredentialQuery, DcqlRequest } from './dcql.ts';

/** What certified the issuer: key identifiers (base64url) that the certificates in the credential's `x5c` name as their authority's. */
type Certified = { readonly authorityKeyIds?: readonly string[] };

/** An SD-JWT VC as a query sees it: its type, and every claim that can be seen. */
export type QueriedSdJwt = Certified & {
  readonly format: 'dc+sd-jwt';
  readonly vct: string;
  readonly claims: Members;
  readonly isHolderBound: boolean;
};

/** An ISO mdoc as a query sees it: its elements by namespace. It is always bound to a device key. */
export type QueriedMdoc = Certified & {
  readonly format: 'mso_mdoc';
  readonly docType: string;
  readonly claims: { readonly [namespace: string]: Members };
};

export type QueriedCredential = QueriedSdJwt | QueriedMdoc;

/**
 * That the credential at `index` answers a query: each of `answers` is one combination of claims that it can give, by
 * their places in the query's `claims`, the verifier's preference first. One empty answer where the query has no claims.
 */
export type DcqlMatch = { readonly index: number; readonly answers: readonly (readonly number[])[] };

/** For each credential query, by its id, the credentials of `held` that answer it. @see OpenID4VP 1.0, section 6.4.1 */
export function matchCredentials(request: DcqlRequest, held: readonly QueriedCredential[]): ReadonlyMap<string, readonly DcqlMatch[]> {
  return new Map(request.credentials.map((asked) => [asked.id, matchQuery(asked, held)]));
}

function matchQuery(asked: CredentialQuery, held: readonly QueriedCredential[]): readonly DcqlMatch[] {
  return held.flatMap((credential, index) => {
    const answers = listAnswers(asked, credential, (path) => path);
    return answers.length === 0 ? [] : [{ index, answers }];
  });
}

/**
 * The combinations of claims by which `credential` answers `asked`; none where it is of another format or type, under
 * another authority, or not bound to a key where the query wants that.
 * @param toPath the path to follow for one that was asked: a credential that shows only a part of itself has other indexes
 */
export function listAnswers(
  asked: CredentialQuery,
  credential: QueriedCredential,
  toPath: (path: ClaimPath) => ClaimPath,
): readonly (readonly number[])[] {
  if (!isOfType(asked, credential) || !isUnderAuthority(asked, credential) || !isBoundAsAsked(asked, credential)) return [];
  const { claims = [] } = asked;
  const isGiven = claims.map((claim) => isClaimGiven(claim, credential.claims, toPath(claim.path)));
  return listCombinations(asked).filter((combination) => combination.every((at) => isGiven[at]));
}

function isOfType({ format, meta }: CredentialQuery, credential: QueriedCredential): boolean {
  if (format !== credential.format) return false;
  return credential.format === 'mso_mdoc' ? meta.doctype_value === credential.docType : meta.vct_values?.includes(credential.vct) === true;
}

/** One of the authorities is enough. Of their kinds `aki` is known here; no other ever matches. @see OpenID4VP 1.0, section 6.1.1 */
function isUnderAuthority({ trusted_authorities: wanted }: CredentialQuery, { authorityKeyIds = [] }: Certified): boolean {
  return wanted?.some(({ type, values }) => type === 'aki' && values.some((value) => authorityKeyIds.includes(value))) ?? true;
}

function isBoundAsAsked(asked: CredentialQuery, credential: QueriedCredential): boolean {
  return asked.require_cryptographic_holder_binding === false || credential.format === 'mso_mdoc' || credential.isHolderBound;
}

/** True when the path leads somewhere and, where values are asked, one of what it leads to is one of them, type included. */
function isClaimGiven({ values }: ClaimsQuery, claims: Json, path: ClaimPath): boolean {
  const found = selectClaims(claims, path);
  return values === undefined ? found.length > 0 : found.some(({ value }) => (values as readonly Json[]).includes(value));
}

/** Each of the claim sets by the places of its claims; where there is none, all claims together. */
function listCombinations({ claims = [], claim_sets: sets }: CredentialQuery): readonly (readonly number[])[] {
  return sets?.map((ids) => ids.map((id) => claims.findIndex((claim) => claim.id === id))) ?? [claims.map((_claim, at) => at)];
}
