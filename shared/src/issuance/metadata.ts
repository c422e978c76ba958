import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { preAuthorizedCodeGrant } from './grant-types.ts';

const display = z.object({
  name: z.string(),
  locale: z.optional(z.string()),
  description: z.optional(z.string()),
});

/** A word for people, in one language (BCP 47). */
export type MetadataDisplay = z.infer<typeof display>;

/** One kind of credential. Others than SD-JWT VC are read over. */
const configuration = z.object({
  format: z.literal('dc+sd-jwt'),
  vct: z.string(),
  cryptographic_binding_methods_supported: z.array(z.string()).check(z.refine((methods) => methods.includes('jwk'))),
  proof_types_supported: z.object({
    jwt: z.object({
      proof_signing_alg_values_supported: z.array(z.string()).check(z.refine((values) => values.includes('ES256'))),
    }),
  }),
  credential_signing_alg_values_supported: z.optional(z.array(z.union([z.string(), z.number()]))),
  credential_metadata: z.optional(
    z.object({
      display: z.optional(z.array(display)),
      claims: z.optional(
        z.array(z.object({ path: z.array(z.union([z.string(), z.int(), z.null()])), display: z.optional(z.array(display)) })),
      ),
    }),
  ),
  /** Ours: the request must bring `daricheh_passkey`. */
  daricheh_passkey_required: z.optional(z.boolean()),
});
export type CredentialConfiguration = z.infer<typeof configuration>;

const issuerMetadata = z.object({
  credential_issuer: z.string(),
  authorization_servers: z.optional(z.array(z.string())),
  credential_endpoint: z.url(),
  nonce_endpoint: z.url(),
  batch_credential_issuance: z.optional(z.object({ batch_size: z.int().check(z.gte(2)) })),
  display: z.optional(z.array(display)),
  credential_configurations_supported: z.record(z.string(), z.unknown()),
});

const authorizationServerMetadata = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  grant_types_supported: z.array(z.string()).check(z.refine((types) => types.includes(preAuthorizedCodeGrant))),
  'pre-authorized_grant_anonymous_access_supported': z.literal(true),
});

/** What a wallet needs to know of an issuer, both documents together, checked. */
export type IssuanceMetadata = {
  readonly issuer: string;
  readonly display: readonly MetadataDisplay[];
  readonly tokenEndpoint: string;
  readonly nonceEndpoint: string;
  readonly credentialEndpoint: string;
  /** How many credentials one request may ask for. */
  readonly batchSize: number;
  readonly configurations: Readonly<Record<string, CredentialConfiguration>>;
};

/** Address of an issuer's metadata: the well-known part stands before the identifier's path. @see OpenID4VCI 1.0, section 12.2.2 */
export function issuerMetadataUrl(issuer: string): string {
  return wellKnownUrl(issuer, 'openid-credential-issuer');
}

/** Address of the metadata of the authorization server that the issuer is. @see RFC 8414, section 3 */
export function authorizationServerMetadataUrl(issuer: string): string {
  return wellKnownUrl(issuer, 'oauth-authorization-server');
}

/**
 * The metadata of `issuer`, once both documents name exactly that issuer, and every endpoint is at its own origin. The
 * issuer is its own authorization server here; another one is refused.
 * @throws AppError `issuer_metadata_invalid`
 * @see OpenID4VCI 1.0, sections 12.2.4 and 12.3; RFC 8414, section 3.3
 */
export function checkIssuanceMetadata(issuer: string, documents: { readonly issuer: unknown; readonly server: unknown }): IssuanceMetadata {
  const ofIssuer = parse(issuerMetadata, documents.issuer, 'issuer_metadata');
  const ofServer = parse(authorizationServerMetadata, documents.server, 'server_metadata');
  if (ofIssuer.credential_issuer !== issuer || ofServer.issuer !== issuer) throw invalid('issuer');
  if (ofIssuer.authorization_servers?.some((server) => server !== issuer)) throw invalid('authorization_servers');
  const { credential_endpoint: credentialEndpoint, nonce_endpoint: nonceEndpoint } = ofIssuer;
  const { token_endpoint: tokenEndpoint } = ofServer;
  for (const endpoint of [credentialEndpoint, nonceEndpoint, tokenEndpoint]) {
    if (new URL(endpoint).origin !== new URL(issuer).origin) throw invalid('endpoint_origin');
  }
  return {
    issuer,
    display: ofIssuer.display ?? [],
    tokenEndpoint,
    nonceEndpoint,
    credentialEndpoint,
    batchSize: ofIssuer.batch_credential_issuance?.batch_size ?? 1,
    configurations: readConfigurations(ofIssuer.credential_configurations_supported),
  };
}

function readConfigurations(supported: Record<string, unknown>): Record<string, CredentialConfiguration> {
  const entries = Object.entries(supported).flatMap(([id, value]): [string, CredentialConfiguration][] => {
    const parsed = configuration.safeParse(value);
    return parsed.success ? [[id, parsed.data]] : [];
  });
  return Object.fromEntries(entries);
}

function wellKnownUrl(issuer: string, name: string): string {
  const { origin, pathname } = new URL(issuer);
  return `${origin}/.well-known/${name}${pathname === '/' ? '' : pathname}`;
}

function parse<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(what);
  return parsed.data;
}

function invalid(what: string): AppError {
  return new AppError('issuer_metadata_invalid', { what });
}
