import { AppError } from '../errors/index.ts';
import { type EditionPorts, openEdition } from './edition.ts';
import { judgeFreshness } from './freshness.ts';
import type { TrustList } from './trust-list.ts';

/**
 * The list in a signed text, for whoever reads it once and keeps nothing: signed under a pinned root, and not too old to
 * be used. Who keeps one from day to day wants `openEdition` and `followEdition`, which let none go back.
 * @throws AppError `trust_list_invalid`, `trust_list_expired`
 */
export async function readTrustList(token: string, ports: EditionPorts): Promise<TrustList> {
  const { list } = await openEdition([token.trim()], ports);
  if (judgeFreshness(list, ports.now()) === 'expired') throw new AppError('trust_list_expired');
  return list;
}
