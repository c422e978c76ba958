import { caseState } from '@daricheh/shared/catalogue';
import { mandateRelations } from '@daricheh/shared/vocabulary';
import { recheckStates } from './rechecks.ts';
import type { CaseEventRow, CaseRow, ErasureRequestRow, StatusRecheckRow, SubmissionRow } from './schema.ts';
import type { CaseEvent, CaseRecord, SubmissionRecord } from './store.ts';

/** A row of `cases` beside its rows of `status_rechecks` and `erasure_requests`, where it has them. */
export type JoinedCaseRow = CaseRow & {
  readonly recheck_state: StatusRecheckRow['state'] | null;
  readonly taken_as_of: StatusRecheckRow['taken_as_of'] | null;
} & Pick<StatusRecheckRow, 'settled_at' | 'settled_as_of'> & {
    readonly requested_at: ErasureRequestRow['requested_at'] | null;
  } & Pick<ErasureRequestRow, 'refused_at' | 'reason'>;

/** The case that such a row holds. */
export function readCaseRow(row: JoinedCaseRow): CaseRecord {
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
    recheck: readRecheck(row),
    erasedAt: row.erased_at === null ? null : new Date(row.erased_at),
    erasureRequest: readErasureRequest(row),
    about: readAbout(row),
    closedBy: row.closed_by,
    ...readMandate(row),
  };
}

function readMandate({ mandate_relation: relation }: JoinedCaseRow): Pick<CaseRecord, 'mandate'> {
  const mandate = mandateRelations.find((each) => each === relation);
  return mandate === undefined ? {} : { mandate };
}

function readAbout({ about_kind: kind, about_case: caseNumber }: JoinedCaseRow): CaseRecord['about'] {
  return (kind === 'amends' || kind === 'withdraws') && caseNumber !== null ? { kind, caseNumber } : null;
}

function readRecheck({ recheck_state, taken_as_of, settled_at, settled_as_of }: JoinedCaseRow): CaseRecord['recheck'] {
  const state = recheckStates.find((each) => each === recheck_state);
  if (state === undefined || taken_as_of === null) return null;
  const settled = settled_at === null || settled_as_of === null ? null : { at: new Date(settled_at), asOf: new Date(settled_as_of) };
  return { state, takenAsOf: new Date(taken_as_of), settled };
}

function readErasureRequest({ requested_at, refused_at, reason }: JoinedCaseRow): CaseRecord['erasureRequest'] {
  if (requested_at === null) return null;
  const refused = refused_at === null ? null : { at: new Date(refused_at), reason: reason ?? '' };
  return { requestedAt: new Date(requested_at), refused };
}

/** The submission that a row of `submissions` holds. */
export function readSubmissionRow(row: SubmissionRow): SubmissionRecord {
  return { id: row.id, receivedAt: new Date(row.received_at), manifestHash: row.manifest_hash, body: row.body, receipt: row.receipt };
}

/** The event that a row of `case_events` holds. */
export function readEventRow(row: CaseEventRow): CaseEvent {
  return { at: new Date(row.at), kind: row.kind, actor: row.actor, note: row.note };
}
