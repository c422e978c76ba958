import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { readSubmissionFile, type SubmissionFile } from '@daricheh/shared/submission';
import { decodePemCertificates } from '@daricheh/shared/x509';
import type { Neighbour } from '../src/check/find-beside.ts';

/** What somebody has given to the page so far. */
export type Taken = {
  /** Saved forms by their names; null for one that could not be read. */
  readonly forms: readonly { readonly name: string; readonly file: SubmissionFile | null }[];
  readonly roots: readonly Bytes[];
  /** All other files: attachments, perhaps. */
  readonly others: readonly Neighbour[];
};

export const nothingTaken: Taken = { forms: [], roots: [], others: [] };

/** A saved form brings a status list and a trust list, and certificates are small: what is larger is neither. */
const maxTextLength = 8_388_608;

/** What was taken before, and these files: each by what is in it, and not by its name. */
export async function takeFiles(before: Taken, files: readonly File[]): Promise<Taken> {
  let taken = before;
  for (const file of files) taken = await takeFile(taken, file);
  return taken;
}

async function takeFile(taken: Taken, given: File): Promise<Taken> {
  const { name, size } = given;
  const read = async (): Promise<Bytes> => new Uint8Array(await given.arrayBuffer());
  const text = size > maxTextLength ? '' : await given.text();
  const roots = text.includes('-----BEGIN CERTIFICATE-----') ? tryRead(() => decodePemCertificates(text)) : null;
  if (roots !== null) return { ...taken, roots: [...taken.roots, ...roots] };
  if (!text.includes('daricheh.submission-file.')) return { ...taken, others: [...taken.others, { name, size, read }] };
  const others = taken.forms.filter((each) => each.name !== name);
  return { ...taken, forms: [...others, { name, file: tryRead(() => readSubmissionFile(text)) }] };
}

function tryRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
