import type { Deps } from '../deps.ts';
import type { FileName } from './attachment-files.ts';

/** For so long a file may wait for the submission that names it: twice as long as a request to sign with files stays open. */
export const unclaimedKeptMs = 3_600_000;

type SweepDeps = Pick<Deps, 'store' | 'files' | 'now'>;

/** Removes the files that no submission named within an hour, and what is left of uploads that broke; returns how many. */
export async function sweepAttachments(agency: string, { store, files, now }: SweepDeps): Promise<number> {
  const before = new Date(now().getTime() - unclaimedKeptMs);
  const lapsed = await store.attachments.lapse(agency, before);
  await removeFiles(agency, lapsed, { store, files });
  return lapsed.length + (await files.sweep(agency, before));
}

type NamedFile = Pick<FileName, 'id' | 'sha256'>;

/** Removes files that are nobody's any more, for good, with what is known of them. The file first: a crash in between leaves a row that is found again, never a file that nobody knows of. */
export async function removeFiles(agency: string, named: readonly NamedFile[], { store, files }: Omit<SweepDeps, 'now'>): Promise<void> {
  for (const { id, sha256 } of named) {
    await files.remove({ agency, id, sha256 });
    await store.attachments.forget({ agency, id });
  }
}
