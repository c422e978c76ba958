import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import type { SubmissionOutcome } from '../consent/prompt-view.ts';
import type { ItemChange } from '../records/wallet-items.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import type { PendingCase, ReceivedCase } from './case-record.ts';
import { type DeliverPorts, deliverCase } from './deliver-case.ts';

export type SendPorts = DeliverPorts & { readonly records: WalletRecords };

/** What came of sending: as the citizen is told, and the record where the agency received it. */
export type Settled = {
  readonly outcome: SubmissionOutcome | { readonly kind: 'refused'; readonly caseId: string; readonly code: ErrorCode };
  readonly record: ReceivedCase | null;
};

/** Sends a kept submission and records what came of it, in the case and in the ledger's row of the same id. */
export async function settleCase(pending: PendingCase, ports: SendPorts): Promise<Settled> {
  const { records } = ports;
  const delivery = await deliverCase(pending, ports);
  const { id: caseId } = pending;
  if (delivery.kind === 'kept') return { outcome: { kind: 'kept', caseId, code: delivery.code }, record: null };
  if (delivery.kind === 'awaiting') {
    const { label, link, expiresAt } = delivery.record.awaits;
    await records.commit([records.cases.put(delivery.record), ...(await settleRelease(records, caseId))]);
    return { outcome: { kind: 'awaiting', caseId, label, link, expiresAtMs: Date.parse(expiresAt) }, record: null };
  }
  if (delivery.kind === 'refused') {
    await records.commit([records.cases.put(delivery.record), ...(await settleRelease(records, caseId))]);
    return { outcome: { kind: 'refused', caseId, code: delivery.code }, record: null };
  }
  const { record } = delivery;
  await records.commit([records.cases.put(record), ...(await settleRelease(records, caseId, record.caseNumber))]);
  return { outcome: { kind: 'received', caseId, caseNumber: record.caseNumber, dueAtMs: Date.parse(record.dueAt) }, record };
}

/**
 * As `settleCase`, for one who has nothing to show for a refusal.
 * @throws AppError the code with which the agency refused it for good
 */
export async function sendCase(
  pending: PendingCase,
  ports: SendPorts,
): Promise<{ readonly outcome: SubmissionOutcome; readonly record: ReceivedCase | null }> {
  const { outcome, record } = await settleCase(pending, ports);
  if (outcome.kind === 'refused') throw new AppError(outcome.code);
  return { outcome, record };
}

async function settleRelease(records: WalletRecords, id: string, caseNumber?: string): Promise<ItemChange[]> {
  const release = await records.releases.find(id);
  return release ? [records.releases.put({ ...release, outcome: 'sent', ...(caseNumber !== undefined && { caseNumber }) })] : [];
}
