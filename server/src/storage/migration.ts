import type { SchemaModule, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Changes tables, or what is in them. Runs inside a transaction of its own, on SQLite and on PostgreSQL alike. */
export type Migration = (schema: SchemaModule, transaction: Transaction<Schema>) => Promise<void>;
