import { randomBytes } from 'node:crypto';
import { type NewSubmission, openStore } from '@daricheh/server/storage';

/** As many at once as the store writes in one commit. */
const atOnce = 64;
const dayMs = 86_400_000;

/**
 * Stores `count` submissions as a server does that took them in, with their cases, events, keys, evidence and entries of the log, and with
 * random ids; but for what they say, which is short: what was said before stands in the way of nothing.
 */
export async function fillStore(database: string, count: number): Promise<void> {
  const store = await openStore({ database, now: () => new Date() });
  let left = count;
  const work = async (): Promise<void> => {
    while (left-- > 0) await store.submissions.record(describeStored());
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await store.close();
}

function describeStored(): NewSubmission {
  const receivedAt = new Date();
  const name = () => randomBytes(16).toString('base64url');
  return {
    case: {
      ...{ agency: 'tax', caseNumber: name(), formId: 'yearly-return', isSigned: true },
      ...{ title: { fa: 'اظهارنامهٔ سالانه', en: 'Yearly return' }, receivedAt, dueAt: new Date(receivedAt.getTime() + 30 * dayMs) },
    },
    tokenHash: name(),
    submission: { id: name(), receivedAt, manifestHash: name(), body: '{"stored":"before"}', receipt: 'stored.before.this' },
    request: null,
    idempotency: { key: name(), bodyHash: name(), answer: { receipt: 'stored.before.this' } },
    eventId: name(),
    recheck: null,
    keepUntil: new Date(receivedAt.getTime() + 3650 * dayMs),
    evidence: { signature: name(), header: null, dueAt: null, statusToken: { hash: 'of-before', text: 'stored.before.this' } },
    attachments: [],
  };
}
