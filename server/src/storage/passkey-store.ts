import type { Kysely } from 'kysely';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { AccountName, NewPasskey, PasskeyStore } from './staff.ts';
import type { WriteStaffEvent } from './staff-event-store.ts';
import { readRole, readTime } from './staff-rows.ts';

/** Passkeys, in the table of that name. */
export function createPasskeyStore(db: Db, writeEvent: WriteStaffEvent): PasskeyStore {
  return {
    find: ({ agency, credentialId }) =>
      run(async () => {
        const row = await db
          .selectFrom('passkeys')
          .innerJoin('caseworkers', (join) =>
            join.onRef('caseworkers.agency', '=', 'passkeys.agency').onRef('caseworkers.id', '=', 'passkeys.caseworker_id'),
          )
          .select(['caseworkers.id as id', 'caseworkers.name as name', 'role', 'public_key', 'counter'])
          .where('passkeys.agency', '=', agency)
          .where('credential_id', '=', credentialId)
          .where('flagged_at', 'is', null)
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
        if (row === undefined) return null;
        const caseworker = { agency, id: row.id, name: row.name, role: readRole(row.role) };
        return { caseworker, passkey: { credentialId, publicKey: row.public_key, counter: row.counter } };
      }),
    advanceCounter: ({ agency, credentialId, from, to, at }) =>
      run(async () => {
        const changed = await db
          .updateTable('passkeys')
          .set({ counter: to, used_at: at.getTime() })
          .where((where) => where.and({ agency, credential_id: credentialId, counter: from }))
          .where('flagged_at', 'is', null)
          .returning('credential_id')
          .executeTakeFirst();
        return changed !== undefined;
      }),
    flag: ({ agency, credentialId }, event) =>
      runTransaction(db, async (transaction) => {
        const flagged = await transaction
          .updateTable('passkeys')
          .set({ flagged_at: event.at.getTime() })
          .where((where) => where.and({ agency, credential_id: credentialId }))
          .where('flagged_at', 'is', null)
          .returning('credential_id')
          .executeTakeFirst();
        if (flagged !== undefined) await writeEvent(transaction, agency, event);
        return flagged !== undefined;
      }),
    ...createOwnerActs(db, writeEvent),
  };
}

/** What an account's owner does to its passkeys. */
function createOwnerActs(db: Db, writeEvent: WriteStaffEvent): Pick<PasskeyStore, 'list' | 'add' | 'rename' | 'remove'> {
  return {
    list: ({ agency, id }) =>
      run(async () => {
        const rows = await db
          .selectFrom('passkeys')
          .select(['credential_id', 'name', 'created_at', 'used_at', 'flagged_at'])
          .where((where) => where.and({ agency, caseworker_id: id }))
          .orderBy('created_at')
          .orderBy('credential_id')
          .execute();
        return rows.map((row) => ({
          ...{ credentialId: row.credential_id, name: row.name, createdAt: new Date(row.created_at) },
          ...{ usedAt: readTime(row.used_at), flaggedAt: readTime(row.flagged_at) },
        }));
      }),
    add: (account, passkey, event) =>
      runTransaction(db, async (transaction) => {
        const isAdded = await insertPasskey(transaction, account, passkey, event.at);
        if (isAdded) await writeEvent(transaction, account.agency, event);
        return isAdded;
      }),
    rename: ({ agency, id }, credentialId, name) =>
      run(async () => {
        const changed = await db
          .updateTable('passkeys')
          .set({ name })
          .where((where) => where.and({ agency, caseworker_id: id, credential_id: credentialId }))
          .returning('credential_id')
          .executeTakeFirst();
        return changed !== undefined;
      }),
    remove: ({ agency, id }, credentialId, event) =>
      runTransaction(db, async (transaction) => {
        // Holds the account's row, so that two removals at once cannot each take the other for the one that is left.
        await transaction
          .updateTable('caseworkers')
          .set((row) => ({ name: row.ref('name') }))
          .where((where) => where.and({ agency, id }))
          .execute();
        const held = await transaction
          .selectFrom('passkeys')
          .select(['credential_id', 'flagged_at'])
          .where((where) => where.and({ agency, caseworker_id: id }))
          .execute();
        if (held.every((each) => each.credential_id !== credentialId)) return 'unknown';
        if (held.every((each) => each.credential_id === credentialId || each.flagged_at !== null)) return 'last';
        await transaction
          .deleteFrom('passkeys')
          .where((where) => where.and({ agency, credential_id: credentialId }))
          .execute();
        await writeEvent(transaction, agency, event);
        return 'removed';
      }),
  };
}

/** Writes a passkey; false when there is one of that id. */
export async function insertPasskey(db: Kysely<Schema>, { agency, id }: AccountName, passkey: NewPasskey, at: Date): Promise<boolean> {
  const { credentialId, publicKey, counter, name } = passkey;
  const written = await db
    .insertInto('passkeys')
    .values({
      ...{ agency, credential_id: credentialId, caseworker_id: id, public_key: publicKey, counter, name },
      ...{ created_at: at.getTime(), used_at: null, flagged_at: null },
    })
    .onConflict((conflict) => conflict.columns(['agency', 'credential_id']).doNothing())
    .returning('credential_id')
    .executeTakeFirst();
  return written !== undefined;
}
