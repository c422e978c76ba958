import { decodeBase64Url, encodeBase64Url, encodeUtf8, type Json, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type Awaitable, after } from './awaitable.ts';
import type { Bytes, Sha256 } from './crypto-ports.ts';
import { type CompactJws, type JsonObject, parseJwsPayload, readCompactJws } from './jws.ts';

/** One disclosure as it was sent. Its shape is checked by rule V7, not here. */
export type Disclosure = {
  readonly encoded: string;
  /** The same as ASCII: what its digest covers. */
  readonly ascii: Bytes;
  readonly value: Json;
};

/** An SD-JWT, with its key binding where there is one, decoded and not yet believed. */
export type SdJwt = {
  readonly jws: CompactJws;
  readonly payload: JsonObject;
  readonly disclosures: readonly Disclosure[];
  readonly keyBinding: { readonly jws: CompactJws; readonly payload: JsonObject } | null;
  /** Everything up to and with the last `~`, as ASCII: what `sd_hash` covers. */
  readonly presented: Bytes;
};

/** Most characters of an SD-JWT, of its key binding and of a portrait in it (10 KiB as a data URL), and most disclosures. */
export const sdJwtLimits = { length: 65_536, disclosures: 64, keyBindingLength: 8192, portraitLength: 14_000 } as const;

/**
 * The parts of an SD-JWT or SD-JWT+KB in compact serialisation. Sizes and counts are checked before anything is decoded.
 * @throws AppError `credential_malformed`; `kb_invalid` for the part after the last `~`
 * @see RFC 9901, section 4
 */
export function parseSdJwt(text: string): SdJwt {
  if (text.length > sdJwtLimits.length) throw malformedCredential('size');
  const end = text.lastIndexOf('~') + 1;
  const [jwt = '', ...encoded] = text.slice(0, end).split('~').slice(0, -1);
  if (encoded.length > sdJwtLimits.disclosures) throw malformedCredential('disclosure_count');
  if (text.length - end > sdJwtLimits.keyBindingLength) throw new AppError('kb_invalid', { what: 'size' });
  const ascii = encodeUtf8(text);
  const jws = readCompactJws(jwt, ascii.subarray(0, jwt.length), 'credential_malformed');
  return {
    jws,
    payload: parseJwsPayload(jws, 'credential_malformed'),
    disclosures: parseDisclosures(encoded, ascii.subarray(jwt.length + 1)),
    keyBinding: end === text.length ? null : parseKeyBinding(text.slice(end), ascii.subarray(end)),
    presented: ascii.subarray(0, end),
  };
}

/** Digest of anything that SD-JWT hashes: base64url of SHA-256 over its ASCII bytes. @see RFC 9901, section 4.2.3 */
export function digestText(text: string | Bytes, sha256: Sha256): Awaitable<string> {
  return after(sha256(typeof text === 'string' ? encodeUtf8(text) : text), encodeBase64Url);
}

/** The digest of each, in their order. */
export function digestTexts(texts: readonly (string | Bytes)[], sha256: Sha256): Awaitable<readonly string[]> {
  const digests = texts.map((text) => digestText(text, sha256));
  return digests.every((digest) => typeof digest === 'string') ? digests : Promise.all(digests);
}

/** The error of a credential that breaks the form; `what` names the part. */
export function malformedCredential(what: string): AppError {
  return new AppError('credential_malformed', { what });
}

/** @param ascii begins with the first disclosure; a `~` stands behind each */
function parseDisclosures(encoded: readonly string[], ascii: Bytes): readonly Disclosure[] {
  let start = 0;
  return encoded.map((text) => {
    const part = ascii.subarray(start, start + text.length);
    start += text.length + 1;
    return { encoded: text, ascii: part, value: parseDisclosureValue(part) };
  });
}

function parseDisclosureValue(ascii: Bytes): Json {
  try {
    return parseStrictJson(decodeBase64Url(ascii));
  } catch (cause) {
    throw new AppError('credential_malformed', { what: 'disclosure' }, { cause });
  }
}

function parseKeyBinding(text: string, ascii: Bytes): SdJwt['keyBinding'] {
  const jws = readCompactJws(text, ascii, 'kb_invalid');
  return { jws, payload: parseJwsPayload(jws, 'kb_invalid') };
}
