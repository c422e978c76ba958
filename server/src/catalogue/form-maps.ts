import type { Agency } from '../agencies/agency.ts';

const dayMs = 86_400_000;

/**
 * Gives each agency's signed form map; undefined where it has none. One signature serves for a day, so that a server that runs for a year hands out none
 * that has run out, and nobody makes it sign with each request.
 */
export function createFormMaps(now: () => Date): (agency: Agency) => Promise<string> | undefined {
  const kept = new Map<string, { readonly jws: Promise<string>; readonly sealedAtMs: number }>();
  return ({ id, sealFormMap }) => {
    if (sealFormMap === null) return undefined;
    const at = now();
    const known = kept.get(id);
    if (known && at.getTime() - known.sealedAtMs < dayMs) return known.jws;
    const jws = sealFormMap(at);
    kept.set(id, { jws, sealedAtMs: at.getTime() });
    jws.catch(() => kept.delete(id));
    return jws;
  };
}
