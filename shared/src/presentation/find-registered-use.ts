import { type DocumentType, isSameType } from '../credential/index.ts';
import { coversClaim, type RegisteredUse, type TrustedAgency } from '../trust/index.ts';
import type { ClaimPath } from './claim-path.ts';
import type { CredentialQuery, DcqlRequest } from './dcql.ts';

/**
 * The registered use that the query serves, whose purpose can be shown: of those that know a type that is asked, the one
 * that covers most of the claims. Undefined when the agency is registered for none of the types. Claims that it does not
 * cover are beyond the registration.
 */
export function findRegisteredUse(agency: Pick<TrustedAgency, 'uses'>, { credentials }: DcqlRequest): RegisteredUse | undefined {
  const asked = credentials.flatMap((each) =>
    listTypes(each).map((type) => ({ type, paths: (each.claims ?? []).map(({ path }) => path) })),
  );
  const fitting = agency.uses.filter((use) => asked.some(({ type }) => coversType(use, type)));
  const count = (use: RegisteredUse) => asked.reduce((sum, { type, paths }) => sum + countCovered(use, type, paths), 0);
  return fitting.reduce<RegisteredUse | undefined>((best, use) => (best === undefined || count(use) > count(best) ? use : best), undefined);
}

function listTypes({ meta }: CredentialQuery): DocumentType[] {
  const { doctype_value: doctype } = meta;
  return [...(meta.vct_values ?? []).map((vct) => ({ vct })), ...(typeof doctype === 'string' ? [{ doctype }] : [])];
}

function coversType({ attributes }: RegisteredUse, type: DocumentType): boolean {
  return attributes.some((entry) => isSameType(entry, type));
}

function countCovered(use: RegisteredUse, type: DocumentType, paths: readonly ClaimPath[]): number {
  return paths.filter((path) => coversClaim(use, type, path)).length;
}
