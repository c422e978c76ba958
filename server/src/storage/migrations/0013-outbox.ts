import type { Migration } from '../migration.ts';

/**
 * What an agency's own system is yet to be told of: rows go once it was told. `log_index` is the place in the agency's log of the
 * entry that stands for the same deed, and so the order. `due_at` of one that is being sent lies past its lease; null where it is not tried any more.
 */
export const outbox: Migration = async (schema) => {
  await schema
    .createTable('outbox')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('log_index', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('last_code', 'text')
    .addPrimaryKeyConstraint('outbox_pk', ['agency', 'id'])
    .execute();
  await schema.createIndex('outbox_by_due').on('outbox').columns(['agency', 'due_at']).execute();
  await schema.createIndex('outbox_by_case').on('outbox').columns(['agency', 'case_number', 'log_index']).execute();
};
