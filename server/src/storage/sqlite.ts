import SqliteDatabase from 'better-sqlite3';
import { type SqliteDatabase as DialectDatabase, Kysely, SqliteDialect } from 'kysely';
import { createStore, type StoreOptions } from './kysely-store.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** More than the code writes: each of some 150, and for each table those that insert so many rows at once. */
const maxStatements = 1000;
/** In kibibytes: the pages that every submission touches stay at hand when there are a million of them. */
const cacheSize = 65_536;
/** In pages, 16 MB: what is written again and again is copied into the database once. */
const checkpointAfter = 4000;

/**
 * The store in one SQLite file (`:memory:` for tests), migrated. Every commit is on disk before it is acknowledged:
 * write-ahead log with `synchronous` FULL (SQLite manual, "PRAGMA synchronous").
 */
export async function openSqliteStore({ file, ...options }: StoreOptions & { readonly file: string }): Promise<Store> {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`cache_size = -${cacheSize}`);
  database.pragma(`wal_autocheckpoint = ${checkpointAfter}`);
  database.pragma('busy_timeout = 5000');
  database.pragma('foreign_keys = ON');
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(database) }) });
  await migrate(db, options.now());
  return createStore(db, options);
}

/** The same statement is prepared once: preparing takes as long as running it. */
function keepStatements(database: SqliteDatabase.Database): DialectDatabase {
  const prepared = new Map<string, SqliteDatabase.Statement>();
  return {
    close: () => database.close(),
    prepare: (asked) => {
      // Where the disk is full SQLite rolls back by itself; to ask for it again would be an error that hides the first. (SQLite manual, "Transaction", section 3.)
      const sql = asked === 'rollback' && !database.inTransaction ? 'select 1' : asked;
      const statement = prepared.get(sql) ?? database.prepare(sql);
      if (prepared.size < maxStatements) prepared.set(sql, statement);
      return statement;
    },
  };
}
