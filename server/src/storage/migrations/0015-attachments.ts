import type { Migration } from '../migration.ts';

/** Files that came with signed forms: what is known of each, and the case whose submission named it. The bytes lie in files. */
export const attachments: Migration = async (schema) => {
  await schema
    .createTable('attachments')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('request', 'text')
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('uploaded_at', 'bigint', (column) => column.notNull())
    .addColumn('case_number', 'text')
    .addColumn('name', 'text')
    .addPrimaryKeyConstraint('attachments_pk', ['agency', 'id'])
    .execute();
  await schema.createIndex('attachments_by_case').on('attachments').columns(['agency', 'case_number']).execute();
  await schema.createIndex('attachments_by_request').on('attachments').columns(['agency', 'request', 'slot', 'sha256']).unique().execute();
};
