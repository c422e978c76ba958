export { decodeBase64Url, encodeBase64Url } from './base64url.ts';
export { canonicalizeJson, encodeCanonicalJson } from './canonical-json.ts';
export { joinBytes } from './join-bytes.ts';
export { isSameBytes } from './same-bytes.ts';
export { type Json, parseStrictJson } from './strict-json.ts';
export { decodeUtf8, encodeUtf8, measureUtf8, writeUtf8 } from './utf8.ts';
