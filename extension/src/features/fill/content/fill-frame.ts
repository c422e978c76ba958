import type { WriteAnswer, WriteOutcome } from '#core/autofill/page-port.ts';
import type { FieldWrite } from '#core/autofill/plan/fill-plan.ts';
import type { PageSnapshot } from '#core/autofill/snapshot.ts';
import { type Control, isRadio } from './controls.ts';
import { takeSnapshot } from './snapshot.ts';
import { type Restore, readText, writeField } from './write-field.ts';

/** Time that the page's own scripts get to look at what was written before it is looked at again. */
const settleMs = 120;

/** Reads this frame, writes into it, and takes back what was written. It remembers what stood there before, for as long as the page lives. */
export function createFrameFiller() {
  let restores: Restore[] = [];

  return {
    snapshot: (): PageSnapshot => takeSnapshot().snapshot,

    /**
     * Writes the values into the form whose snapshot had this mark, without a pause between looking and writing. Where the form is another one by now,
     * nothing is written.
     */
    async write(mark: string, writes: readonly FieldWrite[]): Promise<WriteAnswer> {
      const { snapshot, controls } = takeSnapshot();
      if (snapshot.mark !== mark) return { kind: 'form-changed' };
      const place = { left: scrollX, top: scrollY };
      const results = writes.map((write) => ({ write, ...writeField(write, controls) }));
      window.scrollTo({ ...place, behavior: 'instant' });
      restores = [...restores, ...results.flatMap(({ restore }) => (restore ? [restore] : []))];
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      const outcomes = results.map(({ write, outcome }) => ({
        handle: write.handle,
        outcome: outcome === 'written' ? lookAgain(write, controls) : outcome,
      }));
      return { kind: 'done', results: outcomes };
    },

    /** Puts back what stood in each control before, the last first. Returns how many. */
    undo(): number {
      const count = restores.length;
      for (const restore of restores.reverse()) restore();
      restores = [];
      return count;
    },
  };
}

/** The page's scripts may have emptied or changed what they were given. */
function lookAgain(write: FieldWrite, controls: readonly Control[]): WriteOutcome {
  const control = controls[write.kind === 'check' ? write.option : write.handle];
  if (!control) return 'gone';
  if (write.kind === 'check') return isRadio(control) && control.checked ? 'written' : 'changed';
  if (write.kind === 'option')
    return control instanceof HTMLSelectElement && control.value.slice(0, 80) === write.value ? 'written' : 'changed';
  return readText(control) === '' ? 'changed' : 'written';
}
