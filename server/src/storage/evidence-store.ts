import { parseStrictJson } from '@daricheh/shared/encoding';
import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { insertCaseEvent } from './case-event.ts';
import type { EvidenceStore, KeptStatusToken } from './evidence.ts';
import { insertRows } from './insert-rows.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { SubmissionBatch } from './submission-batch.ts';

/** Evidence, in the tables `submission_evidence` and `status_tokens`. `due_at` is null where nothing can be had for it; a lease is a date before which it is not due. */
export function createEvidenceStore(db: Db, writeLog: WriteLog): EvidenceStore {
  return {
    read: ({ agency, caseNumber }) =>
      run(async () => {
        const row = await db
          .selectFrom('submission_evidence as evidence')
          .leftJoin('status_tokens as status', (join) =>
            join.onRef('status.agency', '=', 'evidence.agency').onRef('status.hash', '=', 'evidence.status_hash'),
          )
          .select(['evidence.header', 'status.token'])
          .where('evidence.agency', '=', agency)
          .where('evidence.case_number', '=', caseNumber)
          .executeTakeFirst();
        if (row === undefined) return null;
        return { header: row.header === null ? null : parseStrictJson(row.header), statusToken: row.token };
      }),
    take: (agency, now, leasedUntil) =>
      run(async () => {
        const first = db
          .selectFrom('submission_evidence')
          .select('case_number')
          .where('agency', '=', agency)
          .where('due_at', '<=', now.getTime())
          .orderBy('due_at')
          .limit(1);
        const row = await db
          .updateTable('submission_evidence')
          .set({ due_at: leasedUntil.getTime() })
          .where('agency', '=', agency)
          .where('case_number', '=', first)
          // Asked again of the row itself: somebody may have taken it since it was found.
          .where('due_at', '<=', now.getTime())
          .returning(['case_number', 'signature', 'header', 'tries'])
          .executeTakeFirst();
        if (row === undefined) return null;
        const { case_number: caseNumber, signature, header, tries } = row;
        return { agency, caseNumber, signature, header: header === null ? null : parseStrictJson(header), tries, leasedUntil };
      }),
    postpone: ({ agency, caseNumber, leasedUntil, tries }, dueAt) =>
      run(async () => {
        const written = await db
          .updateTable('submission_evidence')
          .set({ due_at: dueAt.getTime(), tries: tries + 1 })
          .where((where) => where.and({ agency, case_number: caseNumber, due_at: leasedUntil.getTime() }))
          .returning('case_number')
          .executeTakeFirst();
        return written !== undefined;
      }),
    settle: ({ agency, caseNumber, leasedUntil }, { at, dueAt, header, statusToken, event }) =>
      runTransaction(db, async (transaction) => {
        const ofCase = { agency, case_number: caseNumber };
        const written = await transaction
          .updateTable('submission_evidence')
          .set({
            ...{ due_at: dueAt === null ? null : dueAt.getTime(), tries: 0 },
            ...(header !== undefined && { header: JSON.stringify(header) }),
            ...(statusToken !== undefined && { status_hash: statusToken.hash }),
          })
          .where((where) => where.and({ ...ofCase, due_at: leasedUntil.getTime() }))
          .returning('case_number')
          .executeTakeFirst();
        if (written === undefined) return false;
        if (statusToken !== undefined) await insertStatusTokens(transaction, { agency, tokens: [statusToken] });
        if (event === undefined) return true;
        const row = { ...ofCase, id: event.id, kind: event.kind, at: at.getTime(), actor: null, note: null };
        const announce = { caseNumber, type: 'signature.stamped', outcome: event.outcome } as const;
        await writeLog(transaction, agency, [await insertCaseEvent(transaction, row, announce)]);
        return true;
      }),
  };
}

type KeptStatusTokens = { readonly agency: string; readonly tokens: readonly KeptStatusToken[] };

async function insertStatusTokens(transaction: Transaction<Schema>, { agency, tokens }: KeptStatusTokens): Promise<void> {
  // One list serves many: of what is the same, one is enough.
  const texts = new Map(tokens.map(({ hash, text }) => [hash, text]));
  await transaction
    .insertInto('status_tokens')
    .values([...texts].map(([hash, token]) => ({ agency, hash, token })))
    .onConflict((conflict) => conflict.columns(['agency', 'hash']).doNothing())
    .execute();
}

/** Part of the transaction that records submissions. */
export async function insertEvidence(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  const evidences = submissions.flatMap(({ case: { caseNumber }, evidence }) => (evidence === null ? [] : [{ caseNumber, ...evidence }]));
  if (evidences.length === 0) return;
  await insertStatusTokens(transaction, { agency, tokens: evidences.map(({ statusToken }) => statusToken) });
  const rows = evidences.map(({ caseNumber, signature, header, dueAt, statusToken }) => ({
    ...{ agency, case_number: caseNumber, signature, status_hash: statusToken.hash, tries: 0 },
    ...{ header: header === null ? null : JSON.stringify(header), due_at: dueAt === null ? null : dueAt.getTime() },
  }));
  await insertRows(transaction, 'submission_evidence', rows);
}
