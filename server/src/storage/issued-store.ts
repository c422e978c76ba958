import { statusValues } from '@daricheh/shared/credential';
import { encodeCanonicalJson } from '@daricheh/shared/encoding';
import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { IssuedStore } from './store.ts';

/** What stands in a row that is nobody's: no offer has an id without letters. */
const decoy = { offer_id: '', configuration: 'decoy', expires_at: 0 };

/** Issued credentials by their place in a status list, in the table `issued_credentials`. */
export function createIssuedStore(db: Db, writeLog: WriteLog): IssuedStore {
  return {
    claim: ({ agency, list, index, offerId, configuration, expiresAt }) =>
      run(async () => {
        const row = { agency, list, list_index: index, status: 0, offer_id: offerId, configuration, expires_at: expiresAt.getTime() };
        const written = await db
          .insertInto('issued_credentials')
          .values(row)
          .onConflict((conflict) => conflict.columns(['agency', 'list', 'list_index']).doNothing())
          .returning('list_index')
          .executeTakeFirst();
        return written !== undefined;
      }),
    setStatus: ({ agency, offerId }, status) =>
      runTransaction(db, async (transaction) => {
        const result = await transaction
          .updateTable('issued_credentials')
          .set({ status })
          .where((where) => where.and({ agency, offer_id: offerId }))
          .executeTakeFirst();
        const changed = Number(result.numUpdatedRows);
        const row = { agency, offer_id: offerId, status };
        const content = encodeCanonicalJson({ table: 'issued_credentials', row });
        if (changed > 0) await writeLog(transaction, agency, [{ kind: 'act', subject: offerId, content }]);
        return changed;
      }),
    addDecoys: ({ agency, list }, decoys) =>
      run(async () => {
        if (decoys.length === 0) return;
        const rows = decoys.map(({ index, status }) => ({ agency, list, list_index: index, status, ...decoy }));
        await db
          .insertInto('issued_credentials')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['agency', 'list', 'list_index']).doNothing())
          .execute();
      }),
    findLastList: (agency) =>
      run(async () => {
        const row = await db
          .selectFrom('issued_credentials')
          .select('list')
          .where('agency', '=', agency)
          .orderBy('list', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row === undefined ? null : Number(row.list);
      }),
    listNotValid: ({ agency, list }) =>
      run(async () => {
        const rows = await db
          .selectFrom('issued_credentials')
          .select(['list_index', 'status'])
          .where((where) => where.and({ agency, list }))
          .where('status', '<>', 0)
          .execute();
        return rows.map(({ list_index: index, status }) => ({ index: Number(index), status: Number(status) }));
      }),
    sweep: (agency, before) => runTransaction(db, (transaction) => sweep(transaction, agency, before)),
  };
}

async function sweep(transaction: Transaction<Schema>, agency: string, before: Date) {
  const forgotten = await transaction
    .updateTable('issued_credentials')
    .set(decoy)
    .where('agency', '=', agency)
    .where('expires_at', '<', before.getTime())
    .where('offer_id', '<>', decoy.offer_id)
    .executeTakeFirst();
  const { last } = await transaction
    .selectFrom('issued_credentials')
    .select((select) => select.fn.max<number | null>('list').as('last'))
    .where('agency', '=', agency)
    .executeTakeFirstOrThrow();
  // Who found the list before the newest open may still be drawing a place in it.
  const removed = await transaction
    .deleteFrom('issued_credentials')
    .where((where) => where.and({ agency, offer_id: decoy.offer_id, status: statusValues.valid }))
    .where('list', '<', (last ?? 0) - 1)
    .executeTakeFirst();
  return { forgotten: Number(forgotten.numUpdatedRows), removed: Number(removed.numDeletedRows) };
}
