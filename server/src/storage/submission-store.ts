import { encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { WebhookEventType } from '@daricheh/shared/webhook';
import type { WriteLog } from './append-to-log.ts';
import { closeEarlier } from './close-earlier.ts';
import { gather } from './gather.ts';
import type { LogFact } from './logs.ts';
import { insertOneTime } from './one-time-store.ts';
import { findAnswer, recordSubmissions, takeRecords } from './record-submissions.ts';
import { type Db, run, runTransaction } from './run.ts';
import { isStorageAway } from './storage-error.ts';
import type { NewSubmission, RecordOutcome, SubmissionStore } from './store.ts';

/** So many submissions go into one commit at most; more would hold the agency's log from others for longer than it saves. */
const mostTogether = 64;

/**
 * Submissions with their cases, events and idempotency keys. A commit that reaches the disk takes longer than what is written in it: those
 * that come at the same time are written in one, and acknowledged after it.
 */
export function createSubmissionStore(db: Db, writeLog: WriteLog): SubmissionStore {
  return {
    record: gather({
      laneOf: (submission: NewSubmission) => submission.case.agency,
      most: mostTogether,
      act: (submissions) => recordTogether(submissions, (batch) => recordInOne(db, writeLog, batch)),
    }),
    hold: ({ request, records: [form, ...others] }, now) =>
      runTransaction(db, async (transaction) => {
        if (form === undefined || !(await insertOneTime(transaction, form, now))) return false;
        for (const record of others) if (!(await insertOneTime(transaction, record, now))) throw new AppError('idempotency_key_reused');
        await takeRecords(transaction, { agency: request.agency, names: [request], at: now.getTime() });
        return true;
      }),
    findAnswer: ({ agency, key }) => run(() => findAnswer(db, agency, key)),
    sweepKeys: (before) =>
      run(async () => {
        const swept = db.deleteFrom('idempotency').where('created_at', '<', before.getTime()).where('stays_with_case', '=', 0);
        const result = await swept.executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
  };
}

type RecordInOne = (submissions: readonly NewSubmission[]) => Promise<readonly RecordOutcome[]>;

/** In one transaction where they all go in; else none of them is written so, and each goes alone and says for itself what does not hold. */
async function recordTogether(
  submissions: readonly NewSubmission[],
  recordInOne: RecordInOne,
): Promise<readonly PromiseSettledResult<RecordOutcome>[]> {
  if (submissions.length > 1) {
    try {
      return (await recordInOne(submissions)).map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      if (isStorageAway(error)) throw error;
    }
  }
  const alone = await Promise.allSettled(submissions.map((submission) => recordInOne([submission])));
  return alone.map((result) => {
    if (result.status === 'rejected') return result;
    const [value] = result.value;
    return value === undefined
      ? { status: 'rejected', reason: new Error('Nothing became of a submission.') }
      : { status: 'fulfilled', value };
  });
}

function recordInOne(db: Db, writeLog: WriteLog, submissions: readonly NewSubmission[]): Promise<readonly RecordOutcome[]> {
  const agency = submissions[0]?.case.agency ?? '';
  return runTransaction(db, async (transaction) => {
    const outcomes = await recordSubmissions(transaction, { agency, submissions });
    const recorded = submissions.filter((_submission, at) => outcomes[at]?.kind === 'recorded');
    const closed = await closeEarlier(transaction, recorded);
    const facts = recorded.flatMap((submission) => {
      const fact = closed.get(submission.case.caseNumber);
      return [...describeFacts(submission), ...(fact === undefined ? [] : [fact])];
    });
    if (facts.length > 0) await writeLog(transaction, agency, facts);
    return outcomes;
  });
}

/** What the log says of a submission: that it came, and what was acknowledged. Both verbatim. */
function describeFacts({ case: { caseNumber }, submission: { id, body, receipt } }: NewSubmission): readonly LogFact[] {
  const announce = (type: WebhookEventType) => ({ caseNumber, type, outcome: null });
  const came: LogFact = { kind: 'submission', subject: id, content: encodeUtf8(body), announce: announce('submission.received') };
  if (receipt === null) return [came];
  return [came, { kind: 'receipt', subject: id, content: encodeUtf8(receipt), announce: announce('receipt.issued') }];
}
