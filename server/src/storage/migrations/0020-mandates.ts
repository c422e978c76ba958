import type { Migration } from '../migration.ts';

/** What was signed for another: as what it was, the status list by which the mandate was valid, and where its status is looked up again. */
export const mandates: Migration = async (schema) => {
  await schema.alterTable('cases').addColumn('mandate_relation', 'text').execute();
  await schema.alterTable('submission_evidence').addColumn('mandate_status_hash', 'text').execute();
  await schema.alterTable('status_rechecks').addColumn('mandate_issuer', 'text').execute();
  await schema.alterTable('status_rechecks').addColumn('mandate_uri', 'text').execute();
  await schema.alterTable('status_rechecks').addColumn('mandate_index', 'integer').execute();
};
