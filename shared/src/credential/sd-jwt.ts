import { decodeBase64Url, encodeBase64Url, encodeUtf8, type Json, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import type { Sha256 } from './crypto-ports.ts';
import { type CompactJws, type JsonObject, parseCompactJws, parseJwsPayload } from './jws.ts';

/** One disclosure as it was sent. Its shape is checked by rule V7, not here. */
export type Disclosure = { readonly encoded: string; readonly value: Json };

/** An SD-JWT, with its key binding where there is one, decoded and not yet believed. */
export type SdJwt = {
  readonly jws: CompactJws;
  readonly payload: JsonObject;
  readonly disclosures: readonly Disclosure[];
  readonly keyBinding: { readonly jws: CompactJws; readonly payload: JsonObject } | null;
  /** Everything up to and with the last `~`: what `sd_hash` covers. */
  readonly presented: string;
};

/** Most characters of an SD-JWT with its key binding, and most disclosures in it. */
export const sdJwtLimits = { length: 65_536, disclosures: 64, keyBindingLength: 8192 } as const;

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
  const jws = parseCompactJws(jwt, { code: 'credential_malformed' });
  return {
    jws,
    payload: parseJwsPayload(jws, 'credential_malformed'),
    disclosures: encoded.map(parseDisclosure),
    keyBinding: end === text.length ? null : parseKeyBinding(text.slice(end)),
    presented: text.slice(0, end),
  };
}

/** Digest of a disclosure, or of anything else that SD-JWT hashes: base64url of SHA-256 over its ASCII bytes. @see RFC 9901, section 4.2.3 */
export async function digestText(text: string, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(text)));
}

/** The error of a credential that breaks the form; `what` names the part. */
export function malformedCredential(what: string): AppError {
  return new AppError('credential_malformed', { what });
}

function parseDisclosure(encoded: string): Disclosure {
  try {
    return { encoded, value: parseStrictJson(decodeBase64Url(encoded)) };
  } catch (cause) {
    throw new AppError('credential_malformed', { what: 'disclosure' }, { cause });
  }
}

function parseKeyBinding(text: string): SdJwt['keyBinding'] {
  const jws = parseCompactJws(text, { code: 'kb_invalid', maxLength: sdJwtLimits.keyBindingLength });
  return { jws, payload: parseJwsPayload(jws, 'kb_invalid') };
}
