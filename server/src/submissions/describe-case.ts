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
    ...describeErasure(record),
    ...(record.about !== null && { about: record.about }),
    ...(record.closedBy !== null && { closedBy: record.closedBy }),
    ...(record.mandate !== undefined && { mandate: record.mandate }),
  };
}

/** What became of a wish to have it erased; nothing where nobody had it and it stands. */
function describeErasure({ erasedAt, erasureRequest }: CaseRecord): Pick<CaseStatus, 'erasure'> {
  if (erasedAt !== null) return { erasure: { state: 'erased', at: erasedAt.toISOString() } };
  if (erasureRequest === null) return {};
  const { requestedAt, refused } = erasureRequest;
  if (refused === null) return { erasure: { state: 'requested', at: requestedAt.toISOString() } };
  return { erasure: { state: 'refused', at: refused.at.toISOString(), reason: refused.reason } };
}
