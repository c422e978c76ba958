import type { SchemaModule } from 'kysely';

/** Changes tables. Runs inside a transaction of its own, on SQLite and on PostgreSQL alike. */
export type Migration = (schema: SchemaModule) => Promise<void>;
