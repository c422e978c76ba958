import type { Json } from '@daricheh/shared/encoding';

/** The member of `claims` that `path` leads to, own members only; undefined where there is none. */
export function readClaim(claims: Json | undefined, path: readonly string[]): Json | undefined {
  let at: Json | undefined = claims;
  for (const name of path) {
    if (at === null || typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
    at = (at as { readonly [name: string]: Json })[name];
  }
  return at;
}
