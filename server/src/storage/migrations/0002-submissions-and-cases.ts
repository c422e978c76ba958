import type { Migration } from '../migration.ts';

/** Cases, what was submitted to them, what happened to them, and the keys that make a submission count once. */
export const submissionsAndCases: Migration = async (schema) => {
  await schema
    .createTable('cases')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('form_id', 'text')
    .addColumn('title_fa', 'text', (column) => column.notNull())
    .addColumn('title_en', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('is_signed', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('token_hash', 'text')
    .addColumn('next_fa', 'text')
    .addColumn('next_en', 'text')
    .addPrimaryKeyConstraint('cases_pk', ['agency', 'case_number'])
    .execute();
  await schema.createIndex('cases_by_due').on('cases').columns(['agency', 'state', 'due_at']).execute();
  await schema
    .createTable('submissions')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('manifest_hash', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('receipt', 'text')
    .addPrimaryKeyConstraint('submissions_pk', ['agency', 'id'])
    .execute();
  await schema.createIndex('submissions_by_case').on('submissions').columns(['agency', 'case_number']).execute();
  await schema
    .createTable('idempotency')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_pk', ['agency', 'key'])
    .execute();
  await schema.createIndex('idempotency_by_age').on('idempotency').column('created_at').execute();
  await schema
    .createTable('case_events')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor', 'text')
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('case_events_pk', ['agency', 'id'])
    .execute();
  await schema.createIndex('case_events_by_case').on('case_events').columns(['agency', 'case_number', 'at']).execute();
};
