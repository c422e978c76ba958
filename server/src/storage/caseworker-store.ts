import type { Kysely } from 'kysely';
import { insertPasskey } from './passkey-store.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { Account, AccountChange, CaseworkerStore, Role } from './staff.ts';
import type { WriteStaffEvent } from './staff-event-store.ts';
import { readRole, readTime } from './staff-rows.ts';

/** Caseworkers, in the table of that name, with the passkeys that open their accounts. */
export function createCaseworkerStore(db: Db, writeEvent: WriteStaffEvent): CaseworkerStore {
  return {
    enrol: ({ caseworker: { agency, id, name, role }, passkey, codeHash, event }) =>
      runTransaction(db, async (transaction) => {
        const written = await transaction
          .insertInto('caseworkers')
          .values({ agency, id, name, role, code_hash: codeHash, created_at: event.at.getTime(), disabled_at: null })
          .onConflict((conflict) => conflict.columns(['agency', 'code_hash']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (written === undefined) return false;
        if (!(await insertPasskey(transaction, { agency, id }, passkey, event.at))) throw new NothingWritten();
        await writeEvent(transaction, agency, event);
        return true;
      }).catch(forgiveNothing),
    isCodeUsed: ({ agency, codeHash }) =>
      run(async () => {
        const row = await db
          .selectFrom('caseworkers')
          .select('id')
          .where((where) => where.and({ agency, code_hash: codeHash }))
          .executeTakeFirst();
        return row !== undefined;
      }),
    find: ({ agency, id }) => run(async () => (await readAccounts(db, agency, id))[0] ?? null),
    list: (agency) => run(() => readAccounts(db, agency)),
    ...createAdministratorActs(db, writeEvent),
  };
}

/** What one person does to the account of another. */
function createAdministratorActs(db: Db, writeEvent: WriteStaffEvent): Pick<CaseworkerStore, 'change' | 'recover'> {
  return {
    change: ({ agency, actor, subject, event }) =>
      runTransaction(db, async (transaction) => {
        // Writing the actor's own row holds it until the end: of two who disable each other, one waits here and then finds itself disabled.
        const acting = await transaction
          .updateTable('caseworkers')
          .set({ role: 'administrator' })
          .where((where) => where.and({ agency, id: actor, role: 'administrator' }))
          .where('disabled_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (acting === undefined || actor === subject) return false;
        if (!(await applyChange(transaction, { agency, subject, kind: event.kind, at: event.at }))) return false;
        await writeEvent(transaction, agency, event);
        return true;
      }),
    recover: ({ account: { agency, id }, code, passkey, event }) =>
      runTransaction(db, async (transaction) => {
        const taken = await transaction
          .deleteFrom('one_time')
          .where((where) => where.and({ agency, ...code }))
          .where('expires_at', '>', event.at.getTime())
          .returning('key')
          .executeTakeFirst();
        const open = await transaction
          .updateTable('caseworkers')
          .set((row) => ({ name: row.ref('name') }))
          .where((where) => where.and({ agency, id }))
          .where('disabled_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (taken === undefined || open === undefined) throw new NothingWritten();
        await transaction
          .deleteFrom('passkeys')
          .where((where) => where.and({ agency, caseworker_id: id }))
          .execute();
        if (!(await insertPasskey(transaction, { agency, id }, passkey, event.at))) throw new NothingWritten();
        await writeEvent(transaction, agency, event);
        return true;
      }).catch(forgiveNothing),
  };
}

/** Ends a transaction that must leave nothing behind. */
class NothingWritten extends Error {}

function forgiveNothing(error: unknown): false {
  if (error instanceof NothingWritten) return false;
  throw error;
}

type WantedChange = { readonly agency: string; readonly subject: string; readonly kind: AccountChange; readonly at: Date };

/** How an account must stand for its role to be changed. */
const formerRoles: Readonly<Partial<Record<AccountChange, Role>>> = {
  'made-administrator': 'caseworker',
  'made-caseworker': 'administrator',
};

async function applyChange(db: Kysely<Schema>, { agency, subject, kind, at }: WantedChange): Promise<boolean> {
  const account = db.updateTable('caseworkers').where((where) => where.and({ agency, id: subject }));
  const former = formerRoles[kind];
  const change =
    former === undefined
      ? account
          .set({ disabled_at: kind === 'disabled' ? at.getTime() : null })
          .where('disabled_at', kind === 'disabled' ? 'is' : 'is not', null)
      : account.set({ role: former === 'caseworker' ? 'administrator' : 'caseworker' }).where('role', '=', former);
  return (await change.returning('id').executeTakeFirst()) !== undefined;
}

async function readAccounts(db: Kysely<Schema>, agency: string, id?: string): Promise<readonly Account[]> {
  const all = db
    .selectFrom('caseworkers')
    .leftJoin('passkeys', (join) =>
      join
        .onRef('passkeys.agency', '=', 'caseworkers.agency')
        .onRef('passkeys.caseworker_id', '=', 'caseworkers.id')
        .on('passkeys.flagged_at', 'is', null),
    )
    .select((select) => [
      ...(['caseworkers.id as id', 'caseworkers.name as name', 'role', 'disabled_at', 'caseworkers.created_at as created_at'] as const),
      select.fn.count<number>('passkeys.credential_id').as('passkeys'),
      select.fn.max('passkeys.used_at').as('used_at'),
    ])
    .where('caseworkers.agency', '=', agency)
    .groupBy(['caseworkers.agency', 'caseworkers.id', 'caseworkers.name', 'role', 'disabled_at', 'caseworkers.created_at'])
    .orderBy('caseworkers.created_at')
    .orderBy('caseworkers.id');
  const rows = await (id === undefined ? all : all.where('caseworkers.id', '=', id)).execute();
  return rows.map((row) => ({
    ...{ agency, id: row.id, name: row.name, role: readRole(row.role), passkeys: Number(row.passkeys) },
    ...{ createdAt: new Date(row.created_at), disabledAt: readTime(row.disabled_at), usedAt: readTime(row.used_at) },
  }));
}
