import { caseStatus } from '@daricheh/shared/catalogue';
import { AppError } from '@daricheh/shared/errors';
import { askAboutCase } from './ask-about-case.ts';
import type { ReceivedCase } from './case-record.ts';
import { checkTimeStamp } from './check-time-stamp.ts';
import type { DeliverPorts } from './deliver-case.ts';
import { fetchEvidence } from './fetch-evidence.ts';

/**
 * The case with what its agency says of it now, and with the evidence that the agency keeps: asked for once, and again where a
 * time stamp is still to come or will not hold for long.
 * @throws AppError `unavailable`, `agency_refused`, and the codes that the agency names
 */
export async function refreshCase(record: ReceivedCase, ports: DeliverPorts): Promise<ReceivedCase> {
  const refreshed = keepStatus(record, await askAboutCase(record, record.caseUri, ports), ports);
  // What was erased there has no evidence any more.
  if (refreshed.status?.erasure?.state === 'erased') return refreshed;
  return !record.hasAskedEvidence || (await needsTimeStamp(record, ports)) ? fetchEvidence(refreshed, ports) : refreshed;
}

/**
 * Asks the agency to erase the case, and gives the case with what it says to that: a request waits for somebody to decide it. What is kept
 * here stays. The token goes to the agency's own origin alone.
 * @throws AppError as `refreshCase`
 */
export async function askErasure(record: ReceivedCase, ports: Pick<DeliverPorts, 'send' | 'nowMs'>): Promise<ReceivedCase> {
  return keepStatus(record, await askAboutCase(record, `${record.caseUri}/erasure`, ports, '{}'), ports);
}

function keepStatus(record: ReceivedCase, answer: unknown, { nowMs }: Pick<DeliverPorts, 'nowMs'>): ReceivedCase {
  const parsed = caseStatus.safeParse(answer);
  if (!parsed.success || parsed.data.caseNumber !== record.caseNumber) throw new AppError('agency_refused', { what: 'case' });
  return { ...record, status: parsed.data, checkedAtMs: nowMs() };
}

/** Agencies renew a time stamp ninety days before it would end. */
const renewalMs = 90 * 86_400_000;

/** True while the agency has still to add the first time stamp, and again when the newest will not hold for long. */
async function needsTimeStamp({ header, awaitsTimeStamp, envelope }: ReceivedCase, ports: DeliverPorts): Promise<boolean> {
  if (header === undefined) return awaitsTimeStamp === true;
  return (await checkTimeStamp({ envelope }, header, new Date(ports.nowMs() + renewalMs), ports)) === null;
}
