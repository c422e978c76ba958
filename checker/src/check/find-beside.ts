import { type Checkable, type FileBeside, listAttachments } from '@daricheh/shared/checking';
import type { Bytes, Sha256 } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';

/** A file that may be an attachment; read only when its size or name says so. */
export type Neighbour = { readonly name: string; readonly size: number; readonly read: () => Promise<Bytes> };

/** Of the files beside it those that may be its attachments, with their hashes. */
export async function findBeside(checkable: Checkable, neighbours: readonly Neighbour[], sha256: Sha256): Promise<FileBeside[]> {
  const attachments = listAttachments(checkable);
  const mayBe = ({ name, size }: Neighbour): boolean => attachments.some((each) => each.name === name || each.size === size);
  const candidates = neighbours.filter(mayBe);
  return Promise.all(candidates.map(async ({ name, read }) => ({ name, sha256: encodeBase64Url(await sha256(await read())) })));
}
