import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createStore, type StoreOptions } from './kysely-store.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

const bigintType = 20;
const connections = 16;

export type PostgresOptions = StoreOptions & {
  readonly url: string;
  /** How long a statement, with the locks that it waits for, and a connection may take before a call throws `unavailable`; 5 seconds when absent. */
  readonly patienceMs?: number;
};

/**
 * The store in a PostgreSQL database, migrated. Losing an idle connection is no event: the pool opens another when next
 * asked, and a call that meets a closed door throws `unavailable`.
 */
export async function openPostgresStore({ url, patienceMs = 5000, ...options }: PostgresOptions): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    types: { getTypeParser: readType },
  });
  pool.on('error', () => {
    // An idle client lost its server. The pool has dropped it already; without a listener the process would end.
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db, options.now());
  return createStore(db, options);
}

/** Milliseconds fit a double until the year 287396, so bigint columns are read as numbers. */
const readType: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === bigintType && format !== 'binary' ? Number : pg.types.getTypeParser(type, format as 'text');
