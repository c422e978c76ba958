import { AppError } from '../../errors/index.ts';
import { findLookAlike, type TrustList } from '../../trust/index.ts';

/**
 * A site that may be taken for an agency's gets no further, whatever it sends and whoever signed it.
 * @throws AppError `lookalike_origin`, which names the agency, its own origin and the likeness
 */
export function checkLookAlike(trust: TrustList, origin: string): void {
  const found = findLookAlike(trust, origin);
  if (found !== undefined) throw new AppError('lookalike_origin', { agency: found.agency.id, origin: found.origin, reason: found.reason });
}
