import { type Json, parseStrictJson } from '@daricheh/shared/encoding';
import { CompiledQuery } from 'kysely';
import { keepText } from './keep-text.ts';
import { type Db, run } from './run.ts';
import type { OneTimeRow } from './schema.ts';
import type { OneTimeRecord, OneTimeStore } from './store.ts';

/** Records that expire, in the table `one_time`. */
export function createOneTimeStore(db: Db): OneTimeStore {
  return {
    put: (record, now) => run(() => insertOneTime(db, record, now)),
    read: (name, now) =>
      run(async () => {
        const { agency, kind, key } = name;
        const sql = keepText(db, 'read one-time record', () => {
          const query = db.selectFrom('one_time').select(['value', 'expires_at']);
          return query.where('agency', '=', agency).where('kind', '=', kind).where('key', '=', key).compile();
        });
        const { rows } = await db.executeQuery<Pick<OneTimeRow, 'value' | 'expires_at'>>(CompiledQuery.raw(sql, [agency, kind, key]));
        return readValue(rows[0], now);
      }),
    take: (name, now) =>
      run(async () => {
        const row = await db
          .deleteFrom('one_time')
          .where((where) => where.and({ agency: name.agency, kind: name.kind, key: name.key }))
          .returning(['value', 'expires_at'])
          .executeTakeFirst();
        return readValue(row, now);
      }),
    sweep: (now) =>
      run(async () => {
        const result = await db.deleteFrom('one_time').where('expires_at', '<=', now.getTime()).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
  };
}

/** Writes the record, also as part of a transaction; false when one of that name stands that has not expired. */
export async function insertOneTime(db: Db, { agency, kind, key, value, expiresAt }: OneTimeRecord, now: Date): Promise<boolean> {
  const row = { agency, kind, key, value: JSON.stringify(value), expires_at: expiresAt.getTime() };
  const sql = keepText(db, 'put one-time record', () =>
    db
      .insertInto('one_time')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['agency', 'kind', 'key'])
          .doUpdateSet({ value: row.value, expires_at: row.expires_at })
          .where('one_time.expires_at', '<=', now.getTime()),
      )
      .compile(),
  );
  const parameters = [agency, kind, key, row.value, row.expires_at, row.value, row.expires_at, now.getTime()];
  const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(sql, parameters));
  return Number(numAffectedRows) === 1;
}

function readValue(row: { value: string; expires_at: number } | undefined, now: Date): Json | null {
  return row === undefined || row.expires_at <= now.getTime() ? null : parseStrictJson(row.value);
}
