import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** The store that `database` names: a PostgreSQL address, or else the path of a SQLite file. */
export function openStore({ database, now }: { database: string; now: () => Date }): Promise<Store> {
  return /^postgres(ql)?:/.test(database) ? openPostgresStore({ url: database, now }) : openSqliteStore({ file: database, now });
}
