import type { SignedMandate } from '@daricheh/shared/submission';
import { mandateRelations } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

/** In whose place the citizen signed, and as what. Lists name them, since who acts for several must tell their rows apart. */
export const actsFor = z.strictObject({ name: z.string(), relation: z.enum(mandateRelations) });
export type ActsFor = z.infer<typeof actsFor>;

/** Whom a mandate names, and as what its holder acts. */
export function describePrincipal({ relation, principal: { name } }: SignedMandate): ActsFor {
  return { name, relation };
}
