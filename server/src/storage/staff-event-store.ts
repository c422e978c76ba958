import { encodeCanonicalJson } from '@daricheh/shared/encoding';
import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema, StaffEventRow } from './schema.ts';
import { type Named, type StaffEvent, type StaffEventStore, staffEventKinds } from './staff.ts';

/** The record of what was done to who may get in, in the table `staff_events`. */
export function createStaffEventStore(db: Db, writeEvent: WriteStaffEvent): StaffEventStore {
  return {
    record: (agency, event) => runTransaction(db, (transaction) => writeEvent(transaction, agency, event)),
    list: ({ agency, limit }) =>
      run(async () => {
        const rows = await db
          .selectFrom('staff_events')
          .selectAll()
          .where('agency', '=', agency)
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(readEvent);
      }),
  };
}

/** Writes an event, and logs it, in a transaction with what it tells of; it comes last there, as whatever writes the log does. */
export type WriteStaffEvent = (transaction: Transaction<Schema>, agency: string, event: StaffEvent) => Promise<void>;

export function createStaffEventWriter(writeLog: WriteLog): WriteStaffEvent {
  return async (transaction, agency, { id, at, kind, actor, subject, detail }) => {
    const row = {
      ...{ agency, id, at: at.getTime(), kind, detail },
      ...{ actor_id: actor?.id ?? null, actor_name: actor?.name ?? null },
      ...{ subject_id: subject?.id ?? null, subject_name: subject?.name ?? null },
    };
    await transaction.insertInto('staff_events').values(row).execute();
    await writeLog(transaction, agency, [{ kind: 'act', subject: id, content: encodeCanonicalJson({ table: 'staff_events', row }) }]);
  };
}

function readEvent(row: StaffEventRow): StaffEvent {
  const kind = staffEventKinds.find((each) => each === row.kind);
  if (kind === undefined) throw new Error('The database holds an event of a kind that this program does not know.');
  const { id, at, detail } = row;
  return {
    id,
    at: new Date(at),
    kind,
    actor: readNamed(row.actor_id, row.actor_name),
    subject: readNamed(row.subject_id, row.subject_name),
    detail,
  };
}

function readNamed(id: string | null, name: string | null): Named | null {
  return id === null ? null : { id, name: name ?? '' };
}
