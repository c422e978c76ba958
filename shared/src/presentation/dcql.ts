import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { isSamePath } from './claim-path.ts';
import { limits } from './limits.ts';

// `__proto__` fits the standard's characters, and would not survive as the name of a member.
const id = z.string().check(
  z.regex(/^[A-Za-z0-9_-]+$/),
  z.refine((name) => name !== '__proto__'),
);
const nonEmpty = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.minLength(1));

const claimsQuery = z.looseObject({
  id: z.optional(id),
  path: nonEmpty(z.union([z.string(), z.null(), z.int().check(z.gte(0))])),
  values: z.optional(nonEmpty(z.union([z.string(), z.int(), z.boolean()]))),
  /** ISO mdoc: whether the verifier means to keep the element (appendix B.2.4). */
  intent_to_retain: z.optional(z.boolean()),
});

const credentialQuery = z.looseObject({
  id,
  format: z.string(),
  meta: z.looseObject({ vct_values: z.optional(nonEmpty(z.string())), doctype_value: z.optional(z.string()) }),
  multiple: z.optional(z.boolean()),
  trusted_authorities: z.optional(nonEmpty(z.looseObject({ type: z.string(), values: nonEmpty(z.string()) }))),
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
export type ClaimsQuery = z.infer<typeof claimsQuery>;

/**
 * The query that `value` states. Members that the standard does not know are ignored, and a format that is not known
 * here is let pass: nothing matches it.
 * @throws AppError `invalid_request` when it breaks the standard; `too_much_asked` above 16 credentials or 64 claims
 * @see OpenID4VP 1.0, sections 6.1 to 6.4.1, 7.2, B.2.3 and B.3.5
 */
export function parseDcqlRequest(value: unknown): DcqlRequest {
  const parsed = query.safeParse(value);
  if (!parsed.success) throw invalid('form');
  const { credentials, credential_sets: sets = [] } = parsed.data;
  const asked = credentials.reduce((count, each) => count + (each.claims?.length ?? 0), 0);
  if (credentials.length > limits.askedCredentials || asked > limits.askedClaims)
    throw new AppError('too_much_asked', { limit: limits.askedClaims });
  const ids = credentials.map((each) => each.id);
  if (!areUnique(ids)) throw invalid('credential_id');
  if (!sets.flatMap((set) => set.options.flat()).every((each) => ids.includes(each))) throw invalid('credential_sets');
  credentials.forEach(checkCredentialQuery);
  return parsed.data;
}

function checkCredentialQuery({ format, meta, claims = [], claim_sets: sets = [] }: CredentialQuery): void {
  if (format === 'dc+sd-jwt' && meta.vct_values === undefined) throw invalid('vct_values');
  if (format === 'mso_mdoc' && meta.doctype_value === undefined) throw invalid('doctype_value');
  if (format === 'mso_mdoc' && !claims.every(({ path }) => isElementPath(path))) throw invalid('claim_path');
  const ids = claims.flatMap((claim) => claim.id ?? []);
  if (!areUnique(ids)) throw invalid('claim_id');
  if (sets.length > 0 && ids.length !== claims.length) throw invalid('claim_sets');
  if (!sets.flat().every((each) => ids.includes(each))) throw invalid('claim_sets');
  if (claims.some((claim, at) => claims.findIndex((other) => isSamePath(other.path, claim.path)) !== at)) throw invalid('claim_path');
}

/** A namespace and a data element, two texts. */
function isElementPath(path: ClaimsQuery['path']): boolean {
  return path.length === 2 && path.every((part) => typeof part === 'string');
}

function invalid(what: string): AppError {
  return new AppError('invalid_request', { parameter: 'dcql_query', what });
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
