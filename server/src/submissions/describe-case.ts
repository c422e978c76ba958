import type { CaseStatus } from '@daricheh/shared/catalogue';
import type { CaseRecord } from '../storage/store.ts';

/** What the citizen is told of a case. */
export function describeCase(record: CaseRecord): CaseStatus {
  return {
    caseNumber: record.caseNumber,
    title: record.title,
    state: record.state,
    receivedAt: record.receivedAt.toISOString(),
    dueAt: record.dueAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    nextAction: record.nextAction,
  };
}
