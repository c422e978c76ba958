import type { Kysely } from 'kysely';
import { type Db, run } from './run.ts';
import type { Schema, StaffEventRow } from './schema.ts';
import { type Named, type StaffEvent, type StaffEventStore, staffEventKinds } from './staff.ts';

/** The record of what was done to who may get in, in the table `staff_events`. */
export function createStaffEventStore(db: Db): StaffEventStore {
  return {
    record: (agency, event) => run(() => writeStaffEvent(db, agency, event)),
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

/** Writes an event, in a transaction with what it tells of. */
export async function writeStaffEvent(db: Kysely<Schema>, agency: string, event: StaffEvent): Promise<void> {
  const { id, at, kind, actor, subject, detail } = event;
  await db
    .insertInto('staff_events')
    .values({
      ...{ agency, id, at: at.getTime(), kind, detail },
      ...{ actor_id: actor?.id ?? null, actor_name: actor?.name ?? null },
      ...{ subject_id: subject?.id ?? null, subject_name: subject?.name ?? null },
    })
    .execute();
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
