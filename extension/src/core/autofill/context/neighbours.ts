import type { Draft } from '../draft.ts';
import type { PageSnapshot } from '../snapshot.ts';

/** The fields of one frame with their places, as the context steps see them. */
export type Drafts = { readonly list: readonly Draft[]; readonly snapshot: PageSnapshot };

/** Drafts that belong together: one form, and about one person. Fields outside any form make one group. */
export function groupByForm({ list }: Drafts): Draft[][] {
  const groups = new Map<string, Draft[]>();
  for (const draft of list) {
    const key = `${draft.field.form}/${draft.person ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()];
}

/** The smallest container that holds the field and at least `size` fields; the whole page where there is none. */
export function getCluster({ list, snapshot }: Drafts, place: number, size: number): readonly Draft[] {
  const found = snapshot.clusters
    .filter(([first, last]) => first <= place && place <= last && last - first + 1 >= size)
    .sort((a, b) => a[1] - a[0] - (b[1] - b[0]))[0];
  return found ? list.slice(found[0], found[1] + 1) : list;
}
