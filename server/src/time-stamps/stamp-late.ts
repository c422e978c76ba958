import { AppError } from '@daricheh/shared/errors';
import { buildUnsignedHeader, encodeStampedSignature } from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { findRetryTime } from '../rechecks/retry-delay.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import { type AskPorts, askForTimeStamp } from './ask-authority.ts';

/** Longer than an authority may take; then another process may have it. */
const leaseMs = 60_000;

/**
 * Has every signature stamped that is due at an agency, until none is or `signal` aborts. What cannot be had now is put
 * off, each time for longer, and for all others of the round too: they ask the same authority.
 */
export async function stampLateSignatures(
  { id, timeStampsFrom }: Pick<Agency, 'id' | 'timeStampsFrom'>,
  ports: AskPorts & Pick<Deps, 'store' | 'log'>,
  signal?: AbortSignal,
): Promise<void> {
  const { store, now, randomBytes, log } = ports;
  while (timeStampsFrom !== null && signal?.aborted !== true) {
    const job = await store.evidence.take(id, now(), new Date(now().getTime() + leaseMs));
    if (job === null) return;
    try {
      const header = buildUnsignedHeader(await askForTimeStamp(timeStampsFrom, encodeStampedSignature(job.signature), ports));
      const event = { id: makeRandomName(randomBytes, 16), kind: 'time-stamped' };
      if (await store.evidence.settle(job, { header, at: now(), event })) log({ level: 'info', event: 'time stamped', agency: id });
    } catch (error) {
      if (!(error instanceof AppError) || error.facts['what'] !== 'time_stamp') throw error;
      await store.evidence.postpone(job, findRetryTime(now(), job.tries + 1));
      return;
    }
  }
}
