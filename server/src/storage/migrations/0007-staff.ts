import type { Migration } from '../migration.ts';

/**
 * Caseworkers have roles and can be disabled; passkeys have names, a last use, and a flag when their counter went back;
 * sessions know whose they are; and what is done to who may get in is recorded.
 */
export const staff: Migration = async (schema) => {
  await schema
    .alterTable('caseworkers')
    .addColumn('role', 'text', (column) => column.notNull().defaultTo('caseworker'))
    .execute();
  await schema.alterTable('caseworkers').addColumn('disabled_at', 'bigint').execute();
  await schema
    .alterTable('passkeys')
    .addColumn('name', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema.alterTable('passkeys').addColumn('used_at', 'bigint').execute();
  await schema.alterTable('passkeys').addColumn('flagged_at', 'bigint').execute();
  await schema.createIndex('passkeys_by_caseworker').on('passkeys').columns(['agency', 'caseworker_id']).execute();
  await schema.alterTable('sessions').addColumn('owner', 'text').execute();
  await schema.createIndex('sessions_by_owner').on('sessions').columns(['agency', 'owner']).execute();
  await schema
    .createTable('staff_events')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('subject_name', 'text')
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('staff_events_pk', ['agency', 'id'])
    .execute();
  await schema.createIndex('staff_events_by_time').on('staff_events').columns(['agency', 'at']).execute();
};
