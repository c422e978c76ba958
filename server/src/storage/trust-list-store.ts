import * as z from 'zod/mini';
import { type Db, run } from './run.ts';
import type { TrustListStore } from './store.ts';

const tokens = z.array(z.string());

/** The newest trust lists, in the table `trust_lists`. */
export function createTrustListStore(db: Db): TrustListStore {
  return {
    read: (roots) =>
      run(async () => {
        const row = await db.selectFrom('trust_lists').select(['serial', 'tokens']).where('roots', '=', roots).executeTakeFirst();
        return row === undefined ? null : { serial: Number(row.serial), tokens: tokens.parse(JSON.parse(row.tokens)) };
      }),
    keep: (kept) =>
      run(async () => {
        const { serial } = kept;
        const change = { serial, tokens: JSON.stringify(kept.tokens), kept_at: kept.at.getTime() };
        const written = await db
          .insertInto('trust_lists')
          .values({ roots: kept.roots, ...change })
          .onConflict((conflict) => conflict.column('roots').doUpdateSet(change).where('trust_lists.serial', '<=', serial))
          .returning('roots')
          .executeTakeFirst();
        return written !== undefined;
      }),
  };
}
