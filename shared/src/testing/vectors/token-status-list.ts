import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list of 2^20 statuses as the standard packs it, and the statuses in it that are not 0, by index. README.md beside this file says where they come from. */
export type StatusListVector = { readonly bits: 1 | 2 | 4 | 8; readonly lst: string; readonly statuses: ReadonlyMap<number, number> };

type File = Readonly<Record<'bits1' | 'bits2' | 'bits4' | 'bits8', { lst: string; statuses: Readonly<Record<string, number>> }>>;

/** The vectors of Token Status List draft-21, appendix C. */
export function statusListVectors(): readonly StatusListVector[] {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, 'token-status-list.json'), 'utf8')) as File;
  return ([1, 2, 4, 8] as const).map((bits) => {
    const { lst, statuses } = file[`bits${bits}`];
    return { bits, lst, statuses: new Map(Object.entries(statuses).map(([index, status]) => [Number(index), status])) };
  });
}
