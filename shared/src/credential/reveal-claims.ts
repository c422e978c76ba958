import type { Json } from '../encoding/index.ts';
import { type DisclosureIndex, disclosedValue, placeholderDigest } from './disclosure-index.ts';
import { isJsonObject, type JsonObject } from './jws.ts';
import { malformedCredential } from './sd-jwt.ts';

/**
 * The payload with each disclosed claim in its place, and with every other digest, `_sd` and `_sd_alg` gone.
 * Trusted to be called after rules V7 to V11: it does not look for collisions.
 * @throws AppError `credential_malformed` for a claim that cannot be a member
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
  const revealed: { [name: string]: Json } = {};
  for (const name of Object.keys(object)) if (name !== '_sd') setMember(revealed, name, reveal(object[name] ?? null, index));
  for (const digest of listDigests(object)) {
    const disclosure = index.disclosures.get(digest);
    if (disclosure) setMember(revealed, disclosedName(disclosure.value), reveal(disclosedValue(disclosure.value), index));
  }
  return revealed;
}

/** The digests in `_sd` of an object. */
export function listDigests(object: JsonObject): readonly string[] {
  const digests = object['_sd'];
  return Array.isArray(digests) ? (digests as readonly Json[]).filter((digest) => typeof digest === 'string') : [];
}

/** Assigning `__proto__` makes no member. A verifier refuses that name by V8; a holder opens what was not verified here. */
function setMember(object: { [name: string]: Json }, name: string, value: Json): void {
  if (name === '__proto__') throw malformedCredential('claim_name');
  object[name] = value;
}

/** The claim's name in a disclosure of an object's member. */
export function disclosedName(disclosure: Json): string {
  const name = Array.isArray(disclosure) ? (disclosure as readonly Json[])[1] : undefined;
  return typeof name === 'string' ? name : '';
}
