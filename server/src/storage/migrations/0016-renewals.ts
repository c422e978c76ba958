import type { Migration } from '../migration.ts';

/** Time stamps are renewed before their authority's certificate ends: those that were had already are looked at too. */
export const renewals: Migration = async (_schema, transaction) => {
  await transaction.updateTable('submission_evidence').set({ due_at: 0, tries: 0 }).where('header', 'is not', null).execute();
};
