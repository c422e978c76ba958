import type { Kysely, Transaction } from 'kysely';
import type { Migration } from './migration.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { isNameTaken } from './storage-error.ts';

type WithVersions = Schema & { migrations: { version: number; applied_at: number } };

/**
 * Brings the database to the newest shape. Each migration and the row that records it commit together, so a crash
 * between two steps leaves a shape that the next start continues from. Two processes may start at once: the row's primary
 * key lets one of them win, and the other finds the work done.
 * @throws Error when the database is newer than this program.
 */
export async function migrate(db: Kysely<Schema>, now: Date): Promise<void> {
  const versions: Kysely<WithVersions> = db.withTables<{ migrations: WithVersions['migrations'] }>();
  await createVersions(versions);
  const current = await readVersion(versions);
  if (current > migrations.length) throw new Error(`The database has shape ${current}; this program knows ${migrations.length}.`);
  for (const [index, migration] of migrations.entries()) {
    if (index >= current) await versions.transaction().execute((transaction) => apply(transaction, migration, index + 1, now));
  }
}

/** PostgreSQL lets two `CREATE TABLE IF NOT EXISTS` race for the table's name; whoever loses finds the table there. */
async function createVersions(db: Kysely<WithVersions>): Promise<void> {
  try {
    await db.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
  } catch (error) {
    if (!isNameTaken(error)) throw error;
  }
}

async function apply(transaction: Transaction<WithVersions>, migration: Migration, version: number, now: Date): Promise<void> {
  const claimed = await transaction
    .insertInto('migrations')
    .values({ version, applied_at: now.getTime() })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirst();
  if (claimed !== undefined) await migration(transaction.schema, transaction);
}

async function readVersion(db: Kysely<WithVersions>): Promise<number> {
  const row = await db
    .selectFrom('migrations')
    .select((select) => select.fn.max<number | null>('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}
