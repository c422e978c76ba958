import { AppError } from '@daricheh/shared/errors';
import { type AttachmentSlot, isAttachmentType } from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { readOpenRequest } from '../submissions/make-request.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import type { ReceivedFile } from './attachment-files.ts';
import { createFileCheck } from './create-file-check.ts';
import { refuseType } from './file-check.ts';

/** What may lie here that no submission names: beyond it nothing more is taken until it is swept. */
const maxUnclaimedBytes = 4_294_967_296;

export type Upload = {
  readonly agency: Agency;
  /** Nonce of the open request to sign under which the file is sent. */
  readonly request: string;
  readonly slot: string;
  /** As the sender says. */
  readonly mediaType: string;
  /** As the sender says, in bytes. */
  readonly length: number;
  readonly chunks: AsyncIterable<Uint8Array>;
};

type UploadDeps = Pick<Deps, 'store' | 'files' | 'now' | 'randomBytes'>;

/**
 * Keeps a file for the submission that is to answer the request, as far as the form's slot takes it. The same file once
 * more changes nothing. Nothing remains of a file that is refused.
 * @throws AppError `submission_request_unknown`, `attachment_invalid` (no such slot, or full), `attachment_too_large`,
 * `attachment_type_refused`, `attachment_active_content`, `malformed_request` (another length than was said), `storage_full`
 */
export async function receiveAttachment(upload: Upload, deps: UploadDeps): Promise<Pick<ReceivedFile, 'sha256' | 'size'>> {
  const { agency, request, mediaType, length, chunks } = upload;
  const slot = await findSlot(upload, deps);
  if (!isAttachmentType(mediaType) || !slot.mediaTypes.includes(mediaType)) throw refuseType('not_accepted');
  if (length === 0) throw refuseType('empty');
  if (length > slot.maxBytes) throw new AppError('attachment_too_large', { limit: slot.maxBytes });
  if ((await deps.store.attachments.sumUnclaimed(agency.id)) > maxUnclaimedBytes) throw new AppError('storage_full', { what: 'unclaimed' });
  const file = await deps.files.receive(agency.id, limitLength(chunks, length), createFileCheck(mediaType));
  const { sha256, size } = file;
  const name = { agency: agency.id, id: makeRandomName(deps.randomBytes, 16) };
  const record = { ...name, request, slot: slot.id, sha256, size, mediaType, uploadedAt: deps.now() };
  try {
    // Noted before it is kept: a crash in between leaves a row that is swept, never a file that nobody knows of.
    const id = await deps.store.attachments.add(record, slot.maxFiles);
    if (id === null) throw new AppError('attachment_invalid', { slot: slot.id, problem: 'too_many' });
    await file.keep(id);
  } catch (error) {
    await file.discard();
    await deps.files.remove({ ...name, sha256 });
    await deps.store.attachments.forget(name);
    throw error;
  }
  return { sha256, size };
}

async function findSlot({ agency, request, slot }: Upload, deps: UploadDeps): Promise<AttachmentSlot> {
  const { form } = await readOpenRequest({ agency: agency.id, nonce: request }, deps);
  const published = agency.forms.find(({ definition }) => definition.id === form);
  const found = published?.definition.attachments?.find(({ id }) => id === slot);
  if (found === undefined) throw new AppError('attachment_invalid', { problem: 'unknown_slot' });
  return found;
}

/** The chunks, while they are not more than was said; a file that ends before, or goes on, is not the one that was announced. */
async function* limitLength(chunks: AsyncIterable<Uint8Array>, length: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > length) break;
    yield chunk;
  }
  if (size !== length) throw new AppError('malformed_request', { what: 'length' });
}
