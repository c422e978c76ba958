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
