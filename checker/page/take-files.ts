import { type Checkable, maxCheckableLength, readCheckable } from '@daricheh/shared/checking';
import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { decodePemCertificates } from '@daricheh/shared/x509';
import type { Neighbour } from '../src/check/find-beside.ts';

/** What somebody has given to the page so far. */
export type Taken = {
  /** What can be checked, by its name; null for what could not be read. */
  readonly checkables: readonly { readonly name: string; readonly checkable: Checkable | null }[];
  readonly roots: readonly Bytes[];
  /** All other files: attachments, perhaps. */
  readonly others: readonly Neighbour[];
};

export const nothingTaken: Taken = { checkables: [], roots: [], others: [] };

/** What was taken before, and these files: each by what is in it, and not by its name. */
export async function takeFiles(before: Taken, files: readonly File[]): Promise<Taken> {
  let taken = before;
  for (const file of files) taken = await takeFile(taken, file);
  return taken;
}

async function takeFile(taken: Taken, given: File): Promise<Taken> {
  const { name, size } = given;
  const read = async (): Promise<Bytes> => new Uint8Array(await given.arrayBuffer());
  if (size > maxCheckableLength) return { ...taken, others: [...taken.others, { name, size, read }] };
  const bytes = await read();
  const checkable = readNamed(bytes);
  if (checkable !== 'none') {
    const others = taken.checkables.filter((each) => each.name !== name);
    return { ...taken, checkables: [...others, { name, checkable }] };
  }
  const roots = tryRead(() => decodePemCertificates(new TextDecoder().decode(bytes)));
  if (roots !== null) return { ...taken, roots: [...taken.roots, ...roots] };
  return { ...taken, others: [...taken.others, { name, size, read }] };
}

/** `none` where it names itself nothing that can be checked; null where it does, and is not whole. */
function readNamed(bytes: Bytes): Checkable | 'none' | null {
  return tryRead(() => readCheckable(bytes) ?? 'none');
}

function tryRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
