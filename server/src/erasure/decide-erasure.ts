import { AppError } from '@daricheh/shared/errors';
import type { CaseName } from '../storage/store.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import { type ErasePorts, eraseCase } from './erase-case.ts';

export type ErasureDecision = {
  readonly to: 'erase' | 'refuse';
  /** To the citizen, who is told why; needed for a refusal. */
  readonly reason: string;
  readonly caseworkerId: string;
};

/**
 * Grants or refuses what the citizen asked for.
 * @throws AppError `case_moved_on` when no request waits (any more); `malformed_request` when a refusal has no reason
 */
export async function decideErasure(name: CaseName, { to, reason, caseworkerId }: ErasureDecision, ports: ErasePorts): Promise<void> {
  const { store, now, randomBytes } = ports;
  const file = await store.cases.read(name);
  if (file === null) throw new AppError('not_found');
  const { erasureRequest } = file.case;
  if (erasureRequest === null || erasureRequest.refused !== null) throw new AppError('case_moved_on');
  if (to === 'refuse' && reason === '') throw new AppError('malformed_request', { field: 'reason' });
  const refusal = { id: makeRandomName(randomBytes, 16), at: now(), actor: caseworkerId, reason };
  const isDone = to === 'erase' ? await eraseCase(name, caseworkerId, ports) : await store.erasures.refuse(name, refusal);
  if (!isDone) throw new AppError('case_moved_on');
}
