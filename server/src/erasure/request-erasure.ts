import type { Deps } from '../deps.ts';
import type { CaseName } from '../storage/store.ts';
import { makeRandomName } from '../submissions/random-names.ts';

/**
 * Writes that the citizen asks to have a case erased. A caseworker decides, since the law may want it kept; asking again while a
 * request waits, or when all is erased, changes nothing.
 */
export async function requestErasure(
  name: CaseName,
  { store, now, randomBytes, log }: Pick<Deps, 'store' | 'now' | 'randomBytes' | 'log'>,
): Promise<void> {
  const isNew = await store.erasures.request(name, { id: makeRandomName(randomBytes, 16), at: now(), actor: null });
  if (isNew) log({ level: 'info', event: 'erasure requested', agency: name.agency });
}
