import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { insertCaseEvent } from './case-event.ts';
import { readCaseRow, readEventRow, readSubmissionRow } from './case-row.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { CaseChange, CaseName, CaseStore } from './store.ts';

/** Cases, in the tables `cases`, `submissions` and `case_events`. */
export function createCaseStore(db: Db, writeLog: WriteLog): CaseStore {
  return {
    findByToken: ({ agency, caseNumber }, tokenHash) =>
      run(async () => {
        const row = await selectCases(db)
          .where((where) => where.and({ 'cases.agency': agency, 'cases.case_number': caseNumber, token_hash: tokenHash }))
          .executeTakeFirst();
        return row === undefined ? null : readCaseRow(row);
      }),
    list: ({ agency, states, limit, after }) =>
      run(async () => {
        const cases = selectCases(db);
        const behind = after && { due: after.dueAt.getTime(), number: after.caseNumber };
        const rows = await (behind === undefined
          ? cases
          : cases.where((where) =>
              where.or([
                where('cases.due_at', '>', behind.due),
                where.and([where('cases.due_at', '=', behind.due), where('cases.case_number', '>', behind.number)]),
              ]),
            )
        )
          .where('cases.agency', '=', agency)
          .where('cases.state', 'in', states)
          .where('cases.erased_at', 'is', null)
          .orderBy('cases.due_at')
          .orderBy('cases.case_number')
          .limit(limit)
          .execute();
        return rows.map(readCaseRow);
      }),
    listErasureRequests: ({ agency, limit }) =>
      run(async () => {
        const rows = await selectCases(db)
          .where('cases.agency', '=', agency)
          .where('erasure_requests.requested_at', 'is not', null)
          .where('erasure_requests.refused_at', 'is', null)
          .orderBy('erasure_requests.requested_at')
          .limit(limit)
          .execute();
        return rows.map(readCaseRow);
      }),
    read: (name) => run(() => readCaseFile(db, name)),
    change: (name, revision, change) => runTransaction(db, (transaction) => changeCase(transaction, writeLog, { name, revision, change })),
  };
}

function selectCases(db: Db) {
  return db
    .selectFrom('cases')
    .leftJoin('status_rechecks', (join) =>
      join.onRef('status_rechecks.agency', '=', 'cases.agency').onRef('status_rechecks.case_number', '=', 'cases.case_number'),
    )
    .leftJoin('erasure_requests', (join) =>
      join.onRef('erasure_requests.agency', '=', 'cases.agency').onRef('erasure_requests.case_number', '=', 'cases.case_number'),
    )
    .selectAll('cases')
    .select([
      'erasure_requests.requested_at',
      'erasure_requests.refused_at',
      'erasure_requests.reason',
      'status_rechecks.state as recheck_state',
      'status_rechecks.taken_as_of',
      'status_rechecks.settled_at',
      'status_rechecks.settled_as_of',
    ]);
}

async function readCaseFile(db: Db, { agency, caseNumber }: CaseName) {
  const row = await selectCases(db)
    .where((where) => where.and({ 'cases.agency': agency, 'cases.case_number': caseNumber }))
    .executeTakeFirst();
  if (row === undefined) return null;
  const submissions = await db
    .selectFrom('submissions')
    .selectAll()
    .where((where) => where.and({ agency, case_number: caseNumber }))
    .orderBy('received_at')
    .execute();
  const events = await db
    .selectFrom('case_events')
    .selectAll()
    .where((where) => where.and({ agency, case_number: caseNumber }))
    .orderBy('at')
    .execute();
  return { case: readCaseRow(row), submissions: submissions.map(readSubmissionRow), events: events.map(readEventRow) };
}

type CaseStep = { readonly name: CaseName; readonly revision: number; readonly change: CaseChange };

async function changeCase(transaction: Transaction<Schema>, writeLog: WriteLog, { name, revision, change }: CaseStep): Promise<boolean> {
  const { agency, caseNumber } = name;
  const { state, nextAction, event } = change;
  const at = event.at.getTime();
  const changed = await transaction
    .updateTable('cases')
    .set({ state, updated_at: at, revision: revision + 1, next_fa: nextAction?.fa ?? null, next_en: nextAction?.en ?? null })
    .where((where) => where.and({ agency, case_number: caseNumber, revision }))
    .where('erased_at', 'is', null)
    .returning('case_number')
    .executeTakeFirst();
  if (changed === undefined) return false;
  const row = { agency, id: event.id, case_number: caseNumber, at, kind: event.kind, actor: event.actor, note: event.note };
  const fact = await insertCaseEvent(transaction, row, { caseNumber, type: 'case.changed', outcome: state });
  await writeLog(transaction, agency, [fact]);
  return true;
}
