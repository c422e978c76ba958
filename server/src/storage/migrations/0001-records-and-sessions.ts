import type { Migration } from '../migration.ts';

/** First tables: records that expire, and sessions. */
export const recordsAndSessions: Migration = async (schema) => {
  await schema
    .createTable('one_time')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_time_pk', ['agency', 'kind', 'key'])
    .execute();
  await schema.createIndex('one_time_by_expiry').on('one_time').column('expires_at').execute();
  await schema
    .createTable('sessions')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sessions_pk', ['agency', 'key'])
    .execute();
};
