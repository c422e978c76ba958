import { encodeUtf8, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { WebhookEventType } from '@daricheh/shared/webhook';
import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { claimAttachments } from './attachment-store.ts';
import { insertEvidence } from './evidence-store.ts';
import type { LogFact } from './logs.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { NewSubmission, RecordOutcome, SubmissionStore } from './store.ts';

/** Submissions with their cases, events and idempotency keys. */
export function createSubmissionStore(db: Db, writeLog: WriteLog): SubmissionStore {
  return {
    record: (submission) =>
      runTransaction(db, async (transaction) => {
        const outcome = await recordSubmission(transaction, submission);
        if (outcome.kind === 'recorded') await writeLog(transaction, submission.case.agency, describeFacts(submission));
        return outcome;
      }),
    findAnswer: ({ agency, key }) => run(() => findAnswer(db, agency, key)),
    sweepKeys: (before) =>
      run(async () => {
        const result = await db.deleteFrom('idempotency').where('created_at', '<', before.getTime()).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
  };
}

/** What the log says of a submission: that it came, and what was acknowledged. Both verbatim. */
function describeFacts({ case: { caseNumber }, submission: { id, body, receipt } }: NewSubmission): readonly LogFact[] {
  const announce = (type: WebhookEventType) => ({ caseNumber, type, outcome: null });
  const came: LogFact = { kind: 'submission', subject: id, content: encodeUtf8(body), announce: announce('submission.received') };
  if (receipt === null) return [came];
  return [came, { kind: 'receipt', subject: id, content: encodeUtf8(receipt), announce: announce('receipt.issued') }];
}

/** The key is written first: of two transactions with one key, the second waits here for the first, and then finds its answer. */
async function recordSubmission(transaction: Transaction<Schema>, submission: NewSubmission): Promise<RecordOutcome> {
  const { agency } = submission.case;
  const { idempotency } = submission;
  if (idempotency !== null && !(await claimKey(transaction, submission))) {
    const found = await findAnswer(transaction, agency, idempotency.key);
    if (found === null) throw new AppError('idempotency_key_in_use');
    return { kind: 'repeated', ...found };
  }
  await takeRequest(transaction, submission);
  await insertCase(transaction, submission);
  await insertSubmission(transaction, submission);
  await insertRecheck(transaction, submission);
  await insertEvidence(transaction, submission);
  await claimAttachments(transaction, submission);
  return { kind: 'recorded' };
}

async function claimKey(
  transaction: Transaction<Schema>,
  { case: { agency, caseNumber, receivedAt }, idempotency }: NewSubmission,
): Promise<boolean> {
  if (idempotency === null) return true;
  const { key, bodyHash, answer } = idempotency;
  const written = await transaction
    .insertInto('idempotency')
    .values({ agency, key, body_hash: bodyHash, answer: JSON.stringify(answer), created_at: receivedAt.getTime(), case_number: caseNumber })
    .onConflict((conflict) => conflict.columns(['agency', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return written !== undefined;
}

async function takeRequest(transaction: Transaction<Schema>, { case: { receivedAt }, request }: NewSubmission): Promise<void> {
  if (request === null) return;
  const { agency, kind, key } = request;
  const taken = await transaction
    .deleteFrom('one_time')
    .where((where) => where.and({ agency, kind, key }))
    .where('expires_at', '>', receivedAt.getTime())
    .returning('key')
    .executeTakeFirst();
  if (taken === undefined) throw new AppError('submission_request_unknown');
}

async function insertCase(transaction: Transaction<Schema>, { case: record, tokenHash, eventId, keepUntil }: NewSubmission): Promise<void> {
  const { agency, caseNumber, receivedAt } = record;
  await transaction
    .insertInto('cases')
    .values({
      agency,
      case_number: caseNumber,
      form_id: record.formId,
      title_fa: record.title.fa,
      title_en: record.title.en,
      state: 'received',
      is_signed: record.isSigned ? 1 : 0,
      received_at: receivedAt.getTime(),
      due_at: record.dueAt.getTime(),
      updated_at: receivedAt.getTime(),
      revision: 1,
      token_hash: tokenHash,
      next_fa: null,
      next_en: null,
      erased_at: null,
      keep_until: keepUntil?.getTime() ?? null,
    })
    .execute();
  await transaction
    .insertInto('case_events')
    .values({ agency, id: eventId, case_number: caseNumber, at: receivedAt.getTime(), kind: 'received', actor: null, note: null })
    .execute();
}

async function insertSubmission(transaction: Transaction<Schema>, { case: record, submission }: NewSubmission): Promise<void> {
  const { id, receivedAt, manifestHash, body, receipt } = submission;
  await transaction
    .insertInto('submissions')
    .values({
      agency: record.agency,
      id,
      case_number: record.caseNumber,
      received_at: receivedAt.getTime(),
      manifest_hash: manifestHash,
      body,
      receipt,
    })
    .execute();
}

async function insertRecheck(
  transaction: Transaction<Schema>,
  { case: { agency, caseNumber, receivedAt }, recheck }: NewSubmission,
): Promise<void> {
  if (recheck === null) return;
  const { issuer, uri, index, takenAsOf, dueAt } = recheck;
  await transaction
    .insertInto('status_rechecks')
    .values({
      ...{ agency, case_number: caseNumber, issuer, uri, list_index: index },
      ...{ received_at: receivedAt.getTime(), taken_as_of: takenAsOf.getTime(), due_at: dueAt.getTime() },
      ...{ state: 'waiting', tries: 0, settled_at: null, settled_as_of: null },
    })
    .execute();
}

async function findAnswer(db: Db, agency: string, key: string) {
  const row = await db
    .selectFrom('idempotency')
    .select(['body_hash', 'answer'])
    .where((where) => where.and({ agency, key }))
    .executeTakeFirst();
  return row === undefined ? null : { bodyHash: row.body_hash, answer: parseStrictJson(row.answer) };
}
