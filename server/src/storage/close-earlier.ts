import { AppError } from '@daricheh/shared/errors';
import type { Transaction } from 'kysely';
import { insertCaseEvent } from './case-event.ts';
import type { LogFact } from './logs.ts';
import type { Schema } from './schema.ts';
import type { NewSubmission } from './store.ts';

/**
 * Puts submissions in the place of the cases that they are about, in the order of those, so that two transactions with several in common do not wait
 * for each other.
 * @returns what the log says of a case that was closed, by the number of the one that closed it
 * @throws AppError `case_closed`
 */
export async function closeEarlier(
  transaction: Transaction<Schema>,
  submissions: readonly NewSubmission[],
): Promise<ReadonlyMap<string, LogFact>> {
  const facts = new Map<string, LogFact>();
  const pairs = submissions.flatMap(({ case: record, about }) => (about === undefined ? [] : [{ record, about }]));
  for (const pair of pairs.sort((a, b) => (a.about.caseNumber < b.about.caseNumber ? -1 : 1)))
    facts.set(pair.record.caseNumber, await closeOne(transaction, pair));
  return facts;
}

type Pair = { readonly record: NewSubmission['case']; readonly about: NonNullable<NewSubmission['about']> };

async function closeOne(
  transaction: Transaction<Schema>,
  { record: { agency, caseNumber: closedBy, receivedAt }, about: { kind, caseNumber, from, eventId } }: Pair,
): Promise<LogFact> {
  const [state, type] = kind === 'amends' ? (['amended', 'case.amended'] as const) : (['withdrawn', 'case.withdrawn'] as const);
  const at = receivedAt.getTime();
  const closed = await transaction
    .updateTable('cases')
    .set((set) => ({ state, closed_by: closedBy, updated_at: at, next_fa: null, next_en: null, revision: set('revision', '+', 1) }))
    .where((where) => where.and({ agency, case_number: caseNumber }))
    .where('state', 'in', from)
    .where('erased_at', 'is', null)
    .returning('case_number')
    .executeTakeFirst();
  if (closed === undefined) throw new AppError('case_closed');
  const row = { agency, id: eventId, case_number: caseNumber, at, kind: state, actor: null, note: null };
  return insertCaseEvent(transaction, row, { caseNumber, type, outcome: closedBy });
}
