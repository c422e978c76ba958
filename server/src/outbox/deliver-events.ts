import type { Agency, Webhook } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { OutboxJob } from '../storage/outbox.ts';
import { findNextTry } from './retry-delay.ts';
import { type SendFailure, sendEvent } from './send-event.ts';

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
  /** Called when the agency's system is away and says until when. */
  readonly leaveInPeace: (until: Date) => void;
};

/**
 * Tells an agency's own system of every event that is due, until none is or `signal` aborts; those of one case one after the
 * other, in their order. What fails is put off, each time for longer, and in the end not tried any more; with 410 (Gone) not once
 * more. A system that is away or overwhelmed ends the round: the other events are not held to have been tried. Where it says when
 * to come again, it hears of nothing before.
 * @see Standard Webhooks 1.0, "Success, failure, and retries" and "Webhook consumer responses"
 */
export type DeliverEvents = (agency: Agency, signal?: AbortSignal) => Promise<void>;

/** One for the whole process: it remembers which systems want to be left in peace. */
export function createDelivery(ports: DeliveryPorts): DeliverEvents {
  const quietUntil = new Map<string, Date>();
  return async (agency, signal) => {
    const { webhook, id } = agency;
    const quiet = quietUntil.get(id);
    if (webhook === null || (quiet !== undefined && quiet > ports.now())) return;
    const ending = new AbortController();
    signal?.addEventListener('abort', () => ending.abort(), { once: true, signal: ending.signal });
    const round = { agency, webhook, ports, ending, leaveInPeace: (until: Date) => quietUntil.set(id, until) };
    await Promise.all(Array.from({ length: lanes }, () => deliverInTurn(round)));
  };
}

async function deliverInTurn({ agency, webhook, ports, ending, leaveInPeace }: Round): Promise<void> {
  const { store, now } = ports;
  while (!ending.signal.aborted) {
    const job = await store.outbox.take(agency.id, now(), new Date(now().getTime() + leaseMs));
    if (job === null) return;
    const failure = await sendEvent(agency, webhook, job, ports);
    if (failure === null) await store.outbox.settle(job);
    else await postpone(job, failure, ports);
    if (failure === null || !isAway(failure)) continue;
    if (failure.notBefore !== null) leaveInPeace(failure.notBefore);
    ending.abort();
  }
}

async function postpone(job: OutboxJob, { code, notBefore }: SendFailure, { store, now, randomBytes, log }: DeliveryPorts): Promise<void> {
  const [chance = 0] = randomBytes(1);
  const tries = job.tries + 1;
  const next = code === gone ? null : findNextTry(now(), tries, chance / 255);
  const dueAt = next !== null && notBefore !== null && notBefore > next ? notBefore : next;
  await store.outbox.postpone(job, { code, dueAt });
  const event = dueAt === null ? 'webhook given up' : 'webhook failed';
  log({ level: 'warn', event, agency: job.agency, id: job.id, code, tries });
}

/** The address wants no event any more. */
const gone = '410';

/** No answer, or one that says "later" or "never" of everything: 408, 410, 425, 429 and 5xx. */
function isAway({ code }: SendFailure): boolean {
  return !/^[1234]/.test(code) || ['408', gone, '425', '429'].includes(code);
}
