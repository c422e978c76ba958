import type { Draft } from '../draft.ts';
import type { PageSnapshot } from '../snapshot.ts';

/** The fields of one frame with their places, as the context steps see them. */
export type Drafts = {
  readonly list: readonly Draft[];
  readonly snapshot: PageSnapshot;
  /** The words of each control's `name`, by place: several steps ask for them. */
  readonly nameWords: readonly (readonly string[])[];
};

/** The drafts at most `reach` places away from a place, its own among them. */
export function listNear({ list }: Pick<Drafts, 'list'>, place: number, reach: number): readonly Draft[] {
  return list.slice(Math.max(0, place - reach), place + reach + 1);
}

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
