import { sql } from 'kysely';
import { createOneTimeStore } from './one-time-store.ts';
import { type Db, run } from './run.ts';
import { createSessionStore } from './session-store.ts';
import type { Store } from './store.ts';

/** The store over a database whose tables are up to date. */
export function createStore(db: Db): Store {
  return {
    oneTime: createOneTimeStore(db),
    sessions: createSessionStore(db),
    checkHealth: () =>
      run(async () => {
        await sql`select 1`.execute(db);
      }),
    close: () => db.destroy(),
  };
}
