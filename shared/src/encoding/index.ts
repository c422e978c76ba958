export { decodeBase64Url, encodeBase64Url } from './base64url.ts';
export { canonicalizeJson, encodeCanonicalJson } from './canonical-json.ts';
export { decodeUtf8, encodeUtf8, type Json, parseStrictJson } from './strict-json.ts';
