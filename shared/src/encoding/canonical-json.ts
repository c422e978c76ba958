import { type Json, parseStrictJson } from './strict-json.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * The one text that stands for `value`: names sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them.
 * @see RFC 8785 (JSON Canonicalization Scheme)
 */
export function canonicalizeJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalizeJson(item)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value as { readonly [name: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalizeJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * The UTF-8 bytes of the canonical JSON of `value`, as `JSON.stringify` sees it: members that are undefined are left out.
 * @throws AppError `malformed_request` on lone surrogates and nesting deeper than 32
 */
export function encodeCanonicalJson(value: object): Uint8Array<ArrayBuffer> {
  return encodeUtf8(canonicalizeJson(parseStrictJson(JSON.stringify(value))));
}
