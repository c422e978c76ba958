import { type JsonObject, type SignP256, signCompactJws } from '../../credential/index.ts';
import type { Json } from '../../encoding/index.ts';
import type { DcqlRequest } from '../dcql.ts';
import { contentEncryptions, type EncryptionKey } from '../response-encryption.ts';
import { requestObjectType } from '../wallet/check-request-type.ts';

/** How the wallet is to answer. */
export type RequestRoute =
  | { readonly mode: 'dc_api.jwt'; readonly expectedOrigins: readonly string[] }
  | { readonly mode: 'direct_post.jwt' | 'direct_post'; readonly responseUri: string; readonly state?: string };

export type RequestContent = {
  /** With its prefix, `x509_hash:…`. */
  readonly clientId: string;
  readonly nonce: string;
  readonly query: DcqlRequest;
  readonly route: RequestRoute;
  /** Fresh for this request; needed where the mode ends in `.jwt`. */
  readonly encryptionKey?: EncryptionKey;
  /** Each as `encodeTransactionData` wrote it. */
  readonly transactionData?: readonly string[];
  /** What the wallet sent when it fetched the request with POST, repeated. */
  readonly walletNonce?: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

/** The sealed request of a verifier: its certificate (`x5c`, leaf first, without the root) and its key. */
export type RequestSeal = { readonly x5c: readonly string[]; readonly sign: SignP256 };

/**
 * The signed request object (compact JWS) that asks for `content`.
 * @see OpenID4VP 1.0, sections 5, 8.2, 8.3, 11.1 and appendix A; HAIP 1.0, section 5
 */
export function signRequestObject(content: RequestContent, { x5c, sign }: RequestSeal): Promise<string> {
  const payload: JsonObject = {
    response_type: 'vp_token',
    client_id: content.clientId,
    aud: 'https://self-issued.me/v2',
    nonce: content.nonce,
    dcql_query: content.query as Json as JsonObject,
    ...writeRoute(content.route),
    client_metadata: writeMetadata(content.encryptionKey),
    ...(content.transactionData ? { transaction_data: content.transactionData } : {}),
    ...(content.walletNonce === undefined ? {} : { wallet_nonce: content.walletNonce }),
    iat: toSeconds(content.issuedAt),
    exp: toSeconds(content.expiresAt),
  };
  return signCompactJws({ header: { typ: requestObjectType, x5c }, payload }, sign);
}

function writeRoute(route: RequestRoute): JsonObject {
  if (route.mode === 'dc_api.jwt') return { response_mode: route.mode, expected_origins: route.expectedOrigins };
  return { response_mode: route.mode, response_uri: route.responseUri, ...(route.state === undefined ? {} : { state: route.state }) };
}

/** ES256 and ESP256, as COSE numbers them. @see OpenID4VP 1.0, appendix B.2.2 */
const mdocAlgorithms = [-7, -9];

function writeMetadata(key: EncryptionKey | undefined): JsonObject {
  const formats = {
    'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
    mso_mdoc: { issuerauth_alg_values: mdocAlgorithms, deviceauth_alg_values: mdocAlgorithms },
  };
  if (key === undefined) return { vp_formats_supported: formats };
  const { use = 'enc', ...members } = key;
  return {
    vp_formats_supported: formats,
    jwks: { keys: [{ ...members, use }] },
    encrypted_response_enc_values_supported: contentEncryptions,
  };
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
