import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** A case may have several signatures, each with evidence of its own: the signature becomes part of the key. Neither database changes a key in place alike. */
export const signatures: Migration = async (schema, transaction) => {
  await schema.dropIndex('submission_evidence_by_due').execute();
  await schema.alterTable('submission_evidence').renameTo('submission_evidence_before').execute();
  await schema
    .createTable('submission_evidence')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('header', 'text')
    .addColumn('status_hash', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addPrimaryKeyConstraint('submission_evidence_by_signature', ['agency', 'case_number', 'signature'])
    .execute();
  await sql`insert into submission_evidence (agency, case_number, signature, header, status_hash, tries, due_at)
    select agency, case_number, signature, header, status_hash, tries, due_at from submission_evidence_before`.execute(transaction);
  await schema.dropTable('submission_evidence_before').execute();
  await schema.createIndex('submission_evidence_by_due').on('submission_evidence').columns(['agency', 'due_at']).execute();
};
