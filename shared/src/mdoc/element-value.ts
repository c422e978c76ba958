import { type Cbor, CborTag } from '../cbor/index.ts';
import { encodeBase64Url, type Json } from '../encoding/index.ts';
import { invalidMdoc } from './mdoc-error.ts';

/**
 * An element's value as JSON, which queries compare and people read: bytes as base64url, a tagged value as what is
 * tagged (a date as its text), maps as objects.
 * @throws AppError `mdoc_invalid` for a map with a key that is no text, or that no object can hold
 * @see OpenID4VP 1.0, section 7.2; RFC 8949, section 6.1
 */
export function toJson(value: Cbor): Json {
  if (value instanceof Uint8Array) return encodeBase64Url(value);
  if (value instanceof CborTag) return toJson(value.value);
  if (value instanceof Map) return Object.fromEntries([...(value as ReadonlyMap<number | string, Cbor>)].map(toMember));
  if (Array.isArray(value)) return (value as readonly Cbor[]).map(toJson);
  return value as Exclude<typeof value, readonly Cbor[] | ReadonlyMap<number | string, Cbor>>;
}

function toMember([name, value]: readonly [number | string, Cbor]): [string, Json] {
  return [checkName(name), toJson(value)];
}

/** A name that may become the name of an object's member. */
export function checkName(name: number | string): string {
  if (typeof name !== 'string' || name === '__proto__') throw invalidMdoc('name');
  return name;
}
