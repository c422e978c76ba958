import type { ClaimPath, JsonObject } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';

export type { ClaimPath };

/** Claims by name. */
export type Members = JsonObject;

/** A claim that a path leads to: where exactly it stands (no null in it), and its value. */
export type SelectedClaim = { readonly path: readonly (string | number)[]; readonly value: Json };

/**
 * Every claim that `path` leads to. None where it leads nowhere, and none at all where one of the ways meets a member of
 * another kind than the path needs: the standard stops there. Only own members count, so that a path such as
 * `constructor` finds nothing.
 * @see OpenID4VP 1.0, section 7.1.1
 */
export function selectClaims(claims: Json, path: ClaimPath): readonly SelectedClaim[] {
  let selected: readonly SelectedClaim[] = [{ path: [], value: claims }];
  for (const part of path) {
    const steps = selected.map((claim) => step(claim, part));
    if (!steps.every((next) => next !== null)) return [];
    selected = steps.flat();
  }
  return selected;
}

/** `claims` with nothing in it but what `paths` lead to, whole. Elements of an array that no path leads to are left out, and the others move up. */
export function pickClaims(claims: Members, paths: readonly ClaimPath[]): Members {
  const names = Object.keys(claims).filter((name) => paths.some(([first]) => first === name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      pickPart(
        claims[name] ?? null,
        paths.filter(([first]) => first === name),
      ),
    ]),
  );
}

function pickPart(value: Json, paths: readonly ClaimPath[]): Json {
  const deeper = paths.map((path) => path.slice(1));
  if (deeper.some((path) => path.length === 0) || typeof value !== 'object' || value === null) return value;
  if (isMembers(value)) return pickClaims(value, deeper);
  return value.flatMap((element, at) => {
    const within = deeper.filter(([first]) => first === null || first === at);
    return within.length === 0 ? [] : [pickPart(element, within)];
  });
}

/** True when both paths are the same, part by part. */
export function isSamePath(a: ClaimPath, b: ClaimPath): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at]);
}

/** Where `part` leads from one claim; null where it cannot be asked of a claim of that kind. */
function step({ path, value }: SelectedClaim, part: string | number | null): readonly SelectedClaim[] | null {
  if (typeof part === 'string') {
    if (!isMembers(value)) return null;
    return Object.hasOwn(value, part) ? [{ path: [...path, part], value: value[part] ?? null }] : [];
  }
  if (!Array.isArray(value)) return null;
  const elements = (value as readonly Json[]).map((element, at) => ({ path: [...path, at], value: element }));
  return part === null ? elements : elements.slice(part, part + 1);
}

function isMembers(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
