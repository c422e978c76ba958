import { decodeBase64Url, encodeBase64Url, encodeUtf8, type Json, parseStrictJson } from '../encoding/index.ts';
import { AppError, type ErrorCode } from '../errors/index.ts';
import type { Awaitable } from './awaitable.ts';
import type { Bytes, P256PublicJwk, SignP256, VerifyP256 } from './crypto-ports.ts';

export type JsonObject = { readonly [name: string]: Json };

/** A JWS in compact serialisation (RFC 7515, section 7.1), decoded and not yet believed. */
export type CompactJws = {
  readonly header: JsonObject;
  readonly payload: Bytes;
  /** 64 bytes. */
  readonly signature: Bytes;
  /** The ASCII bytes that the signature covers. */
  readonly signingInput: Bytes;
};

export type ParseJwsOptions = {
  /** Code of the errors that this reader throws: the caller knows what it is reading. */
  readonly code: ErrorCode;
  /** Most characters; 65,536 when absent. */
  readonly maxLength?: number;
};

const defaultMaxLength = 65_536;

/**
 * The parts of a compact JWS: three, each canonical base64url, a JSON object for a header, 64 bytes for a signature.
 * Not checked: anything in the header (see `checkJwsHeader`), and the signature.
 * @throws AppError with the code that the options name
 */
export function parseCompactJws(text: string, { code, maxLength = defaultMaxLength }: ParseJwsOptions): CompactJws {
  if (text.length > maxLength) throw new AppError(code, { what: 'size' });
  return readCompactJws(text, encodeUtf8(text), code);
}

/**
 * The same for text whose length was looked at and whose bytes are at hand: every part is base64url, so that a character
 * of more than one byte is refused in whichever part it stands.
 */
export function readCompactJws(text: string, ascii: Bytes, code: ErrorCode): CompactJws {
  const headerEnd = text.indexOf('.');
  const payloadEnd = text.indexOf('.', headerEnd + 1);
  // A third dot is no character of base64url, so that the signature would not decode.
  if (headerEnd === -1 || payloadEnd === -1) throw new AppError(code, { what: 'jws_parts' });
  try {
    const signature = decodeBase64Url(ascii.subarray(payloadEnd + 1));
    if (signature.length !== 64) throw new AppError(code, { what: 'jws_signature' });
    return {
      header: readHeader(text.slice(0, headerEnd)),
      payload: decodeBase64Url(ascii.subarray(headerEnd + 1, payloadEnd)),
      signature,
      signingInput: ascii.subarray(0, payloadEnd),
    };
  } catch (cause) {
    throw underCode(code, cause);
  }
}

/** All credentials of one issuer have one header, certificates included, as have all key bindings: those read last are kept. */
const headers = new Map<string, JsonObject>();
const headersKept = { count: 256, length: 8192 } as const;

function readHeader(encoded: string): JsonObject {
  const known = headers.get(encoded);
  if (known !== undefined) return known;
  const header = expectObject(parseStrictJson(decodeBase64Url(encoded)));
  if (encoded.length > headersKept.length) return header;
  if (headers.size >= headersKept.count) headers.delete(headers.keys().next().value ?? '');
  headers.set(encoded, header);
  return header;
}

/** The payload as a JSON object. @throws AppError with `code` when it is none. */
export function parseJwsPayload({ payload }: CompactJws, code: ErrorCode): JsonObject {
  try {
    return expectObject(parseStrictJson(payload));
  } catch (cause) {
    throw underCode(code, cause);
  }
}

/** Ways to name a key that we never follow: the key comes from where the protocol says, not from the message. */
const keyHints = ['jku', 'x5u', 'jwk', 'x5c'] as const;

export type JwsHeaderRules = {
  readonly code: ErrorCode;
  readonly typ: string;
  /** The header that may carry the key here, if any. */
  readonly keyIn?: 'jwk' | 'x5c';
};

/**
 * The header says ES256 and this type, no extension that must be understood (`crit`, `b64`), and names a key in no
 * other way than the one allowed.
 * @throws AppError with the code of the rules
 * @see RFC 8725, sections 3.1 and 3.11; RFC 7515, section 4.1
 */
export function checkJwsHeader({ header }: CompactJws, { code, typ, keyIn }: JwsHeaderRules): void {
  checkJwsAlgorithm(header, code);
  if (header['typ'] !== typ) throw new AppError(code, { what: 'typ' });
  for (const hint of keyHints) {
    if (hint !== keyIn && header[hint] !== undefined) throw new AppError(code, { what: hint });
  }
}

/** The header says ES256 and asks for no extension. @throws AppError with `code` */
export function checkJwsAlgorithm(header: JsonObject, code: ErrorCode): void {
  if (header['alg'] !== 'ES256') throw new AppError(code, { what: 'alg' });
  if (header['crit'] !== undefined || header['b64'] !== undefined) throw new AppError(code, { what: 'crit' });
}

/** True when the signature over the JWS is by `publicKey`. The header is not looked at. */
export function isJwsSignedBy(
  { signingInput, signature }: CompactJws,
  publicKey: P256PublicJwk,
  verifyP256: VerifyP256,
): Awaitable<boolean> {
  return verifyP256({ publicKey, data: signingInput, signature });
}

/** The compact JWS over `payload` (an object is written as JSON). The header gets `alg` ES256. */
export async function signCompactJws(
  { header, payload }: { header: JsonObject; payload: JsonObject | Bytes },
  sign: SignP256,
): Promise<string> {
  const bytes = payload instanceof Uint8Array ? payload : encodeUtf8(JSON.stringify(payload));
  const input = `${encodeBase64Url(encodeUtf8(JSON.stringify({ alg: 'ES256', ...header })))}.${encodeBase64Url(bytes)}`;
  return `${input}.${encodeBase64Url(await sign(encodeUtf8(input)))}`;
}

/** True for an object of JSON: not null, not an array. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function expectObject(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new AppError('malformed_request', { what: 'object' });
  return value;
}

/** What was thrown, under the caller's code where it is a refusal. */
function underCode(code: ErrorCode, cause: unknown): unknown {
  return cause instanceof AppError ? new AppError(code, cause.facts, { cause }) : cause;
}
