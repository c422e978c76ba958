import type { Agency } from '../agencies/agency.ts';
import { type ErasePorts, eraseCase } from './erase-case.ts';

const batch = 100;

/**
 * Erases every decided case of an agency that has been kept as long as its form says, where the agency wants that done by
 * itself; until none is left or `signal` aborts. A case that is not decided yet is kept until it is.
 */
export async function eraseOverdue(
  { id, erasesAfterRetention }: Pick<Agency, 'id' | 'erasesAfterRetention'>,
  ports: ErasePorts,
  signal?: AbortSignal,
): Promise<void> {
  if (!erasesAfterRetention) return;
  for (;;) {
    const due = await ports.store.erasures.listOverdue({ agency: id, now: ports.now(), limit: batch });
    for (const name of due) {
      if (signal?.aborted === true) return;
      await eraseCase(name, null, ports);
    }
    if (due.length < batch) return;
  }
}
