import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { type ContentEncryption, chooseEncryptionKey, contentEncryptions, type EncryptionKey } from '../presentation/index.ts';
import { authorizationCodeGrant, type GrantType, grantTypes, preAuthorizedCodeGrant, refreshTokenGrant } from './grant-types.ts';
import { codeChallengeMethod } from './pkce.ts';

const display = z.object({
  name: z.string(),
  locale: z.optional(z.string()),
  description: z.optional(z.string()),
  /** Colours of a document's card, as CSS numbers them (`#rrggbb`). */
  background_color: z.optional(z.string()),
  text_color: z.optional(z.string()),
  logo: z.optional(z.object({ uri: z.string(), alt_text: z.optional(z.string()) })),
});

/** A word for people, in one language (BCP 47), and for a document its colours. */
export type MetadataDisplay = z.infer<typeof display>;

/** What every kind of credential states, whatever its format. */
const anyFormat = {
  /** Asks for this configuration in an authorization request. */
  scope: z.optional(z.string()),
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
        z.array(
          z.object({
            path: z.array(z.union([z.string(), z.int(), z.null()])),
            mandatory: z.optional(z.boolean()),
            display: z.optional(z.array(display)),
          }),
        ),
      ),
    }),
  ),
  /** Ours: the request must bring `daricheh_passkey`. */
  daricheh_passkey_required: z.optional(z.boolean()),
  /** Ours: the response is given encrypted or not at all. */
  daricheh_encryption_required: z.optional(z.boolean()),
};

const bindingBy = (method: string) => z.array(z.string()).check(z.refine((methods) => methods.includes(method)));

const sdJwtConfiguration = z.object({
  format: z.literal('dc+sd-jwt'),
  vct: z.string(),
  cryptographic_binding_methods_supported: bindingBy('jwk'),
  ...anyFormat,
});

/** @see OpenID4VCI 1.0, appendix A.2.2 */
const mdocConfiguration = z.object({
  format: z.literal('mso_mdoc'),
  doctype: z.string(),
  cryptographic_binding_methods_supported: bindingBy('cose_key'),
  ...anyFormat,
});

/** One kind of credential, in a format that is spoken here. `vct`: its type; of an mdoc the docType. */
export type CredentialConfiguration = Omit<z.infer<typeof sdJwtConfiguration>, 'format'> & { readonly format: 'dc+sd-jwt' | 'mso_mdoc' };

const issuerMetadata = z.object({
  credential_issuer: z.string(),
  authorization_servers: z.optional(z.array(z.string())),
  credential_endpoint: z.url(),
  nonce_endpoint: z.url(),
  notification_endpoint: z.optional(z.url()),
  credential_response_encryption: z.optional(
    z.object({
      alg_values_supported: z.array(z.string()),
      enc_values_supported: z.array(z.string()),
      encryption_required: z.boolean(),
    }),
  ),
  credential_request_encryption: z.optional(
    z.object({
      jwks: z.object({ keys: z.array(z.unknown()) }),
      enc_values_supported: z.array(z.string()),
      encryption_required: z.boolean(),
    }),
  ),
  batch_credential_issuance: z.optional(z.object({ batch_size: z.int().check(z.gte(2)) })),
  display: z.optional(z.array(display)),
  credential_configurations_supported: z.record(z.string(), z.unknown()),
});

const authorizationServerMetadata = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  authorization_endpoint: z.optional(z.url()),
  pushed_authorization_request_endpoint: z.optional(z.url()),
  grant_types_supported: z.array(z.string()),
  code_challenge_methods_supported: z.optional(z.array(z.string())),
  dpop_signing_alg_values_supported: z.optional(z.array(z.string())),
  authorization_response_iss_parameter_supported: z.optional(z.boolean()),
  'pre-authorized_grant_anonymous_access_supported': z.optional(z.boolean()),
});

/** Where a citizen's sign-in is asked for, and where the browser goes. */
export type SignInEndpoints = { readonly authorization: string; readonly pushedRequest: string };

/** How messages to and from the credential endpoint may be encrypted; the key is the issuer's. */
export type MessageEncryption = {
  readonly requestKey: EncryptionKey;
  readonly requestEnc: ContentEncryption;
  readonly responseEnc: ContentEncryption;
  /** True when no response is given in the clear, whatever the configuration. */
  readonly isRequired: boolean;
};

/** What a wallet needs to know of an issuer, both documents together, checked. */
export type IssuanceMetadata = {
  readonly issuer: string;
  readonly display: readonly MetadataDisplay[];
  readonly tokenEndpoint: string;
  readonly nonceEndpoint: string;
  readonly credentialEndpoint: string;
  /** Null where the issuer wants to hear nothing. */
  readonly notificationEndpoint: string | null;
  /** Ways to a token that both ends know. */
  readonly grantTypes: readonly GrantType[];
  /** True when tokens are bound to a key by DPoP under ES256. */
  readonly bindsTokens: boolean;
  /** Null where nobody signs in: the offer's code is the only way. */
  readonly signIn: SignInEndpoints | null;
  /** Null where the issuer encrypts nothing, or in no way that is spoken here. */
  readonly encryption: MessageEncryption | null;
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
  const notificationEndpoint = ofIssuer.notification_endpoint ?? null;
  const signIn = readSignIn(ofServer);
  const endpoints = [credentialEndpoint, nonceEndpoint, tokenEndpoint, notificationEndpoint, signIn?.authorization, signIn?.pushedRequest];
  if (endpoints.some((endpoint) => endpoint && new URL(endpoint).origin !== new URL(issuer).origin)) throw invalid('endpoint_origin');
  return {
    ...{ issuer, tokenEndpoint, nonceEndpoint, credentialEndpoint, notificationEndpoint, signIn },
    display: ofIssuer.display ?? [],
    grantTypes: readGrantTypes(ofServer, signIn),
    bindsTokens: ofServer.dpop_signing_alg_values_supported?.includes('ES256') ?? false,
    encryption: readEncryption(ofIssuer),
    batchSize: ofIssuer.batch_credential_issuance?.batch_size ?? 1,
    configurations: readConfigurations(ofIssuer.credential_configurations_supported),
  };
}

/** Sign-in as it is spoken here: a pushed request, PKCE by S256, and `iss` in the answer. */
function readSignIn(server: z.infer<typeof authorizationServerMetadata>): SignInEndpoints | null {
  const { authorization_endpoint: authorization, pushed_authorization_request_endpoint: pushedRequest } = server;
  const isSpoken =
    server.grant_types_supported.includes(authorizationCodeGrant) &&
    server.code_challenge_methods_supported?.includes(codeChallengeMethod) === true &&
    server.authorization_response_iss_parameter_supported === true;
  return isSpoken && authorization !== undefined && pushedRequest !== undefined ? { authorization, pushedRequest } : null;
}

/** @throws AppError `issuer_metadata_invalid` when there is no way to a token: a code is of use only where nobody must say who they are */
function readGrantTypes(server: z.infer<typeof authorizationServerMetadata>, signIn: SignInEndpoints | null): GrantType[] {
  const isOpen: Record<GrantType, boolean> = {
    [preAuthorizedCodeGrant]: server['pre-authorized_grant_anonymous_access_supported'] === true,
    [authorizationCodeGrant]: signIn !== null,
    [refreshTokenGrant]: true,
  };
  const types = grantTypes.filter((type) => isOpen[type] && server.grant_types_supported.includes(type));
  if (types.every((type) => type === refreshTokenGrant)) throw invalid('grant_types');
  return types;
}

function readEncryption(issuer: z.infer<typeof issuerMetadata>): MessageEncryption | null {
  const { credential_request_encryption: request, credential_response_encryption: response } = issuer;
  // A request that carries the key for its answer must be encrypted itself, so there is no one without the other (section 8.2).
  if (!request || !response?.alg_values_supported.includes('ECDH-ES')) return null;
  const requestKey = chooseEncryptionKey(request.jwks.keys);
  const requestEnc = contentEncryptions.find((enc) => request.enc_values_supported.includes(enc));
  const responseEnc = contentEncryptions.find((enc) => response.enc_values_supported.includes(enc));
  if (!requestKey || !requestEnc || !responseEnc) return null;
  return { requestKey, requestEnc, responseEnc, isRequired: response.encryption_required || request.encryption_required };
}

function readConfigurations(supported: Record<string, unknown>): Record<string, CredentialConfiguration> {
  const entries = Object.entries(supported).flatMap(([id, value]): [string, CredentialConfiguration][] => {
    const sdJwt = sdJwtConfiguration.safeParse(value);
    if (sdJwt.success) return [[id, sdJwt.data]];
    const mdoc = mdocConfiguration.safeParse(value);
    // Other formats are read over.
    return mdoc.success ? [[id, { ...mdoc.data, vct: mdoc.data.doctype }]] : [];
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
