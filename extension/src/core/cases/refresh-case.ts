import { caseStatus } from '@daricheh/shared/catalogue';
import { AppError } from '@daricheh/shared/errors';
import { isContinuedBy, submissionEvidence } from '@daricheh/shared/submission';
import { readJson } from '../http/http.ts';
import type { ReceivedCase } from './case-record.ts';
import { checkTimeStamp } from './check-time-stamp.ts';
import type { DeliverPorts } from './deliver-case.ts';

/**
 * The case with what its agency says of it now, and with the time stamp of the signature where it has come, or was renewed, since. The token
 * goes to the agency's own origin alone.
 * @throws AppError `unavailable`, `agency_refused`, and the codes that the agency names
 */
export async function refreshCase(record: ReceivedCase, ports: DeliverPorts): Promise<ReceivedCase> {
  const refreshed = keepStatus(record, await askAbout(record, record.caseUri, ports), ports);
  // What was erased there gets no time stamp any more.
  const isErased = refreshed.status?.erasure?.state === 'erased';
  return !isErased && (await needsTimeStamp(record, ports)) ? fetchTimeStamp(refreshed, ports) : refreshed;
}

/**
 * Asks the agency to erase the case, and gives the case with what it says to that: a request waits for somebody to decide it. What is kept
 * here stays. The token goes to the agency's own origin alone.
 * @throws AppError as `refreshCase`
 */
export async function askErasure(record: ReceivedCase, ports: Pick<DeliverPorts, 'send' | 'nowMs'>): Promise<ReceivedCase> {
  return keepStatus(record, await askAbout(record, `${record.caseUri}/erasure`, ports, '{}'), ports);
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

/** The case with a header that holds and goes on from the one that is kept; as it was while there is none. */
async function fetchTimeStamp(record: ReceivedCase, ports: DeliverPorts): Promise<ReceivedCase> {
  const parsed = submissionEvidence.safeParse(await askAbout(record, `${record.caseUri}/evidence`, ports));
  const header = parsed.data?.header ?? null;
  if (header === null || (await checkTimeStamp(record, header, new Date(ports.nowMs()), ports)) === null) return record;
  if (record.header !== undefined && !isContinuedBy(record.header, header)) return record;
  return { ...record, header, awaitsTimeStamp: false };
}

/** GETs, or, where there is a body, POSTs it. */
async function askAbout(
  { caseUri, caseToken, agency }: ReceivedCase,
  url: string,
  { send }: Pick<DeliverPorts, 'send'>,
  body?: string,
): Promise<unknown> {
  if (new URL(caseUri).origin !== agency.origin) throw new AppError('agency_refused', { what: 'address' });
  const headers = { authorization: `Bearer ${caseToken}`, accept: 'application/json' };
  if (body === undefined) return readJson(await send({ url, method: 'GET', headers }));
  return readJson(await send({ url, method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }));
}
