import { inflateZlib } from '@daricheh/shared/credential';
import { parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { signedEnvelope, splitSignatures } from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { findRetryTime } from '../rechecks/retry-delay.ts';
import type { StampJob } from '../storage/evidence.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import type { Found, LookPorts } from './due-signature.ts';
import { renewTimeStamp } from './renew-time-stamp.ts';
import { stampLate } from './stamp-late.ts';

/** Longer than an authority may take; then another process may have it. */
const leaseMs = 60_000;

type KeepPorts = Omit<LookPorts, 'inflate'> & Pick<Deps, 'store' | 'log'>;

/**
 * Looks at every signature that is due at an agency, until none is or `signal` aborts: one without a time stamp gets its
 * first, one whose time stamp will not hold for long gets a newer one around it. What cannot be had now is put off, each
 * time for longer, and for all others of the round too: they ask the same authority.
 */
export async function keepTimeStamps(
  { id, timeStampsFrom }: Pick<Agency, 'id' | 'timeStampsFrom'>,
  ports: KeepPorts,
  signal?: AbortSignal,
): Promise<void> {
  const { store, now } = ports;
  while (timeStampsFrom !== null && signal?.aborted !== true) {
    const job = await store.evidence.take(id, now(), new Date(now().getTime() + leaseMs));
    if (job === null) return;
    try {
      await settle(job, await look(job, timeStampsFrom, ports), ports);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
      await store.evidence.postpone(job, findRetryTime(now(), job.tries + 1));
      return;
    }
  }
}

async function look(job: StampJob, authority: string, ports: KeepPorts): Promise<Found> {
  const file = await ports.store.cases.read(job);
  const evidence = (await ports.store.evidence.list(job)).find(({ signature }) => signature === job.signature);
  const envelope = file?.submissions
    .filter(({ receipt }) => receipt !== null)
    .flatMap(({ body }) => signedEnvelope.safeParse(parseStrictJson(body)).data ?? [])
    .flatMap(splitSignatures)
    .find((part) => part.envelope.jws.signature === job.signature)?.envelope;
  // What was submitted is not kept any more: nobody will ask to have it proven.
  if (envelope === undefined || evidence === undefined) return { dueAt: null };
  const { statusToken, mandateStatusToken = null } = evidence;
  const due = { envelope, statusToken, mandateStatusToken, authority };
  const withInflate = { ...ports, inflate: inflateZlib };
  return evidence.header === null ? stampLate(due, withInflate) : renewTimeStamp(due, evidence.header, withInflate);
}

async function settle(job: StampJob, { happened, ...found }: Found, { store, now, randomBytes, log }: KeepPorts): Promise<void> {
  const event = happened && { id: makeRandomName(randomBytes, 16), kind: happened, outcome: happened === 'time-stamped' ? null : happened };
  const isSettled = await store.evidence.settle(job, { ...found, at: now(), ...(event && { event }) });
  if (!isSettled || happened === undefined) return;
  log({ level: happened === 'time-stamp-unprovable' ? 'warn' : 'info', event: happened.replaceAll('-', ' '), agency: job.agency });
}
