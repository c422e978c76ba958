import type { Migration } from '../migration.ts';

/** The newest trust list that was in use, so that an older one is refused. It is no agency's: `roots` names the pinned roots that it goes with. */
export const trustLists: Migration = async (schema) => {
  await schema
    .createTable('trust_lists')
    .addColumn('roots', 'text', (column) => column.primaryKey())
    .addColumn('serial', 'bigint', (column) => column.notNull())
    .addColumn('tokens', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute();
};
