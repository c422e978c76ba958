import { type Db, run, runTransaction } from './run.ts';
import type { CaseworkerStore } from './store.ts';

/** Caseworkers and their passkeys, in the tables of those names. */
export function createCaseworkerStore(db: Db): CaseworkerStore {
  return {
    enrol: ({ caseworker: { agency, id, name }, passkey, codeHash, at }) =>
      runTransaction(db, async (transaction) => {
        const created = at.getTime();
        const written = await transaction
          .insertInto('caseworkers')
          .values({ agency, id, name, code_hash: codeHash, created_at: created })
          .onConflict((conflict) => conflict.columns(['agency', 'code_hash']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (written === undefined) return false;
        const { credentialId, publicKey, counter } = passkey;
        await transaction
          .insertInto('passkeys')
          .values({ agency, credential_id: credentialId, caseworker_id: id, public_key: publicKey, counter, created_at: created })
          .execute();
        return true;
      }),
    isCodeUsed: ({ agency, codeHash }) =>
      run(async () => {
        const row = await db
          .selectFrom('caseworkers')
          .select('id')
          .where((where) => where.and({ agency, code_hash: codeHash }))
          .executeTakeFirst();
        return row !== undefined;
      }),
    find: ({ agency, id }) =>
      run(async () => {
        const row = await db
          .selectFrom('caseworkers')
          .select(['agency', 'id', 'name'])
          .where((where) => where.and({ agency, id }))
          .executeTakeFirst();
        return row ?? null;
      }),
    findPasskey: ({ agency, credentialId }) =>
      run(async () => {
        const row = await db
          .selectFrom('passkeys')
          .selectAll()
          .where((where) => where.and({ agency, credential_id: credentialId }))
          .executeTakeFirst();
        if (row === undefined) return null;
        return { caseworkerId: row.caseworker_id, passkey: { credentialId, publicKey: row.public_key, counter: row.counter } };
      }),
    advanceCounter: ({ agency, credentialId, from, to }) =>
      run(async () => {
        const changed = await db
          .updateTable('passkeys')
          .set({ counter: to })
          .where((where) => where.and({ agency, credential_id: credentialId, counter: from }))
          .returning('credential_id')
          .executeTakeFirst();
        return changed !== undefined;
      }),
  };
}
