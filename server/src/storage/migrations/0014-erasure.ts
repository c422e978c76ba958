import type { Migration } from '../migration.ts';

/**
 * Erasing cases: who asked for it and what came of it; until when a form's own terms let a case be kept; which entries of the log have lost what
 * opens them; and whose answer stands under an idempotency key, since that answer holds a token. Keys from before are gone within seven days.
 */
export const erasure: Migration = async (schema) => {
  await schema.alterTable('cases').addColumn('erased_at', 'bigint').execute();
  await schema.alterTable('cases').addColumn('keep_until', 'bigint').execute();
  await schema.createIndex('cases_by_keep_until').on('cases').columns(['agency', 'keep_until']).execute();
  await schema.alterTable('idempotency').addColumn('case_number', 'text').execute();
  await schema.createIndex('idempotency_by_case').on('idempotency').columns(['agency', 'case_number']).execute();
  await schema.alterTable('log_entries').addColumn('erased_at', 'bigint').execute();
  await schema
    .createTable('erasure_requests')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('refused_at', 'bigint')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('erasure_requests_pk', ['agency', 'case_number'])
    .execute();
};
