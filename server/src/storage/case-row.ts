import { caseState } from '@daricheh/shared/catalogue';
import type { CaseEventRow, CaseRow, SubmissionRow } from './schema.ts';
import type { CaseEvent, CaseRecord, SubmissionRecord } from './store.ts';

/** The case that a row of `cases` holds. */
export function readCaseRow(row: CaseRow): CaseRecord {
  return {
    agency: row.agency,
    caseNumber: row.case_number,
    formId: row.form_id,
    title: { fa: row.title_fa, en: row.title_en },
    state: caseState.parse(row.state),
    isSigned: row.is_signed === 1,
    receivedAt: new Date(row.received_at),
    dueAt: new Date(row.due_at),
    updatedAt: new Date(row.updated_at),
    revision: row.revision,
    nextAction: row.next_fa === null || row.next_en === null ? null : { fa: row.next_fa, en: row.next_en },
  };
}

/** The submission that a row of `submissions` holds. */
export function readSubmissionRow(row: SubmissionRow): SubmissionRecord {
  return { id: row.id, receivedAt: new Date(row.received_at), manifestHash: row.manifest_hash, body: row.body, receipt: row.receipt };
}

/** The event that a row of `case_events` holds. */
export function readEventRow(row: CaseEventRow): CaseEvent {
  return { at: new Date(row.at), kind: row.kind, actor: row.actor, note: row.note };
}
