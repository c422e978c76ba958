import { AppError } from '@daricheh/shared/errors';
import type { Transaction } from 'kysely';
import type { AttachmentStore, NewAttachment } from './attachments.ts';
import { type Db, run, runTransaction } from './run.ts';
import type { Schema } from './schema.ts';
import type { NewSubmission } from './store.ts';

/** Attached files, in the table `attachments`. `request` is null once a file has lapsed, `case_number` until one is claimed. */
export function createAttachmentStore(db: Db): AttachmentStore {
  return {
    add: (attachment, maxFiles) => runTransaction(db, (transaction) => addAttachment(transaction, attachment, maxFiles)),
    list: ({ agency, caseNumber }) =>
      run(async () => {
        const rows = await db
          .selectFrom('attachments')
          .selectAll()
          .where((where) => where.and({ agency, case_number: caseNumber }))
          .orderBy('uploaded_at')
          .orderBy('id')
          .execute();
        return rows.map(({ id, slot, sha256, size, media_type: mediaType, name }) => ({
          id,
          slot,
          sha256,
          size,
          mediaType,
          name: name ?? '',
        }));
      }),
    sumUnclaimed: (agency) =>
      run(async () => {
        const row = await db
          .selectFrom('attachments')
          .select((select) => select.fn.sum<number | string | null>('size').as('bytes'))
          .where('agency', '=', agency)
          .where('case_number', 'is', null)
          .executeTakeFirst();
        return Number(row?.bytes ?? 0);
      }),
    lapse: (agency, before) =>
      run(() =>
        db
          .updateTable('attachments')
          .set({ request: null })
          .where('agency', '=', agency)
          .where('case_number', 'is', null)
          .where('uploaded_at', '<', before.getTime())
          .returning(['id', 'sha256'])
          .execute(),
      ),
    forget: ({ agency, id }) =>
      run(async () => {
        await db
          .deleteFrom('attachments')
          .where((where) => where.and({ agency, id }))
          .execute();
      }),
  };
}

async function addAttachment(transaction: Transaction<Schema>, attachment: NewAttachment, maxFiles: number): Promise<string | null> {
  const { agency, id, request, slot, sha256, size, mediaType, uploadedAt } = attachment;
  const there = await transaction
    .selectFrom('attachments')
    .select(['id', 'sha256'])
    .where((where) => where.and({ agency, request, slot }))
    .execute();
  const same = there.find((each) => each.sha256 === sha256);
  if (same !== undefined) return same.id;
  if (there.length >= maxFiles) return null;
  await transaction
    .insertInto('attachments')
    .values({
      ...{ agency, id, request, slot, sha256, size, media_type: mediaType },
      ...{ uploaded_at: uploadedAt.getTime(), case_number: null, name: null },
    })
    .execute();
  return id;
}

/** Part of the transaction that records a submission. @throws AppError `attachment_unknown` for a file that did not come so under its request */
export async function claimAttachments(
  transaction: Transaction<Schema>,
  { case: { agency, caseNumber }, request, attachments }: NewSubmission,
): Promise<void> {
  for (const { slot, sha256, size, mediaType, name } of attachments) {
    const claimed = await transaction
      .updateTable('attachments')
      .set({ case_number: caseNumber, name })
      .where((where) => where.and({ agency, request: request?.key ?? '', slot, sha256, size, media_type: mediaType }))
      .where('case_number', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (claimed === undefined) throw new AppError('attachment_unknown', { slot });
  }
}
