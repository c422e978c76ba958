import type { Migration } from '../migration.ts';

/** The answer to whoever signed a form first stays as long as its case. Those from before go after seven days, as they would have. */
export const firstSigners: Migration = async (schema) => {
  await schema
    .alterTable('idempotency')
    .addColumn('stays_with_case', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
};
