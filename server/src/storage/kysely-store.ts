import { sql } from 'kysely';
import { createCaseStore } from './case-store.ts';
import { createCaseworkerStore } from './caseworker-store.ts';
import { createIssuedStore } from './issued-store.ts';
import { createOneTimeStore } from './one-time-store.ts';
import { createPasskeyStore } from './passkey-store.ts';
import { createRecheckStore } from './recheck-store.ts';
import { type Db, run } from './run.ts';
import { createSessionStore } from './session-store.ts';
import { createStaffEventStore } from './staff-event-store.ts';
import type { Store } from './store.ts';
import { createSubmissionStore } from './submission-store.ts';
import { createTrustListStore } from './trust-list-store.ts';

/** The store over a database whose tables are up to date. */
export function createStore(db: Db): Store {
  return {
    oneTime: createOneTimeStore(db),
    sessions: createSessionStore(db),
    submissions: createSubmissionStore(db),
    cases: createCaseStore(db),
    rechecks: createRecheckStore(db),
    caseworkers: createCaseworkerStore(db),
    passkeys: createPasskeyStore(db),
    staffEvents: createStaffEventStore(db),
    issued: createIssuedStore(db),
    trustLists: createTrustListStore(db),
    checkHealth: () =>
      run(async () => {
        await sql`select 1`.execute(db);
      }),
    close: () => db.destroy(),
  };
}
