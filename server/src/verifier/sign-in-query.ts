import { AppError } from '@daricheh/shared/errors';
import { type DcqlRequest, parseDcqlRequest } from '@daricheh/shared/presentation';
import type { RegisteredAttributes, RegisteredUse } from '@daricheh/shared/trust';

/** Id of the one credential that a sign-in asks for. */
export const identityQueryId = 'identity';

/** A person may have one name only: family names, in either script, may be missing from an identity. */
const mayBeMissing = ['family_name', 'family_name_latin'];

/**
 * The query for exactly the claims of a registered use, of the first type of document that it names, as SD-JWT VC or
 * mdoc. Who has no family name can answer too: the combination without it stands second.
 * @throws AppError `use_not_registered` when it names none
 */
export function buildSignInQuery({ attributes }: Pick<RegisteredUse, 'attributes'>): DcqlRequest {
  const [document] = attributes;
  if (document === undefined) throw new AppError('use_not_registered');
  const asked = document.claims.map((path, at) => ({ id: `c${at}`, path }));
  const needed = asked.filter(({ path }) => !mayBeMissing.includes(path.at(-1) ?? ''));
  const hasOptional = needed.length > 0 && needed.length < asked.length;
  const sets = hasOptional ? { claim_sets: [asked.map(({ id }) => id), needed.map(({ id }) => id)] } : {};
  return parseDcqlRequest({ credentials: [{ id: identityQueryId, ...nameType(document), claims: asked, ...sets }] });
}

function nameType(document: RegisteredAttributes): object {
  if ('vct' in document) return { format: 'dc+sd-jwt', meta: { vct_values: [document.vct] } };
  return { format: 'mso_mdoc', meta: { doctype_value: document.doctype } };
}
