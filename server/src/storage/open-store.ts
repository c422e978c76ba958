import type { StoreOptions } from './kysely-store.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** The store that `database` names: a PostgreSQL address, or else the path of a SQLite file. */
export function openStore({ database, ...options }: StoreOptions & { readonly database: string }): Promise<Store> {
  return /^postgres(ql)?:/.test(database)
    ? openPostgresStore({ url: database, ...options })
    : openSqliteStore({ file: database, ...options });
}
