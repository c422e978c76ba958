import { encodeBase64Url } from '@daricheh/shared/encoding';
import type { Transaction } from 'kysely';
import { randomBytes } from '../crypto/node-crypto.ts';
import { insertRows } from './insert-rows.ts';
import type { Announcement } from './outbox.ts';
import type { Schema } from './schema.ts';

type Placed = { readonly announce: Announcement; readonly logIndex: number };

/** Part of the transaction of the deeds, after their entries in the log. */
export async function insertEvents(transaction: Transaction<Schema>, agency: string, at: Date, placed: readonly Placed[]): Promise<void> {
  const rows = placed.map(({ announce: { caseNumber, type, outcome }, logIndex }) => ({
    ...{ agency, id: encodeBase64Url(randomBytes(16)), case_number: caseNumber, log_index: logIndex, type, outcome },
    ...{ at: at.getTime(), tries: 0, due_at: at.getTime(), last_code: null },
  }));
  await insertRows(transaction, 'outbox', rows);
}
