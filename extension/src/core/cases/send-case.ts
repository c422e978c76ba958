import { AppError } from '@daricheh/shared/errors';
import type { SubmissionOutcome } from '../consent/prompt-view.ts';
import type { ItemChange } from '../records/wallet-items.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import type { PendingCase, ReceivedCase } from './case-record.ts';
import { type DeliverPorts, deliverCase } from './deliver-case.ts';

export type SendPorts = DeliverPorts & { readonly records: WalletRecords };

/**
 * Sends a kept submission and records what came of it, in the case and in the ledger's row of the same id.
 * @returns the outcome, with the record where the agency received it
 * @throws AppError the code with which the agency refused it for good
 */
export async function sendCase(
  pending: PendingCase,
  ports: SendPorts,
): Promise<{ readonly outcome: SubmissionOutcome; readonly record: ReceivedCase | null }> {
  const { records } = ports;
  const delivery = await deliverCase(pending, ports);
  if (delivery.kind === 'kept') return { outcome: { kind: 'kept', caseId: pending.id, code: delivery.code }, record: null };
  if (delivery.kind === 'refused') {
    await records.commit([records.cases.put(delivery.record), ...(await settleRelease(records, pending.id))]);
    throw new AppError(delivery.code);
  }
  const { record } = delivery;
  await records.commit([records.cases.put(record), ...(await settleRelease(records, pending.id, record.caseNumber))]);
  return { outcome: { kind: 'received', caseId: record.id, caseNumber: record.caseNumber, dueAtMs: Date.parse(record.dueAt) }, record };
}

async function settleRelease(records: WalletRecords, id: string, caseNumber?: string): Promise<ItemChange[]> {
  const release = await records.releases.find(id);
  return release ? [records.releases.put({ ...release, outcome: 'sent', ...(caseNumber !== undefined && { caseNumber }) })] : [];
}
