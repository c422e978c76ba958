import type { Migration } from '../migration.ts';

/**
 * The agencies' logs: what was logged, in its order; the hashes of every eighth level of the tree above; and where each log ends.
 * A salt and a subject may be erased; the tree does not need them.
 */
export const logs: Migration = async (schema) => {
  await schema
    .createTable('log_heads')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('frontier', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('log_heads_pk', ['agency'])
    .execute();
  await schema
    .createTable('log_entries')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('leaf_index', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('commitment', 'text', (column) => column.notNull())
    .addColumn('root', 'text', (column) => column.notNull())
    .addColumn('salt', 'text')
    .addColumn('subject', 'text')
    .addPrimaryKeyConstraint('log_entries_pk', ['agency', 'leaf_index'])
    .execute();
  await schema.createIndex('log_entries_by_subject').on('log_entries').columns(['agency', 'subject']).execute();
  await schema
    .createTable('log_hashes')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('log_hashes_pk', ['agency', 'level', 'place'])
    .execute();
};
