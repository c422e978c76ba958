import * as z from 'zod/mini';
import { parseP256PublicJwk } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  type ContentEncryption,
  contentEncryptions,
  type DecryptionKey,
  decryptResponse,
  type EncryptionKey,
  encryptResponse,
} from '../presentation/index.ts';

/** Media type of a credential request or response that is encrypted. */
export const encryptedMediaType = 'application/jwt';

/** Most characters of an encrypted response: a full batch of documents with portraits. Requests carry proofs alone. */
export const maxEncryptedCharacters = { request: 80 * 1024, response: 1024 * 1024 } as const;

const responseEncryption = z.object({
  jwk: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    alg: z.literal('ECDH-ES'),
    use: z.optional(z.literal('enc')),
    kid: z.optional(z.string()),
    d: z.optional(z.never()),
  }),
  enc: z.enum(contentEncryptions),
  zip: z.optional(z.never()),
});

/** To whom and how a response is encrypted: member `credential_response_encryption` of a request. */
export type ResponseEncryption = {
  readonly jwk: Omit<EncryptionKey, 'kid'> & { readonly kid?: string | undefined };
  readonly enc: ContentEncryption;
};

/** What a wallet sends that wants its answer encrypted to `key`. @see OpenID4VCI 1.0, section 8.2 */
export function writeResponseEncryption(key: EncryptionKey, enc: ContentEncryption): ResponseEncryption {
  return { jwk: { ...key }, enc };
}

/**
 * How the wallet wants its answer encrypted: ECDH-ES on P-256 with A128GCM or A256GCM, no compression.
 * @throws AppError `invalid_encryption_parameters`
 */
export function readResponseEncryption(value: unknown): ResponseEncryption {
  const parsed = responseEncryption.safeParse(value);
  if (!parsed.success) throw new AppError('invalid_encryption_parameters');
  try {
    parseP256PublicJwk(parsed.data.jwk);
  } catch (cause) {
    throw new AppError('invalid_encryption_parameters', { what: 'jwk' }, { cause });
  }
  return parsed.data;
}

/** The compact JWE of a credential response. @throws AppError `invalid_encryption_parameters` when the key is no point of the curve @see OpenID4VCI 1.0, section 10 */
export async function encryptCredentialResponse(
  response: { readonly [name: string]: Json },
  { jwk, enc }: ResponseEncryption,
): Promise<string> {
  try {
    return await encryptResponse(response, { key: jwk, enc });
  } catch (cause) {
    throw new AppError('invalid_encryption_parameters', { what: 'jwk' }, { cause });
  }
}

/** What the issuer said. @throws AppError `credential_not_as_offered` when it was not encrypted to this key, or was changed on its way */
export async function decryptCredentialResponse(jwe: string, key: DecryptionKey): Promise<{ readonly [name: string]: Json }> {
  try {
    return await decryptResponse(jwe, key, { maxCharacters: maxEncryptedCharacters.response });
  } catch (cause) {
    throw new AppError('credential_not_as_offered', { what: 'encryption' }, { cause });
  }
}

/** The compact JWE of a credential request, to the issuer's key. @see OpenID4VCI 1.0, section 10 */
export function encryptCredentialRequest(
  request: { readonly [name: string]: Json },
  to: { readonly key: EncryptionKey; readonly enc: ContentEncryption },
): Promise<string> {
  return encryptResponse(request, to);
}

/** What the wallet asks. @throws AppError `jwe_decrypt_failed` */
export function decryptCredentialRequest(jwe: string, key: DecryptionKey): Promise<{ readonly [name: string]: Json }> {
  return decryptResponse(jwe, key, { maxCharacters: maxEncryptedCharacters.request });
}
