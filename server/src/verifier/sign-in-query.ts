import { type DcqlRequest, parseDcqlRequest } from '@daricheh/shared/presentation';
import type { RegisteredUse } from '@daricheh/shared/trust';

/** Id of the one credential that a sign-in asks for. */
export const identityQueryId = 'identity';

/** A person may have one name only: family names, in either script, may be missing from an identity. */
const mayBeMissing = ['family_name', 'family_name_latin'];

/**
 * The query for exactly the claims of a registered use. Who has no family name can answer too: the combination without
 * it stands second.
 */
export function buildSignInQuery({ vct, claims }: Pick<RegisteredUse, 'vct' | 'claims'>): DcqlRequest {
  const asked = claims.map((path, at) => ({ id: `c${at}`, path }));
  const needed = asked.filter(({ path }) => !mayBeMissing.includes(path[0] ?? ''));
  const hasOptional = needed.length > 0 && needed.length < asked.length;
  const sets = hasOptional ? { claim_sets: [asked.map(({ id }) => id), needed.map(({ id }) => id)] } : {};
  return parseDcqlRequest({
    credentials: [{ id: identityQueryId, format: 'dc+sd-jwt', meta: { vct_values: [vct] }, claims: asked, ...sets }],
  });
}
