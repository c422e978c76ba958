import type { Migration } from '../migration.ts';

/** Where each issued credential stands in its status list, and nothing about whose it is. `offer_id` names the offer it was issued on. */
export const issuedCredentials: Migration = async (schema) => {
  await schema
    .createTable('issued_credentials')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('list', 'integer', (column) => column.notNull())
    .addColumn('list_index', 'integer', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('offer_id', 'text', (column) => column.notNull())
    .addColumn('configuration', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('issued_credentials_pk', ['agency', 'list', 'list_index'])
    .execute();
  await schema.createIndex('issued_credentials_by_offer').on('issued_credentials').columns(['agency', 'offer_id']).execute();
  await schema.createIndex('issued_credentials_by_status').on('issued_credentials').columns(['agency', 'list', 'status']).execute();
};
