import type { Agency, Webhook } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { OutboxJob } from '../storage/outbox.ts';
import { findNextTry } from './retry-delay.ts';
import { sendEvent } from './send-event.ts';

/** Longer than a try takes; then another process may have the event. */
const leaseMs = 60_000;
/** How many events, each of another case, are under way at once. */
const lanes = 4;

type DeliveryPorts = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'fetchBytes' | 'log'>;
type Round = {
  readonly agency: Agency;
  readonly webhook: Webhook;
  readonly ports: DeliveryPorts;
  /** Aborted when the server stops, or the agency's system is away. */
  readonly ending: AbortController;
};

/**
 * Tells an agency's own system of every event that is due, until none is or `signal` aborts; those of one case one after the
 * other, in their order. What fails is put off, each time for longer, and in the end not tried any more. A system that is
 * away or overwhelmed ends the round: the other events are not held to have been tried.
 */
export async function deliverEvents(agency: Agency, ports: DeliveryPorts, signal?: AbortSignal): Promise<void> {
  const { webhook } = agency;
  if (webhook === null) return;
  const ending = new AbortController();
  signal?.addEventListener('abort', () => ending.abort(), { once: true, signal: ending.signal });
  await Promise.all(Array.from({ length: lanes }, () => deliverInTurn({ agency, webhook, ports, ending })));
}

async function deliverInTurn({ agency, webhook, ports, ending }: Round): Promise<void> {
  const { store, now } = ports;
  while (!ending.signal.aborted) {
    const job = await store.outbox.take(agency.id, now(), new Date(now().getTime() + leaseMs));
    if (job === null) return;
    const failure = await sendEvent(agency, webhook, job, ports);
    if (failure === null) await store.outbox.settle(job);
    else await postpone(job, failure, ports);
    if (failure !== null && isAway(failure)) ending.abort();
  }
}

async function postpone(job: OutboxJob, code: string, { store, now, randomBytes, log }: DeliveryPorts): Promise<void> {
  const [chance = 0] = randomBytes(1);
  const tries = job.tries + 1;
  const dueAt = findNextTry(now(), tries, chance / 255);
  await store.outbox.postpone(job, { code, dueAt });
  const event = dueAt === null ? 'webhook given up' : 'webhook failed';
  log({ level: 'warn', event, agency: job.agency, id: job.id, code, tries });
}

/** No answer, or one that says "later" of everything: 408, 425, 429 and 5xx. */
function isAway(failure: string): boolean {
  return !/^[1234]/.test(failure) || ['408', '425', '429'].includes(failure);
}
