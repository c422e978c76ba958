import type { RegisteredUse, TrustedAgency } from '../trust/index.ts';
import type { ClaimPath } from './claim-path.ts';
import type { DcqlRequest } from './dcql.ts';

/** True when `path` is one that the use registers, or lies below one. */
export function isClaimRegistered(use: Pick<RegisteredUse, 'claims'>, path: ClaimPath): boolean {
  return use.claims.some((registered) => registered.length <= path.length && registered.every((part, at) => part === path[at]));
}

/**
 * The registered use that the query serves, whose purpose can be shown: one of a type that is asked, the one that covers
 * most of the claims. Undefined when the agency is registered for none of the types. Claims that it does not cover are
 * beyond the registration.
 */
export function findRegisteredUse(agency: TrustedAgency, { credentials }: DcqlRequest): RegisteredUse | undefined {
  const fitting = agency.uses.filter((use) => credentials.some(({ meta }) => meta.vct_values?.includes(use.vct)));
  const paths = credentials.flatMap(({ claims = [] }) => claims.map(({ path }) => path));
  const count = (use: RegisteredUse) => paths.filter((path) => isClaimRegistered(use, path)).length;
  return fitting.reduce<RegisteredUse | undefined>((best, use) => (best === undefined || count(use) > count(best) ? use : best), undefined);
}
