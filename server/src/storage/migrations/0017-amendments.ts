import type { Migration } from '../migration.ts';

/** What a case amends or withdraws, and the number of the case by which it was amended or withdrawn itself. */
export const amendments: Migration = async (schema) => {
  await schema.alterTable('cases').addColumn('about_kind', 'text').execute();
  await schema.alterTable('cases').addColumn('about_case', 'text').execute();
  await schema.alterTable('cases').addColumn('closed_by', 'text').execute();
};
