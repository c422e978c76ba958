import { sql } from 'kysely';
import { createLogWriter } from './append-to-log.ts';
import { createAttachmentStore } from './attachment-store.ts';
import { createCaseStore } from './case-store.ts';
import { createCaseworkerStore } from './caseworker-store.ts';
import { createErasureStore } from './erasure-store.ts';
import { createEvidenceStore } from './evidence-store.ts';
import { createIssuedStore } from './issued-store.ts';
import { createLogStore } from './log-store.ts';
import { createOneTimeStore } from './one-time-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createPasskeyStore } from './passkey-store.ts';
import { createRecheckStore } from './recheck-store.ts';
import { type Db, run } from './run.ts';
import { createSessionStore } from './session-store.ts';
import { createStaffEventStore, createStaffEventWriter } from './staff-event-store.ts';
import type { Store } from './store.ts';
import { createSubmissionStore } from './submission-store.ts';
import { createTrustListStore } from './trust-list-store.ts';

/** Of every store: `now` dates the entries of the log, and `told` are the ids of agencies whose own system is told of events (nobody's when absent). */
export type StoreOptions = { readonly now: () => Date; readonly told?: ReadonlySet<string> };

/** The store over a database whose tables are up to date. */
export function createStore(db: Db, { now, told = new Set() }: StoreOptions): Store {
  const writeLog = createLogWriter(now, told);
  const writeEvent = createStaffEventWriter(writeLog);
  return {
    oneTime: createOneTimeStore(db),
    sessions: createSessionStore(db),
    submissions: createSubmissionStore(db, writeLog),
    cases: createCaseStore(db, writeLog),
    rechecks: createRecheckStore(db, writeLog),
    evidence: createEvidenceStore(db, writeLog),
    erasures: createErasureStore(db, writeLog),
    outbox: createOutboxStore(db, writeEvent),
    attachments: createAttachmentStore(db),
    caseworkers: createCaseworkerStore(db, writeEvent),
    passkeys: createPasskeyStore(db, writeEvent),
    staffEvents: createStaffEventStore(db, writeEvent),
    issued: createIssuedStore(db, writeLog),
    trustLists: createTrustListStore(db),
    log: createLogStore(db),
    checkHealth: () =>
      run(async () => {
        await sql`select 1`.execute(db);
      }),
    close: () => db.destroy(),
  };
}
