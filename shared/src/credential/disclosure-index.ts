import type { Json } from '../encoding/index.ts';
import { type Awaitable, after } from './awaitable.ts';
import type { Sha256 } from './crypto-ports.ts';
import { isJsonObject, type JsonObject } from './jws.ts';
import { type Disclosure, digestTexts, malformedCredential, type SdJwt } from './sd-jwt.ts';

/** A place where a digest stands for something that may be disclosed. */
export type DigestReference = {
  readonly digest: string;
  /** `member`: in `_sd` of an object; `element`: `{"...": digest}` in an array. */
  readonly kind: 'member' | 'element';
  /** The object whose `_sd` it is; the array's element for `element`. */
  readonly host: JsonObject;
  /** Name of the top-level claim under which the place is; null at the top level itself, undefined inside a disclosure. */
  readonly under: string | null | undefined;
};

/** The disclosures by digest, and every place that refers to one. */
export type DisclosureIndex = {
  readonly disclosures: ReadonlyMap<string, Disclosure>;
  readonly references: readonly DigestReference[];
  /** Every digest that a place refers to, once. */
  readonly digests: ReadonlySet<string>;
  /** True when `_sd_alg` stands anywhere but at the top level. */
  readonly hasNestedAlgorithm: boolean;
};

/** What is found on the way through payload and disclosures. */
type Findings = { readonly references: DigestReference[]; hasNestedAlgorithm: boolean };

/**
 * Finds each digest in the payload and in the disclosures, and computes the digest of each disclosure.
 * Not checked: whether digests and disclosures fit together (rules V7 to V11 do).
 * @throws AppError `credential_malformed` for `_sd` that is no array of strings, and `...` anywhere but alone in an array's element
 * @see RFC 9901, section 7.1, steps 3.a and 3.b
 */
export function indexDisclosures(
  { payload, disclosures }: Pick<SdJwt, 'payload' | 'disclosures'>,
  sha256: Sha256,
): Awaitable<DisclosureIndex> {
  const findings: Findings = { references: [], hasNestedAlgorithm: false };
  collectFromObject(payload, null, findings);
  for (const { value } of disclosures) collect(disclosedValue(value), undefined, findings);
  const ascii = disclosures.map((disclosure) => disclosure.ascii);
  return after(digestTexts(ascii, sha256), (digests) => {
    const byDigest = disclosures.map((disclosure, at): [string, Disclosure] => [digests[at] ?? '', disclosure]);
    return { disclosures: new Map(byDigest), digests: new Set(findings.references.map(({ digest }) => digest)), ...findings };
  });
}

/** The value that a disclosure reveals, whichever of the two shapes it has; null when it has neither. */
export function disclosedValue(disclosure: Json): Json {
  if (!Array.isArray(disclosure)) return null;
  const parts: readonly Json[] = disclosure;
  return (parts.length === 3 ? parts[2] : parts[1]) ?? null;
}

/** The digest that an element of an array stands for, or undefined when it stands for itself. */
export function placeholderDigest(element: Json): string | undefined {
  if (!isJsonObject(element)) return undefined;
  const digest = element['...'];
  return typeof digest === 'string' ? digest : undefined;
}

function collect(value: Json, under: string | null | undefined, into: Findings): void {
  if (Array.isArray(value)) collectFromArray(value, under, into);
  else if (isJsonObject(value)) collectFromObject(value, under, into);
}

function collectFromObject(object: JsonObject, under: string | null | undefined, into: Findings): void {
  for (const name of Object.keys(object)) {
    const value = object[name] ?? null;
    if (name === '...') throw malformedCredential('placeholder');
    if (name === '_sd_alg' && under !== null) into.hasNestedAlgorithm = true;
    if (name === '_sd') collectDigests(object, value, under, into);
    else collect(value, under === null ? name : under, into);
  }
}

function collectDigests(host: JsonObject, digests: Json, under: string | null | undefined, into: Findings): void {
  if (!Array.isArray(digests)) throw malformedCredential('_sd');
  for (const digest of digests as readonly Json[]) {
    if (typeof digest !== 'string') throw malformedCredential('_sd');
    into.references.push({ digest, kind: 'member', host, under });
  }
}

function collectFromArray(array: readonly Json[], under: string | null | undefined, into: Findings): void {
  for (const element of array) {
    if (!isJsonObject(element) || !Object.hasOwn(element, '...')) {
      collect(element, under, into);
      continue;
    }
    const digest = placeholderDigest(element);
    if (digest === undefined || Object.keys(element).length !== 1) throw malformedCredential('placeholder');
    into.references.push({ digest, kind: 'element', host: element, under });
  }
}
