import type { Migration } from '../migration.ts';

/** Caseworkers and their passkeys. `code_hash` names the one-use code that enrolled a caseworker: it may stand once. */
export const caseworkers: Migration = async (schema) => {
  await schema
    .createTable('caseworkers')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('caseworkers_pk', ['agency', 'id'])
    .execute();
  await schema.createIndex('caseworkers_by_code').unique().on('caseworkers').columns(['agency', 'code_hash']).execute();
  await schema
    .createTable('passkeys')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('credential_id', 'text', (column) => column.notNull())
    .addColumn('caseworker_id', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('passkeys_pk', ['agency', 'credential_id'])
    .execute();
};
