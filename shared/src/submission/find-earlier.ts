import { AppError } from '../errors/index.ts';
import type { EarlierSubmission, Manifest } from './manifest.ts';

/** What became of an earlier submission by this one, and which it is. */
export type NamedEarlier = EarlierSubmission & { readonly kind: 'amends' | 'withdraws' };

/** The submission that this one amends or withdraws; null where it stands for itself. */
export function findEarlier({ amends, withdraws }: Pick<Manifest, 'amends' | 'withdraws'>): NamedEarlier | null {
  if (amends !== undefined) return { kind: 'amends', ...amends };
  return withdraws === undefined ? null : { kind: 'withdraws', ...withdraws };
}

/**
 * What several people sign stands for itself: it neither amends nor withdraws anything. Nobody of them may alone, and a withdrawal, which has
 * no answers, names nobody who must sign it.
 * @throws AppError `co_signed_fixed`
 */
export function checkStandsAlone(manifest: Pick<Manifest, 'amends' | 'withdraws' | 'signers'>): void {
  if (manifest.signers !== undefined && findEarlier(manifest) !== null) throw new AppError('co_signed_fixed');
}
