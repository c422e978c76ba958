import { encodeCanonicalJson } from '@daricheh/shared/encoding';
import type { Transaction } from 'kysely';
import type { LogFact } from './logs.ts';
import type { Announcement } from './outbox.ts';
import type { CaseEventRow, Schema } from './schema.ts';

/** Writes what happened to a case. @returns what the log says of it, which holds the row verbatim */
export async function insertCaseEvent(transaction: Transaction<Schema>, row: CaseEventRow, announce: Announcement): Promise<LogFact> {
  await transaction.insertInto('case_events').values(row).execute();
  return { kind: 'act', subject: row.id, content: encodeCanonicalJson({ table: 'case_events', row }), announce };
}
