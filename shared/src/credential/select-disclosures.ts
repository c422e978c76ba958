import type { Json } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type DisclosureIndex, disclosedValue, placeholderDigest } from './disclosure-index.ts';
import { isJsonObject, type JsonObject } from './jws.ts';
import { disclosedName, listDigests } from './reveal-claims.ts';
import type { Disclosure } from './sd-jwt.ts';

/** Where a claim stands: a name in an object, an index in an array, null for every element. @see OpenID4VP 1.0, section 7 */
export type ClaimPath = readonly (string | number | null)[];

/** A value, and the disclosure that reveals it where one is needed. */
type Found = { readonly value: Json; readonly by?: Disclosure };

/**
 * The fewest disclosures that reveal the claims at `paths`, and, where a claim is an object or array, what is below it.
 * @throws AppError `claim_missing` when a path leads nowhere
 */
export function selectDisclosures(payload: JsonObject, index: DisclosureIndex, paths: readonly ClaimPath[]): ReadonlySet<Disclosure> {
  const chosen = new Set<Disclosure>();
  for (const path of paths) {
    const needed = follow({ value: payload }, path, index);
    if (!needed) throw new AppError('claim_missing');
    for (const disclosure of needed) chosen.add(disclosure);
  }
  return chosen;
}

/** The disclosures on the way along `path` and below its end; null when it leads nowhere. */
function follow(from: Found, path: ClaimPath, index: DisclosureIndex): readonly Disclosure[] | null {
  const here = from.by ? [from.by] : [];
  const [step, ...rest] = path;
  if (step === undefined) return [...here, ...listBelow(from.value, index)];
  const ways = enter(from.value, step, index)
    .map((next) => follow(next, rest, index))
    .filter((way) => way !== null);
  return ways.length === 0 ? null : [...here, ...ways.flat()];
}

function enter(value: Json, step: string | number | null, index: DisclosureIndex): readonly Found[] {
  if (typeof step === 'string')
    return isJsonObject(value) ? listMembers(value, index).flatMap(([name, found]) => (name === step ? [found] : [])) : [];
  const elements = Array.isArray(value) ? listElements(value, index) : [];
  return step === null ? elements : elements.slice(step, step + 1);
}

function listBelow(value: Json, index: DisclosureIndex): readonly Disclosure[] {
  const found = Array.isArray(value)
    ? listElements(value, index)
    : isJsonObject(value)
      ? listMembers(value, index).map(([, member]) => member)
      : [];
  return found.flatMap(({ value: below, by }) => [...(by ? [by] : []), ...listBelow(below, index)]);
}

function listMembers(object: JsonObject, index: DisclosureIndex): readonly [string, Found][] {
  const { _sd: _digests, ...plain } = object;
  const members = Object.entries(plain).map(([name, value]): [string, Found] => [name, { value }]);
  for (const digest of listDigests(object)) {
    const by = index.disclosures.get(digest);
    if (by) members.push([disclosedName(by.value), { value: disclosedValue(by.value), by }]);
  }
  return members;
}

function listElements(array: readonly Json[], index: DisclosureIndex): readonly Found[] {
  return array.flatMap((element): Found[] => {
    const digest = placeholderDigest(element);
    if (digest === undefined) return [{ value: element }];
    const by = index.disclosures.get(digest);
    return by ? [{ value: disclosedValue(by.value), by }] : [];
  });
}
