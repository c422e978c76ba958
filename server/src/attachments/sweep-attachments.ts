import type { Deps } from '../deps.ts';
import type { CaseName } from '../storage/store.ts';

/** For so long a file may wait for the submission that names it: twice as long as a request to sign with files stays open. */
export const unclaimedKeptMs = 3_600_000;

type SweepDeps = Pick<Deps, 'store' | 'files' | 'now'>;

/** Removes the files that no submission named within an hour, and what is left of uploads that broke; returns how many. */
export async function sweepAttachments(agency: string, { store, files, now }: SweepDeps): Promise<number> {
  const before = new Date(now().getTime() - unclaimedKeptMs);
  const lapsed = await store.attachments.lapse(agency, before);
  for (const { id, sha256 } of lapsed) {
    // The file first: a crash in between leaves a row that is found again, never a file that nobody knows of.
    await files.remove({ agency, id, sha256 });
    await store.attachments.forget({ agency, id });
  }
  return lapsed.length + (await files.sweep(agency, before));
}

/** Removes all that was attached to a case, for good; returns how many files there were. */
export async function eraseAttachments({ agency, caseNumber }: CaseName, { store, files }: Omit<SweepDeps, 'now'>): Promise<number> {
  const attached = await store.attachments.list({ agency, caseNumber });
  for (const { id, sha256 } of attached) {
    await files.remove({ agency, id, sha256 });
    await store.attachments.forget({ agency, id });
  }
  return attached.length;
}
