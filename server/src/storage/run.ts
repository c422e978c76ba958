import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import { isSerializationFailure, toStorageError } from './storage-error.ts';

export type Db = Kysely<Schema>;

const maxTries = 5;

/** The result of one statement; what the driver throws becomes an error that a caller may see. */
export async function run<T>(statement: () => Promise<T>): Promise<T> {
  try {
    return await statement();
  } catch (error) {
    throw toStorageError(error);
  }
}

/** The result of `work` in one transaction, run again when the database reports a lost race. `work` has no other effect. */
export async function runTransaction<T>(db: Db, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= maxTries || !isSerializationFailure(error)) throw toStorageError(error);
    }
  }
}
