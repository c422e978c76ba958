import type { IssuanceToken } from '@daricheh/shared/issuance';
import * as z from 'zod/mini';

/**
 * What an issuer granted once, for one document or several (stored shape, version 1): by it copies are renewed, and the
 * issuer is told what became of them. All of it is secret. It is kept as long as a document or a notice names it.
 */
export const issuanceGrant = z.strictObject({
  id: z.string(),
  issuer: z.string(),
  accessToken: z.string(),
  /** Whether tokens count only with proofs by the wallet's DPoP key at this issuer. */
  isBound: z.boolean(),
  /** Null where nothing can be renewed by it. */
  refreshToken: z.nullable(z.string()),
});
export type IssuanceGrant = z.infer<typeof issuanceGrant>;

/** The grant with the tokens that came last; an issuer that sends no new refresh token lets the old one serve on. */
export function updateGrant(grant: IssuanceGrant, { accessToken, isBound, refreshToken }: IssuanceToken): IssuanceGrant {
  return { ...grant, accessToken, isBound, refreshToken: refreshToken ?? grant.refreshToken };
}
