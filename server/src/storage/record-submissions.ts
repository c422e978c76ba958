import { parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { CompiledQuery, type Transaction } from 'kysely';
import { claimAttachments } from './attachment-store.ts';
import { insertEvidence } from './evidence-store.ts';
import { insertRows, partRows } from './insert-rows.ts';
import { keepText } from './keep-text.ts';
import type { Db } from './run.ts';
import type { IdempotencyRow, Schema } from './schema.ts';
import type { CaseState, NewSubmission, OneTimeName, RecordOutcome } from './store.ts';
import type { SubmissionBatch } from './submission-batch.ts';

/**
 * Writes all of them, each table in one statement; called in a transaction, before the log is written.
 * @throws AppError as `SubmissionStore.record`; of several that cannot go together, any error: which of them is at fault is not said
 */
export async function recordSubmissions(transaction: Transaction<Schema>, batch: SubmissionBatch): Promise<readonly RecordOutcome[]> {
  const { agency, submissions } = batch;
  const [first] = submissions;
  if (!(await claimKeys(transaction, batch))) {
    const key = first?.idempotency?.key;
    const found = submissions.length === 1 && key !== undefined ? await findAnswer(transaction, agency, key) : null;
    if (found === null) throw new AppError('idempotency_key_in_use');
    return [{ kind: 'repeated', ...found }];
  }
  await takeRequests(transaction, batch);
  await answerFirstSigners(transaction, batch);
  await insertCases(transaction, batch);
  await insertEach(transaction, batch);
  await insertRechecks(transaction, batch);
  await insertEvidence(transaction, batch);
  for (const submission of submissions) await claimAttachments(transaction, submission);
  return submissions.map(() => ({ kind: 'recorded' }));
}

/** The answer under a key; null when nothing stands there. */
export async function findAnswer(db: Db, agency: string, key: string) {
  const sql = keepText(db, 'find answer', () => {
    const query = db.selectFrom('idempotency').select(['body_hash', 'answer']);
    return query.where('agency', '=', agency).where('key', '=', key).compile();
  });
  const { rows } = await db.executeQuery<Pick<IdempotencyRow, 'body_hash' | 'answer'>>(CompiledQuery.raw(sql, [agency, key]));
  const [row] = rows;
  return row === undefined ? null : { bodyHash: row.body_hash, answer: parseStrictJson(row.answer) };
}

/**
 * Keys are written first: of two transactions with one key, the second waits here for the first, and then finds its answer. They are
 * written in their order, so that two transactions with several in common do not wait for each other.
 * @returns false when one stood there before
 */
async function claimKeys(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<boolean> {
  const rows = submissions.flatMap(({ case: { caseNumber, receivedAt }, idempotency }) => {
    if (idempotency === null) return [];
    const { key, bodyHash, answer } = idempotency;
    return [
      {
        ...{ agency, key, body_hash: bodyHash, answer: JSON.stringify(answer) },
        ...{ created_at: receivedAt.getTime(), case_number: caseNumber, stays_with_case: 0 },
      },
    ];
  });
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  return (await insertRows(transaction, 'idempotency', rows, { unlessSameIn: ['agency', 'key'] })) === rows.length;
}

/** Takes away what was asked for; by the clock of the last that came, since of several each may still say for itself whether it was in time. */
async function takeRequests(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  const names = submissions.flatMap(({ request, coSigning }) => [...(request === null ? [] : [request]), ...(coSigning?.takes ?? [])]);
  await takeRecords(transaction, { agency, names, at: Math.max(...submissions.map(({ case: { receivedAt } }) => receivedAt.getTime())) });
}

/** Takes away records of an agency that must all still be there at that time. @throws AppError `submission_request_unknown` */
export async function takeRecords(
  transaction: Transaction<Schema>,
  { agency, names, at }: { readonly agency: string; readonly names: readonly OneTimeName[]; readonly at: number },
): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(names, (name) => name.kind)) {
    let taken = 0;
    for (const part of partRows(ofKind)) taken += await takeOfKind(transaction, { agency, kind, keys: part.map(({ key }) => key), at });
    if (taken !== ofKind.length) throw new AppError('submission_request_unknown');
  }
}

type Taking = { readonly agency: string; readonly kind: string; readonly keys: readonly string[]; readonly at: number };

async function takeOfKind(transaction: Transaction<Schema>, { agency, kind, keys, at }: Taking): Promise<number> {
  const sql = keepText(transaction, `take ${keys.length} one-time records`, () => {
    const query = transaction.deleteFrom('one_time').where('agency', '=', agency).where('kind', '=', kind);
    return query.where('key', 'in', keys).where('expires_at', '>', at).compile();
  });
  const { numAffectedRows } = await transaction.executeQuery(CompiledQuery.raw(sql, [agency, kind, ...keys, at]));
  return Number(numAffectedRows);
}

/**
 * From now on the key of whoever signed a form first stands for the same answer as the second's, and does as long as there is the case:
 * nothing tells them that it is whole, so they may ask for their receipt months later, by this key alone.
 */
async function answerFirstSigners(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  for (const { case: record, idempotency, coSigning } of submissions) {
    if (idempotency === null || coSigning === undefined) continue;
    const { key, bodyHash } = coSigning;
    const answered = { body_hash: bodyHash, answer: JSON.stringify(idempotency.answer), case_number: record.caseNumber };
    const written = await transaction
      .insertInto('idempotency')
      .values({ agency, key, ...answered, created_at: record.receivedAt.getTime(), stays_with_case: 1 })
      .onConflict((conflict) => conflict.columns(['agency', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (written === undefined) throw new AppError('idempotency_key_reused');
  }
}

async function insertCases(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  const cases = submissions.map(({ case: record, tokenHash, keepUntil, about }) => ({
    agency,
    case_number: record.caseNumber,
    form_id: record.formId,
    title_fa: record.title.fa,
    title_en: record.title.en,
    state: firstState(about),
    is_signed: record.isSigned ? 1 : 0,
    received_at: record.receivedAt.getTime(),
    due_at: record.dueAt.getTime(),
    updated_at: record.receivedAt.getTime(),
    revision: 1,
    token_hash: tokenHash,
    next_fa: null,
    next_en: null,
    erased_at: null,
    keep_until: keepUntil?.getTime() ?? null,
    about_kind: about?.kind ?? null,
    about_case: about?.caseNumber ?? null,
    closed_by: null,
    mandate_relation: record.mandate ?? null,
  }));
  await insertRows(transaction, 'cases', cases);
  const events = submissions.map(({ case: { caseNumber, receivedAt }, eventId, about }) => ({
    ...{ agency, id: eventId, case_number: caseNumber, at: receivedAt.getTime() },
    ...{ kind: firstState(about), actor: null, note: null },
  }));
  await insertRows(transaction, 'case_events', events);
}

/** Nothing is to be decided of a withdrawal. */
function firstState(about: NewSubmission['about']): CaseState {
  return about?.kind === 'withdraws' ? 'recorded' : 'received';
}

async function insertEach(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  const rows = submissions.map(({ case: { caseNumber }, submission: { id, receivedAt, manifestHash, body, receipt } }) => ({
    ...{ agency, id, case_number: caseNumber, received_at: receivedAt.getTime() },
    ...{ manifest_hash: manifestHash, body, receipt },
  }));
  await insertRows(transaction, 'submissions', rows);
}

async function insertRechecks(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  const rows = submissions.flatMap(({ case: { caseNumber, receivedAt }, recheck }) => {
    if (recheck === null) return [];
    const { issuer, uri, index, mandate, takenAsOf, dueAt } = recheck;
    return [
      {
        ...{ agency, case_number: caseNumber, issuer, uri, list_index: index },
        ...{ mandate_issuer: mandate?.issuer ?? null, mandate_uri: mandate?.uri ?? null, mandate_index: mandate?.index ?? null },
        ...{ received_at: receivedAt.getTime(), taken_as_of: takenAsOf.getTime(), due_at: dueAt.getTime() },
        ...{ state: 'waiting', tries: 0, settled_at: null, settled_as_of: null },
      },
    ];
  });
  await insertRows(transaction, 'status_rechecks', rows);
}
