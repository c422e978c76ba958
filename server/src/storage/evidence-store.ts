import { parseStrictJson } from '@daricheh/shared/encoding';
import type { Transaction } from 'kysely';
import type { WriteLog } from './append-to-log.ts';
import { insertCaseEvent } from './case-event.ts';
import type { CaseName } from './case-name.ts';
import type { EvidenceStore, KeptStatusToken, NewEvidence, SignatureEvidence } from './evidence.ts';
import { insertRows } from './insert-rows.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { SubmissionBatch } from './submission-batch.ts';

/** Evidence, in the tables `submission_evidence` and `status_tokens`. `due_at` is null where nothing can be had for it; a lease is a date before which it is not due. */
export function createEvidenceStore(db: Db, writeLog: WriteLog): EvidenceStore {
  return {
    read: async (name) => {
      const [first] = await listEvidence(db, name);
      if (first === undefined) return null;
      const { signature: _signature, ...evidence } = first;
      return evidence;
    },
    list: (name) => listEvidence(db, name),
    take: (agency, now, leasedUntil) =>
      run(async () => {
        const first = await db
          .selectFrom('submission_evidence')
          .select(['case_number', 'signature'])
          .where('agency', '=', agency)
          .where('due_at', '<=', now.getTime())
          .orderBy('due_at')
          .limit(1)
          .executeTakeFirst();
        if (first === undefined) return null;
        const row = await db
          .updateTable('submission_evidence')
          .set({ due_at: leasedUntil.getTime() })
          .where((where) => where.and({ agency, ...first }))
          // Asked again of the row itself: somebody may have taken it since it was found.
          .where('due_at', '<=', now.getTime())
          .returning(['case_number', 'signature', 'header', 'tries'])
          .executeTakeFirst();
        if (row === undefined) return null;
        const { case_number: caseNumber, signature, header, tries } = row;
        return { agency, caseNumber, signature, header: header === null ? null : parseStrictJson(header), tries, leasedUntil };
      }),
    postpone: ({ agency, caseNumber, signature, leasedUntil, tries }, dueAt) =>
      run(async () => {
        const written = await db
          .updateTable('submission_evidence')
          .set({ due_at: dueAt.getTime(), tries: tries + 1 })
          .where((where) => where.and({ agency, case_number: caseNumber, signature, due_at: leasedUntil.getTime() }))
          .returning('case_number')
          .executeTakeFirst();
        return written !== undefined;
      }),
    settle: ({ agency, caseNumber, signature, leasedUntil }, { at, dueAt, header, event, ...tokens }) =>
      runTransaction(db, async (transaction) => {
        const ofCase = { agency, case_number: caseNumber };
        const { statusToken, mandateStatusToken } = tokens;
        const written = await transaction
          .updateTable('submission_evidence')
          .set({
            ...{ due_at: dueAt === null ? null : dueAt.getTime(), tries: 0 },
            ...(header !== undefined && { header: JSON.stringify(header) }),
            ...(statusToken !== undefined && { status_hash: statusToken.hash }),
            ...(mandateStatusToken !== undefined && { mandate_status_hash: mandateStatusToken.hash }),
          })
          .where((where) => where.and({ ...ofCase, signature, due_at: leasedUntil.getTime() }))
          .returning('case_number')
          .executeTakeFirst();
        if (written === undefined) return false;
        await insertStatusTokens(transaction, { agency, tokens: listTokens(tokens) });
        if (event === undefined) return true;
        const row = { ...ofCase, id: event.id, kind: event.kind, at: at.getTime(), actor: null, note: null };
        const announce = { caseNumber, type: 'signature.stamped', outcome: event.outcome } as const;
        await writeLog(transaction, agency, [await insertCaseEvent(transaction, row, announce)]);
        return true;
      }),
  };
}

function listEvidence(db: Db, { agency, caseNumber }: CaseName): Promise<readonly SignatureEvidence[]> {
  return run(async () => {
    const rows = await db
      .selectFrom('submission_evidence as evidence')
      .leftJoin('status_tokens as status', (join) =>
        join.onRef('status.agency', '=', 'evidence.agency').onRef('status.hash', '=', 'evidence.status_hash'),
      )
      .leftJoin('status_tokens as mandate', (join) =>
        join.onRef('mandate.agency', '=', 'evidence.agency').onRef('mandate.hash', '=', 'evidence.mandate_status_hash'),
      )
      .select(['evidence.signature', 'evidence.header', 'status.token', 'mandate.token as mandate_token'])
      .where('evidence.agency', '=', agency)
      .where('evidence.case_number', '=', caseNumber)
      .execute();
    return rows.map(({ signature, header, token, mandate_token: mandateStatusToken }) => ({
      ...{ signature, header: header === null ? null : parseStrictJson(header), statusToken: token },
      ...(mandateStatusToken !== null && { mandateStatusToken }),
    }));
  });
}

type KeptStatusTokens = { readonly agency: string; readonly tokens: readonly KeptStatusToken[] };

async function insertStatusTokens(transaction: Transaction<Schema>, { agency, tokens }: KeptStatusTokens): Promise<void> {
  // One list serves many: of what is the same, one is enough.
  const texts = new Map(tokens.map(({ hash, text }) => [hash, text]));
  if (texts.size === 0) return;
  const rows = [...texts].map(([hash, token]) => ({ agency, hash, token }));
  await insertRows(transaction, 'status_tokens', rows, { unlessSameIn: ['agency', 'hash'] });
}

function listTokens({ statusToken, mandateStatusToken }: Partial<Pick<NewEvidence, 'statusToken' | 'mandateStatusToken'>>) {
  return [statusToken, mandateStatusToken].filter((token) => token !== undefined);
}

/** Part of the transaction that records submissions. */
export async function insertEvidence(transaction: Transaction<Schema>, { agency, submissions }: SubmissionBatch): Promise<void> {
  const evidences = submissions.flatMap(({ case: { caseNumber }, evidence, coSigning }) =>
    [coSigning?.evidence ?? null, evidence].flatMap((each) => (each === null ? [] : [{ caseNumber, ...each }])),
  );
  if (evidences.length === 0) return;
  await insertStatusTokens(transaction, { agency, tokens: evidences.flatMap(listTokens) });
  const rows = evidences.map(({ caseNumber, signature, header, dueAt, statusToken, mandateStatusToken }) => ({
    ...{ agency, case_number: caseNumber, signature, status_hash: statusToken.hash, tries: 0 },
    ...{ mandate_status_hash: mandateStatusToken?.hash ?? null },
    ...{ header: header === null ? null : JSON.stringify(header), due_at: dueAt === null ? null : dueAt.getTime() },
  }));
  await insertRows(transaction, 'submission_evidence', rows);
}
