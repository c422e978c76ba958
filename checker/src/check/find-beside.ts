import type { FileBeside } from '@daricheh/shared/checking';
import type { Bytes, Sha256 } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { decodeManifest, type Manifest, type SubmissionFile } from '@daricheh/shared/submission';

/** A file that may be an attachment; read only when its size or name says so. */
export type Neighbour = { readonly name: string; readonly size: number; readonly read: () => Promise<Bytes> };

/** Of the files beside it those that may be its attachments, with their hashes. */
export async function findBeside(file: SubmissionFile, neighbours: readonly Neighbour[], sha256: Sha256): Promise<FileBeside[]> {
  const attachments = listAttachments(file);
  const mayBe = ({ name, size }: Neighbour): boolean => attachments.some((each) => each.name === name || each.size === size);
  const candidates = neighbours.filter(mayBe);
  return Promise.all(candidates.map(async ({ name, read }) => ({ name, sha256: encodeBase64Url(await sha256(await read())) })));
}

function listAttachments({ envelope }: SubmissionFile): Manifest['attachments'] {
  try {
    return decodeManifest(decodeBase64Url(envelope.jws.payload)).attachments;
  } catch (error) {
    // The check itself says what is wrong with the signed text.
    if (error instanceof AppError) return [];
    throw error;
  }
}
