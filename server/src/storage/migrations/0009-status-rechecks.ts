import type { Migration } from '../migration.ts';

/** Submissions that were taken on a list that was not fresh: where to look again, when, and what was found. `due_at` of one that is being looked at lies past its lease. */
export const statusRechecks: Migration = async (schema) => {
  await schema
    .createTable('status_rechecks')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('uri', 'text', (column) => column.notNull())
    .addColumn('list_index', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('taken_as_of', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('settled_as_of', 'bigint')
    .addPrimaryKeyConstraint('status_rechecks_pk', ['agency', 'case_number'])
    .execute();
  await schema.createIndex('status_rechecks_by_due').on('status_rechecks').columns(['agency', 'state', 'due_at']).execute();
};
