import type { Migration } from '../migration.ts';

/** What proves signed submissions later: the time stamp of the signature (and when an authority is to be asked for it), and the status lists by which signers were valid, each once. */
export const submissionEvidence: Migration = async (schema) => {
  await schema
    .createTable('submission_evidence')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('header', 'text')
    .addColumn('status_hash', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addPrimaryKeyConstraint('submission_evidence_pk', ['agency', 'case_number'])
    .execute();
  await schema.createIndex('submission_evidence_by_due').on('submission_evidence').columns(['agency', 'due_at']).execute();
  await schema
    .createTable('status_tokens')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('status_tokens_pk', ['agency', 'hash'])
    .execute();
};
