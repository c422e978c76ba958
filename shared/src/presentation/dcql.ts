import { DcqlPresentationResult, DcqlQuery } from 'dcql';
import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { type ClaimPath, isSamePath, type Members, pickClaims, selectClaims } from './claim-path.ts';
import { limits } from './limits.ts';

// The library `dcql` is known to this file alone. It decides what matches; what it lets pass (meta left out, ids that
// stand twice, names that every object inherits) is refused here.

// `__proto__` fits the standard's characters, and would not survive as the name of a member.
const id = z.string().check(z.regex(/^(?!__proto__$)[A-Za-z0-9_-]+$/));
const nonEmpty = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.minLength(1));

const claimsQuery = z.looseObject({
  id: z.optional(id),
  path: nonEmpty(z.union([z.string(), z.null(), z.int().check(z.gte(0))])),
  values: z.optional(nonEmpty(z.union([z.string(), z.int(), z.boolean()]))),
});

const credentialQuery = z.looseObject({
  id,
  format: z.string(),
  meta: z.looseObject({ vct_values: z.optional(nonEmpty(z.string())) }),
  multiple: z.optional(z.boolean()),
  require_cryptographic_holder_binding: z.optional(z.boolean()),
  claims: z.optional(nonEmpty(claimsQuery)),
  claim_sets: z.optional(nonEmpty(nonEmpty(id))),
});

const query = z.looseObject({
  credentials: nonEmpty(credentialQuery),
  credential_sets: z.optional(nonEmpty(z.looseObject({ options: nonEmpty(nonEmpty(id)), required: z.optional(z.boolean()) }))),
});

/** A DCQL query as it travels. @see OpenID4VP 1.0, section 6 */
export type DcqlRequest = z.infer<typeof query>;
export type CredentialQuery = DcqlRequest['credentials'][number];

/** A credential as a query sees it: its type, and every claim that can be seen. */
export type QueriedCredential = { readonly vct: string; readonly claims: Members; readonly isHolderBound: boolean };

/**
 * That the credential at `index` answers a query: each of `answers` is one combination of claims that it can give, by
 * their places in the query's `claims`, the verifier's preference first. One empty answer where the query has no claims.
 */
export type DcqlMatch = { readonly index: number; readonly answers: readonly (readonly number[])[] };

/**
 * The query that `value` states. Members that the standard does not know are ignored.
 * @throws AppError `invalid_request` when it breaks the standard; `too_much_asked` above 16 credentials or 64 claims
 */
export function parseDcqlRequest(value: unknown): DcqlRequest {
  const parsed = query.safeParse(value);
  if (!parsed.success) throw invalid('form');
  const { credentials, credential_sets: sets = [] } = parsed.data;
  const asked = credentials.reduce((count, each) => count + (each.claims?.length ?? 0), 0);
  if (credentials.length > limits.askedCredentials || asked > limits.askedClaims)
    throw new AppError('too_much_asked', { limit: limits.askedClaims });
  if (!areUnique(credentials.map((each) => each.id))) throw invalid('credential_id');
  const known = new Set(credentials.map((each) => each.id));
  if (!sets.flatMap((set) => set.options.flat()).every((each) => known.has(each))) throw invalid('credential_sets');
  for (const each of credentials) checkCredentialQuery(each);
  toLibrary(parsed.data);
  return parsed.data;
}

function checkCredentialQuery({ format, meta, claims = [], claim_sets: sets = [] }: CredentialQuery): void {
  if (format === 'dc+sd-jwt' && meta.vct_values === undefined) throw invalid('vct_values');
  const ids = claims.flatMap((claim) => claim.id ?? []);
  if (!areUnique(ids)) throw invalid('claim_id');
  if (sets.length > 0 && ids.length !== claims.length) throw invalid('claim_sets');
  if (!sets.flat().every((each) => ids.includes(each))) throw invalid('claim_sets');
  if (claims.some((claim, at) => claims.findIndex((other) => isSamePath(other.path, claim.path)) !== at)) throw invalid('claim_path');
}

/** For each credential query, by its id, the credentials of `held` that answer it. @see OpenID4VP 1.0, section 6.4.1 */
export function matchCredentials(request: DcqlRequest, held: readonly QueriedCredential[]): ReadonlyMap<string, readonly DcqlMatch[]> {
  const { credential_matches: matches } = DcqlQuery.query(toLibrary(request), held.map(toLibraryCredential));
  return new Map(request.credentials.map((asked) => [asked.id, readMatches(asked, matches[asked.id]?.valid_credentials ?? [], held)]));
}

/**
 * The claims that were asked, of each credential that was presented, in the same order; what was disclosed beyond them
 * is left out.
 * @throws AppError `query_not_satisfied` when a presentation does not answer its query, values included, or a required one is missing
 * @see OpenID4VP 1.0, section 8.6, steps 2.2 and 3
 */
export function selectAskedClaims(
  request: DcqlRequest,
  presented: ReadonlyMap<string, readonly QueriedCredential[]>,
): ReadonlyMap<string, readonly Members[]> {
  const result = runOverPresented(request, presented);
  if (!result.can_be_satisfied) throw new AppError('query_not_satisfied');
  return new Map(
    [...presented].map(([queryId, credentials]) => {
      const asked = request.credentials.find((each) => each.id === queryId);
      const matches = asked ? readMatches(asked, result.credential_matches[queryId]?.valid_credentials ?? [], credentials) : [];
      if (matches.length !== credentials.length) throw new AppError('query_not_satisfied');
      return [queryId, matches.map(({ index, answers }) => pickClaims(credentials[index]?.claims ?? {}, toPaths(asked, answers[0] ?? [])))];
    }),
  );
}

function runOverPresented(request: DcqlRequest, presented: ReadonlyMap<string, readonly QueriedCredential[]>) {
  const entries = [...presented].map(([queryId, credentials]) => [queryId, credentials.map(toLibraryCredential)]);
  try {
    return DcqlPresentationResult.fromDcqlPresentation(Object.fromEntries(entries), { dcqlQuery: toLibrary(request) });
  } catch {
    // Unknown ids, empty arrays, several where one was asked. The cause is left out: the library quotes what it read.
    throw new AppError('query_not_satisfied');
  }
}

type LibraryMatch = {
  readonly input_credential_index: number;
  readonly claims: { readonly valid_claim_sets: readonly { readonly valid_claim_indexes?: readonly number[] | undefined }[] };
};

/** The library finds what every object inherits (`constructor`); only claims that stand there themselves count. */
function readMatches(
  asked: CredentialQuery,
  valid: readonly LibraryMatch[],
  credentials: readonly QueriedCredential[],
): readonly DcqlMatch[] {
  return valid.flatMap(({ input_credential_index: index, claims }) => {
    const stands = (path: ClaimPath) => selectClaims(credentials[index]?.claims ?? null, path).length > 0;
    const answers = claims.valid_claim_sets
      .map((set) => set.valid_claim_indexes ?? [])
      .filter((answer) => toPaths(asked, answer).every(stands));
    return answers.length === 0 ? [] : [{ index, answers }];
  });
}

function toPaths(asked: CredentialQuery | undefined, answer: readonly number[]): readonly ClaimPath[] {
  return answer.flatMap((at) => {
    const claim = asked?.claims?.[at];
    return claim ? [claim.path] : [];
  });
}

function toLibrary(request: DcqlRequest): DcqlQuery.Output {
  try {
    const parsed = DcqlQuery.parse(request as DcqlQuery.Input);
    DcqlQuery.validate(parsed);
    return parsed;
  } catch {
    // The cause is left out: the library quotes what it read.
    throw invalid('form');
  }
}

function toLibraryCredential({ vct, claims, isHolderBound }: QueriedCredential) {
  return {
    credential_format: 'dc+sd-jwt' as const,
    vct,
    claims: claims as Record<string, never>,
    cryptographic_holder_binding: isHolderBound,
  };
}

function invalid(what: string): AppError {
  return new AppError('invalid_request', { parameter: 'dcql_query', what });
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
