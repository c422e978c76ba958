import { webhookEventTypes } from '@daricheh/shared/webhook';
import type { OutboxEvent, OutboxStore } from './outbox.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { OutboxRow } from './schema.ts';
import type { WriteStaffEvent } from './staff-event-store.ts';

/** Events that are yet to be told, in the table `outbox`. A lease is a date before which the event is not due. */
export function createOutboxStore(db: Db, writeEvent: WriteStaffEvent): OutboxStore {
  return {
    take: (agency, now, leasedUntil) => run(() => take(db, { agency, now, leasedUntil })),
    settle: ({ agency, id, leasedUntil }) =>
      run(async () => {
        const removed = await db
          .deleteFrom('outbox')
          .where((where) => where.and({ agency, id, due_at: leasedUntil.getTime() }))
          .returning('id')
          .executeTakeFirst();
        return removed !== undefined;
      }),
    postpone: ({ agency, id, leasedUntil, tries }, { code, dueAt }) =>
      run(async () => {
        const written = await db
          .updateTable('outbox')
          .set({ due_at: dueAt === null ? null : dueAt.getTime(), tries: tries + 1, last_code: code })
          .where((where) => where.and({ agency, id, due_at: leasedUntil.getTime() }))
          .returning('id')
          .executeTakeFirst();
        return written !== undefined;
      }),
    listDead: (query) => run(() => listDead(db, query)),
    count: (agency) =>
      run(async () => {
        const { waiting, all } = await db
          .selectFrom('outbox')
          .select(({ fn }) => [fn.count<number>('due_at').as('waiting'), fn.countAll<number>().as('all')])
          .where('agency', '=', agency)
          .executeTakeFirstOrThrow();
        return { waiting: Number(waiting), dead: Number(all) - Number(waiting) };
      }),
    sendAgain: ({ agency, id }, now, event) =>
      runTransaction(db, async (transaction) => {
        const changed = await transaction
          .updateTable('outbox')
          .set({ due_at: now.getTime(), tries: 0, last_code: null })
          .where((where) => where.and({ agency, id }))
          .where('due_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (changed !== undefined) await writeEvent(transaction, agency, event);
        return changed !== undefined;
      }),
    setAside: ({ agency, id }, event) =>
      runTransaction(db, async (transaction) => {
        const removed = await transaction
          .deleteFrom('outbox')
          .where((where) => where.and({ agency, id }))
          .where('due_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (removed !== undefined) await writeEvent(transaction, agency, event);
        return removed !== undefined;
      }),
  };
}

async function take(db: Db, { agency, now, leasedUntil }: { agency: string; now: Date; leasedUntil: Date }) {
  const first = db
    .selectFrom('outbox as event')
    .select('event.id')
    .where('event.agency', '=', agency)
    .where('event.due_at', '<=', now.getTime())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .where('earlier.agency', '=', agency)
            .whereRef('earlier.case_number', '=', 'event.case_number')
            .whereRef('earlier.log_index', '<', 'event.log_index'),
        ),
      ),
    )
    .orderBy('event.due_at')
    .orderBy('event.log_index')
    .limit(1);
  const row = await db
    .updateTable('outbox')
    .set({ due_at: leasedUntil.getTime() })
    .where('agency', '=', agency)
    .where('id', '=', first)
    // Asked again of the row itself: somebody may have taken it since it was found.
    .where('due_at', '<=', now.getTime())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : { ...readEvent(row), leasedUntil };
}

async function listDead(db: Db, { agency, limit }: { readonly agency: string; readonly limit: number }) {
  const rows = await db
    .selectFrom('outbox as event')
    .selectAll('event')
    .select(({ selectFrom }) =>
      selectFrom('outbox as later')
        .select(({ fn }) => fn.countAll<number>().as('behind'))
        .where('later.agency', '=', agency)
        .whereRef('later.case_number', '=', 'event.case_number')
        .whereRef('later.log_index', '>', 'event.log_index')
        .as('behind'),
    )
    .where('event.agency', '=', agency)
    .where('event.due_at', 'is', null)
    .orderBy('event.log_index')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...readEvent(row), lastCode: row.last_code ?? '', behind: Number(row.behind ?? 0) }));
}

function readEvent(row: OutboxRow): OutboxEvent {
  const type = webhookEventTypes.find((each) => each === row.type);
  if (type === undefined) throw new Error('The outbox holds an event of a type that this program does not know.');
  return {
    ...{ agency: row.agency, id: row.id, caseNumber: row.case_number, type, outcome: row.outcome },
    ...{ logIndex: Number(row.log_index), at: new Date(row.at), tries: row.tries },
  };
}
