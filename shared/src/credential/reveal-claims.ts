import type { Json } from '../encoding/index.ts';
import { type DisclosureIndex, disclosedValue, placeholderDigest } from './disclosure-index.ts';
import { isJsonObject, type JsonObject } from './jws.ts';

/**
 * V12. The payload with each disclosed claim in its place, and with every other digest, `_sd` and `_sd_alg` gone.
 * Trusted to be called after rules V7 to V11: it does not look for collisions.
 * @see RFC 9901, section 7.1, steps 3.c to 3.f
 */
export function revealClaims(payload: JsonObject, index: DisclosureIndex): JsonObject {
  const { _sd_alg, ...claims } = payload;
  return revealObject(claims, index);
}

function reveal(value: Json, index: DisclosureIndex): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((element) => revealElement(element, index));
  return isJsonObject(value) ? revealObject(value, index) : value;
}

function revealElement(element: Json, index: DisclosureIndex): readonly Json[] {
  const digest = placeholderDigest(element);
  if (digest === undefined) return [reveal(element, index)];
  const disclosure = index.disclosures.get(digest);
  return disclosure ? [reveal(disclosedValue(disclosure.value), index)] : [];
}

function revealObject(object: JsonObject, index: DisclosureIndex): JsonObject {
  const { _sd: digests, ...plain } = object;
  const members = Object.entries(plain).map(([name, value]): [string, Json] => [name, reveal(value, index)]);
  for (const digest of (Array.isArray(digests) ? digests : []) as readonly Json[]) {
    const disclosure = typeof digest === 'string' ? index.disclosures.get(digest) : undefined;
    if (disclosure) members.push([disclosedName(disclosure.value), reveal(disclosedValue(disclosure.value), index)]);
  }
  return Object.fromEntries(members);
}

/** The claim's name in a disclosure of an object's member. */
export function disclosedName(disclosure: Json): string {
  const name = Array.isArray(disclosure) ? (disclosure as readonly Json[])[1] : undefined;
  return typeof name === 'string' ? name : '';
}
