import { removeFiles } from '../attachments/sweep-attachments.ts';
import type { Deps } from '../deps.ts';
import type { CaseName } from '../storage/store.ts';
import { makeRandomName } from '../submissions/random-names.ts';

export type ErasePorts = Pick<Deps, 'store' | 'files' | 'now' | 'randomBytes' | 'log'>;

/**
 * Erases all that is held of a case, for good. `actor` is the id of the caseworker who decided it, null where its time was over. The files
 * that were attached go after the transaction; where the process ends in between, the sweep of unclaimed files removes them.
 * False where it was erased before.
 */
export async function eraseCase(
  name: CaseName,
  actor: string | null,
  { store, files, now, randomBytes, log }: ErasePorts,
): Promise<boolean> {
  const attached = await store.attachments.list(name);
  const isErased = await store.erasures.erase(name, { id: makeRandomName(randomBytes, 16), at: now(), actor });
  if (!isErased) return false;
  await removeFiles(name.agency, attached, { store, files });
  log({ level: 'info', event: 'case erased', agency: name.agency });
  return true;
}
