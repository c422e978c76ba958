import type { Control } from './controls.ts';

/** Puts back what stood in a control before; whether it stands there again. */
export type Restore = () => boolean | Promise<boolean>;

/** Whether a control holds what it held before, and how to put that back. */
type Before = { readonly holds: (control: Control) => boolean; readonly put: (control: Control) => void };

/** Takes back what was written into the control that `find` finds when it is asked; false where that is no longer in the page, or does not let it go. */
export function takeBack(find: () => Control | undefined, { holds, put }: Before): () => boolean {
  return () => {
    const now = find();
    if (now && !holds(now)) put(now);
    // What is put back may have the page draw it anew.
    const after = find();
    return after !== undefined && holds(after);
  };
}
