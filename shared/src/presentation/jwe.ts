import type { Bytes, P256PublicJwk } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

// The one kind of JWE that is spoken here: compact, direct key agreement by ECDH-ES on P-256, AES-GCM. On WebCrypto, which
// browsers, workers and Node have, and which refuses a point that is not on the curve.

/** Content encryptions, with the bits of their keys. @see RFC 7518, section 5.3; HAIP 1.0, section 5 */
const keyBits = { A128GCM: 128, A256GCM: 256 } as const;
export type ContentEncryption = keyof typeof keyBits;

/** The names of the parties that go into the key; both may be empty. @see RFC 7518, sections 4.6.1.2 and 4.6.1.3 */
export type Parties = { readonly apu: Bytes; readonly apv: Bytes };

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const nobody: Parties = { apu: new Uint8Array(), apv: new Uint8Array() };
const [ivLength, tagLength] = [12, 16];

/** A fresh key pair, private part included. */
export async function generateEcdhKey(): Promise<P256PublicJwk & { readonly d: string }> {
  const { privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', privateKey);
  return { kty: 'EC', crv: 'P-256', x, y, d };
}

/**
 * The compact JWE over `plaintext`, to `publicKey`, under an ephemeral key; `header` tells more than `alg`, `enc` and `epk`.
 * @throws DOMException when the key is no point of the curve
 * @see RFC 7516, sections 5.1 and 7.1
 */
export async function encryptJwe(
  plaintext: Bytes,
  to: { readonly publicKey: P256PublicJwk; readonly enc: ContentEncryption; readonly header: { readonly kid?: string } },
): Promise<string> {
  const { d, ...epk } = await generateEcdhKey();
  const encoded = encodeBase64Url(encodeUtf8(JSON.stringify({ alg: 'ECDH-ES', enc: to.enc, ...to.header, epk })));
  const key = await importContentKey(await agreeOnKey({ ...epk, d }, to.publicKey, { enc: to.enc, ...nobody }), 'encrypt');
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encodeUtf8(encoded) }, key, plaintext));
  const [ciphertext, tag] = [sealed.subarray(0, -tagLength), sealed.subarray(-tagLength)];
  return `${encoded}..${[iv, ciphertext, tag].map(encodeBase64Url).join('.')}`;
}

/** The parts of a compact JWE, decoded and not yet believed. `sealed` is ciphertext and tag. */
export type CompactJwe = { readonly encodedHeader: string; readonly header: Bytes; readonly iv: Bytes; readonly sealed: Bytes };

/** @throws AppError `malformed_request` for another number of parts, an encrypted key, lengths that AES-GCM has not, and base64url that is not canonical @see RFC 7516, section 7.1 */
export function parseCompactJwe(text: string): CompactJwe {
  const [encodedHeader = '', encryptedKey, iv = '', ciphertext = '', tag = '', ...more] = text.split('.');
  if (encryptedKey !== '' || more.length > 0) throw new AppError('malformed_request', { what: 'jwe_parts' });
  const parts = { encodedHeader, header: decodeBase64Url(encodedHeader), iv: decodeBase64Url(iv) };
  const [content, end] = [decodeBase64Url(ciphertext), decodeBase64Url(tag)];
  if (parts.iv.length !== ivLength || end.length !== tagLength) throw new AppError('malformed_request', { what: 'jwe_parts' });
  return { ...parts, sealed: join([content, end]) };
}

/** How a JWE was encrypted, as its header says. */
export type JweAgreement = Parties & { readonly enc: ContentEncryption; readonly epk: P256PublicJwk };

/** The plaintext. @throws DOMException when the ephemeral key is no point of the curve, or any byte was changed */
export async function decryptJwe(
  { encodedHeader, iv, sealed }: CompactJwe,
  agreement: JweAgreement,
  ownKey: P256PublicJwk & { readonly d: string },
): Promise<Bytes> {
  const key = await importContentKey(await agreeOnKey(ownKey, agreement.epk, agreement), 'decrypt');
  const options = { name: 'AES-GCM', iv, additionalData: encodeUtf8(encodedHeader) };
  return new Uint8Array(await crypto.subtle.decrypt(options, key, sealed));
}

/** The content encryption key that both ends come to: one round of the Concat KDF. @see RFC 7518, section 4.6.2 */
export async function agreeOnKey(
  ownKey: P256PublicJwk & { readonly d: string },
  { kty, crv, x, y }: P256PublicJwk,
  { enc, apu, apv }: Parties & { readonly enc: ContentEncryption },
): Promise<Bytes> {
  const privateKey = await crypto.subtle.importKey('jwk', { ...pickKey(ownKey), d: ownKey.d }, curve, false, ['deriveBits']);
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, []);
  const secret = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256));
  const info = [...[encodeUtf8(enc), apu, apv].flatMap((part) => [writeUint32(part.length), part]), writeUint32(keyBits[enc])];
  const digest = await crypto.subtle.digest('SHA-256', join([writeUint32(1), secret, ...info]));
  return new Uint8Array(digest, 0, keyBits[enc] / 8);
}

function importContentKey(bytes: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
}

function pickKey({ kty, crv, x, y }: P256PublicJwk): P256PublicJwk {
  return { kty, crv, x, y };
}

function writeUint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function join(parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
