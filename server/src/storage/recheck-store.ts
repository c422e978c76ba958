import { sql, type Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { insertCaseEvent } from './case-event.ts';
import type { CaseName } from './case-name.ts';
import type { RecheckJob, RecheckStore, Settlement } from './rechecks.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema, StatusRecheckRow } from './schema.ts';

/** Look-ups that must be made again, in the table `status_rechecks`. A lease is a date before which the look-up is not due. */
export function createRecheckStore(db: Db, writeLog: WriteLog): RecheckStore {
  return {
    take: (agency, now, leasedUntil) =>
      run(async () => {
        const first = db
          .selectFrom('status_rechecks')
          .select('case_number')
          .where((where) => where.and({ agency, state: 'waiting' }))
          .where('due_at', '<=', now.getTime())
          .orderBy('due_at')
          .limit(1);
        const row = await db
          .updateTable('status_rechecks')
          .set({ due_at: leasedUntil.getTime() })
          .where((where) => where.and({ agency, state: 'waiting' }))
          .where('case_number', '=', first)
          // Asked again of the row itself: somebody may have taken it since it was found.
          .where('due_at', '<=', now.getTime())
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? null : readJob(row);
      }),
    postpone: ({ agency, caseNumber, leasedUntil, tries }, dueAt) =>
      run(async () => {
        const written = await db
          .updateTable('status_rechecks')
          .set({ due_at: dueAt.getTime(), tries: tries + 1 })
          .where((where) => where.and({ agency, case_number: caseNumber, state: 'waiting', due_at: leasedUntil.getTime() }))
          .returning('case_number')
          .executeTakeFirst();
        return written !== undefined;
      }),
    settle: (name, settlement) => runTransaction(db, (transaction) => settle(transaction, writeLog, { name, settlement })),
  };
}

function readJob(row: StatusRecheckRow): RecheckJob {
  return {
    ...{ agency: row.agency, caseNumber: row.case_number, issuer: row.issuer, uri: row.uri, index: row.list_index },
    ...readMandatePlace(row),
    ...{ receivedAt: new Date(row.received_at), tries: row.tries, leasedUntil: new Date(row.due_at) },
  };
}

function readMandatePlace({
  mandate_issuer: issuer,
  mandate_uri: uri,
  mandate_index: index,
}: StatusRecheckRow): Pick<RecheckJob, 'mandate'> {
  return issuer === null || uri === null || index === null ? {} : { mandate: { issuer, uri, index } };
}

async function settle(
  transaction: Transaction<Schema>,
  writeLog: WriteLog,
  { name, settlement: { verdict, at, asOf, event, change } }: { readonly name: CaseName; readonly settlement: Settlement },
): Promise<boolean> {
  const ofCase = { agency: name.agency, case_number: name.caseNumber };
  const settled = await transaction
    .updateTable('status_rechecks')
    .set({ state: verdict, settled_at: at.getTime(), settled_as_of: asOf.getTime() })
    .where((where) => where.and({ ...ofCase, state: 'waiting' }))
    .returning('case_number')
    .executeTakeFirst();
  if (settled === undefined) return false;
  if (change !== null) await changeCase(transaction, ofCase, { at, ...change });
  const row = { ...ofCase, ...event, at: at.getTime(), actor: null, note: null };
  const announce = { caseNumber: name.caseNumber, type: 'status.settled', outcome: verdict } as const;
  await writeLog(transaction, name.agency, [await insertCaseEvent(transaction, row, announce)]);
  return true;
}

/** In one statement, so that a caseworker's change at the same time comes before it or after it. */
async function changeCase(
  transaction: Transaction<Schema>,
  ofCase: { readonly agency: string; readonly case_number: string },
  { at, from, to, nextAction }: NonNullable<Settlement['change']> & { readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('cases')
    .set((set) => ({
      state: set.case().when('state', 'in', from).then(to).else(set.ref('state')).end(),
      revision: sql<number>`revision + 1`,
      ...{ updated_at: at.getTime(), next_fa: nextAction.fa, next_en: nextAction.en },
    }))
    .where((where) => where.and(ofCase))
    .execute();
}
