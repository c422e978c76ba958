import type { Transaction } from 'kysely';
import type { CaseName } from './case-name.ts';
import type { Schema } from './schema.ts';

/** Tables in which a case has rows that say something of somebody. A new one is named here, and the test that looks through all tables says so. */
const tables = ['submissions', 'case_events', 'erasure_requests', 'outbox', 'idempotency'] as const;

/**
 * Takes away all that is held of a case, in the transaction given, and marks it as erased; false, and nothing written, when
 * it was erased before or there is none. Jobs hold a row of look-ups or evidence before they reach for the case's: these
 * go first, so that nobody waits for each other, and what a job has just written of the case is seen and taken away too.
 */
export async function eraseCase(transaction: Transaction<Schema>, { agency, caseNumber }: CaseName, at: Date): Promise<boolean> {
  const ofCase = { agency, case_number: caseNumber };
  await transaction
    .deleteFrom('status_rechecks')
    .where((where) => where.and(ofCase))
    .execute();
  await transaction
    .deleteFrom('submission_evidence')
    .where((where) => where.and(ofCase))
    .execute();
  const erased = await transaction
    .updateTable('cases')
    .set((set) => ({
      ...{ erased_at: at.getTime(), updated_at: at.getTime(), keep_until: null, next_fa: null, next_en: null, mandate_relation: null },
      revision: set('revision', '+', 1),
    }))
    .where((where) => where.and(ofCase))
    .where('erased_at', 'is', null)
    .returning('case_number')
    .executeTakeFirst();
  if (erased === undefined) return false;
  await closeEntries(transaction, { agency, caseNumber }, at);
  // Whoever sweeps files that are nobody's finds these, should this process end before it has removed them.
  await transaction
    .updateTable('attachments')
    .set({ case_number: null, request: null, name: null })
    .where((where) => where.and(ofCase))
    .execute();
  for (const table of tables)
    await transaction
      .deleteFrom(table)
      .where((where) => where.and(ofCase))
      .execute();
  return true;
}

/** Takes from the case's entries in the log what opens them. The tree needs only the commitments, and keeps them. */
async function closeEntries(transaction: Transaction<Schema>, { agency, caseNumber }: CaseName, at: Date): Promise<void> {
  const ofCase = { agency, case_number: caseNumber };
  const submissions = transaction
    .selectFrom('submissions')
    .select('id')
    .where((where) => where.and(ofCase));
  const events = transaction
    .selectFrom('case_events')
    .select('id')
    .where((where) => where.and(ofCase));
  await transaction
    .updateTable('log_entries')
    .set({ salt: null, subject: null, erased_at: at.getTime() })
    .where('agency', '=', agency)
    .where('subject', 'in', submissions.unionAll(events))
    .execute();
}
