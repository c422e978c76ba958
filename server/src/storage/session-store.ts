import { parseStrictJson } from '@daricheh/shared/encoding';
import { type Db, run } from './run.ts';
import type { SessionStore } from './store.ts';

/** Sessions, in the table `sessions`. */
export function createSessionStore(db: Db): SessionStore {
  return {
    create: ({ agency, key, kind, value, createdAt, owner }) =>
      run(async () => {
        const at = createdAt.getTime();
        await db
          .insertInto('sessions')
          .values({ agency, key, kind, value: JSON.stringify(value), created_at: at, used_at: at, owner })
          .execute();
      }),
    touch: ({ agency, key, kind }, limits, now) =>
      run(async () => {
        const row = await db
          .updateTable('sessions')
          .set({ used_at: now.getTime() })
          .where((where) => where.and({ agency, key, kind }))
          .where('created_at', '>', now.getTime() - limits.lifetimeMs)
          .where('used_at', '>', now.getTime() - limits.idleMs)
          .returning('value')
          .executeTakeFirst();
        return row === undefined ? null : parseStrictJson(row.value);
      }),
    remove: ({ agency, key, kind }) =>
      run(async () => {
        await db
          .deleteFrom('sessions')
          .where((where) => where.and({ agency, key, kind }))
          .execute();
      }),
    list: ({ agency, kind, owner }, limits, now) =>
      run(async () => {
        const rows = await db
          .selectFrom('sessions')
          .select(['key', 'value', 'created_at', 'used_at'])
          .where((where) => where.and({ agency, kind, owner }))
          .where('created_at', '>', now.getTime() - limits.lifetimeMs)
          .where('used_at', '>', now.getTime() - limits.idleMs)
          .orderBy('used_at', 'desc')
          .orderBy('key')
          .execute();
        return rows.map(({ key, value, created_at: created, used_at: used }) => ({
          ...{ key, value: parseStrictJson(value), createdAt: new Date(created), usedAt: new Date(used) },
        }));
      }),
    removeOwned: ({ agency, kind, owner }, except) =>
      run(async () => {
        const result = await db
          .deleteFrom('sessions')
          .where((where) => where.and({ agency, kind, owner }))
          .where('key', '!=', except ?? '')
          .executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
    sweep: (limits, now) =>
      run(async () => {
        const result = await db
          .deleteFrom('sessions')
          .where((where) =>
            where.or([where('created_at', '<=', now.getTime() - limits.lifetimeMs), where('used_at', '<=', now.getTime() - limits.idleMs)]),
          )
          .executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
  };
}
