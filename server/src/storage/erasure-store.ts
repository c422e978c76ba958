import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { insertCaseEvent } from './case-event.ts';
import type { CaseName } from './case-name.ts';
import { eraseCase } from './erase-case.ts';
import type { ErasureAct, ErasureStore } from './erasures.ts';
import type { Announcement } from './outbox.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';

/** What each act is called in the case's history and to the agency's own system. */
const acts = {
  request: { kind: 'erasure-requested', type: 'erasure.requested' },
  refuse: { kind: 'erasure-refused', type: 'erasure.refused' },
  erase: { kind: 'erased', type: 'case.erased' },
} as const satisfies Readonly<Record<string, { readonly kind: string; readonly type: Announcement['type'] }>>;

/** Erasure of cases, and requests for it in the table `erasure_requests`. */
export function createErasureStore(db: Db, writeLog: WriteLog): ErasureStore {
  const record = async (transaction: Transaction<Schema>, { name, act, of, note }: Recorded): Promise<void> => {
    const { agency, caseNumber } = name;
    const { kind, type } = acts[of];
    const row = { agency, case_number: caseNumber, id: act.id, at: act.at.getTime(), kind, actor: act.actor, note };
    await writeLog(transaction, agency, [await insertCaseEvent(transaction, row, { caseNumber, type, outcome: null })]);
  };
  return {
    request: (name, act) =>
      runTransaction(db, async (transaction) => {
        if (!(await insertRequest(transaction, name, act.at))) return false;
        await record(transaction, { name, act, of: 'request', note: null });
        return true;
      }),
    refuse: (name, act) =>
      runTransaction(db, async (transaction) => {
        const refused = await transaction
          .updateTable('erasure_requests')
          .set({ refused_at: act.at.getTime(), reason: act.reason })
          .where((where) => where.and({ agency: name.agency, case_number: name.caseNumber }))
          .where('refused_at', 'is', null)
          .returning('case_number')
          .executeTakeFirst();
        if (refused === undefined) return false;
        await record(transaction, { name, act, of: 'refuse', note: act.reason });
        return true;
      }),
    erase: (name, act) =>
      runTransaction(db, async (transaction) => {
        if (!(await eraseCase(transaction, name, act.at))) return false;
        await record(transaction, { name, act, of: 'erase', note: null });
        return true;
      }),
    listOverdue: ({ agency, now, limit }) =>
      run(async () => {
        const rows = await db
          .selectFrom('cases')
          .select('case_number')
          .where('agency', '=', agency)
          .where('keep_until', '<=', now.getTime())
          .where('state', 'not in', ['received', 'in-review', 'more-needed'])
          .orderBy('keep_until')
          .limit(limit)
          .execute();
        return rows.map(({ case_number: caseNumber }) => ({ agency, caseNumber }));
      }),
  };
}

type Recorded = { readonly name: CaseName; readonly act: ErasureAct; readonly of: keyof typeof acts; readonly note: string | null };

/** The case's row is written first, so that an erasure at the same time comes before the request or after it. */
async function insertRequest(transaction: Transaction<Schema>, { agency, caseNumber }: CaseName, at: Date): Promise<boolean> {
  const ofCase = { agency, case_number: caseNumber };
  const standing = await transaction
    .updateTable('cases')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where((where) => where.and(ofCase))
    .where('erased_at', 'is', null)
    .returning('case_number')
    .executeTakeFirst();
  if (standing === undefined) return false;
  const fresh = { requested_at: at.getTime(), refused_at: null, reason: null };
  const written = await transaction
    .insertInto('erasure_requests')
    .values({ ...ofCase, ...fresh })
    .onConflict((conflict) =>
      conflict.columns(['agency', 'case_number']).doUpdateSet(fresh).where('erasure_requests.refused_at', 'is not', null),
    )
    .returning('case_number')
    .executeTakeFirst();
  return written !== undefined;
}
