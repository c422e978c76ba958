import * as z from 'zod/mini';
import { isJsonObject, type JsonObject, type P256PublicJwk, parseP256PublicJwk } from '../credential/index.ts';
import { decodeBase64Url, encodeUtf8, type Json, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import type { Members } from './claim-path.ts';
import {
  type CompactJwe,
  type ContentEncryption,
  decryptJwe,
  encryptJwe,
  generateEcdhKey,
  type JweAgreement,
  parseCompactJwe,
} from './jwe.ts';
import { limits } from './limits.ts';

// JWE for responses. HAIP 1.0, section 5: ECDH-ES over P-256 with A128GCM and A256GCM, which is all that is spoken here.

export const contentEncryptions = ['A128GCM', 'A256GCM'] as const satisfies readonly ContentEncryption[];
export type { ContentEncryption };

/** A verifier's key for one response, as it stands in the request. */
export const encryptionKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  alg: z.literal('ECDH-ES'),
  use: z.optional(z.literal('enc')),
  kid: z.string().check(z.minLength(1)),
});
export type EncryptionKey = z.infer<typeof encryptionKey>;

/** The same key with its private part, kept by the verifier until the response has come. */
export const decryptionKey = z.extend(encryptionKey, { d: z.string() });
export type DecryptionKey = z.infer<typeof decryptionKey>;

/** A fresh key for one request. `kid` is told to the wallet, so it should mean nothing. */
export async function createDecryptionKey(kid: string): Promise<DecryptionKey> {
  return { ...(await generateEcdhKey()), alg: 'ECDH-ES', use: 'enc', kid };
}

/** The part of `key` that a request carries. */
export function publishEncryptionKey({ d: _kept, ...key }: DecryptionKey): EncryptionKey {
  return key;
}

/** The first key of a JWK set that a response can be encrypted to; undefined when there is none. What cannot be used is passed over. */
export function chooseEncryptionKey(keys: readonly unknown[]): EncryptionKey | undefined {
  return keys.map((key) => encryptionKey.safeParse(key)).find((key) => key.success && isOnCurve(key.data))?.data;
}

/** A compact JWE over `payload`, to `key`. `alg` is the key's and its `kid`, where it has one, is echoed. @see OpenID4VP 1.0, section 8.3 */
export async function encryptResponse(
  payload: Members,
  to: { readonly key: Omit<EncryptionKey, 'kid'> & { readonly kid?: string | undefined }; readonly enc: ContentEncryption },
): Promise<string> {
  const { kid, ...publicKey } = to.key;
  return await encryptJwe(encodeUtf8(JSON.stringify(payload)), { publicKey, enc: to.enc, header: kid === undefined ? {} : { kid } });
}

const responseHeader = z.strictObject({
  alg: z.literal('ECDH-ES'),
  enc: z.enum(contentEncryptions),
  kid: z.string(),
  epk: z.unknown(),
  apu: z.optional(z.string()),
  apv: z.optional(z.string()),
  typ: z.optional(z.string()),
  cty: z.optional(z.string()),
});

/**
 * What a compact JWE says that was encrypted to `key`. Any fault is the same error, so that the answer tells nothing
 * about the key or the plaintext: another `alg` or `kid`, an `enc` that was not offered, compression, a point off the
 * curve, a changed byte, or text that is not strict JSON.
 * @throws AppError `jwe_decrypt_failed`
 */
export async function decryptResponse(
  jwe: string,
  key: DecryptionKey,
  { maxCharacters = limits.jweCharacters }: { readonly maxCharacters?: number } = {},
): Promise<{ readonly [name: string]: Json }> {
  try {
    if (jwe.length > maxCharacters) throw new AppError('jwe_decrypt_failed');
    const parsed = parseCompactJwe(jwe);
    return expectObject(parseStrictJson(await decryptJwe(parsed, readAgreement(parsed, key.kid), key)));
  } catch (cause) {
    throw new AppError('jwe_decrypt_failed', {}, { cause: cause instanceof AppError ? cause : undefined });
  }
}

function expectObject(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new AppError('jwe_decrypt_failed');
  return value;
}

/** V26. The header names the key's own algorithm and id, and nothing that must be understood. */
function readAgreement({ header }: CompactJwe, kid: string): JweAgreement {
  const { enc, epk, apu = '', apv = '', kid: named } = responseHeader.parse(parseStrictJson(header));
  if (named !== kid) throw new AppError('jwe_decrypt_failed');
  return { enc, epk: parseP256PublicJwk(epk), apu: decodeBase64Url(apu), apv: decodeBase64Url(apv) };
}

function isOnCurve(key: P256PublicJwk): boolean {
  try {
    parseP256PublicJwk(key);
    return true;
  } catch {
    // Coordinates of another length: the key is simply of no use.
    return false;
  }
}
