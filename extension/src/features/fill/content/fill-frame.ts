import type { UndoAnswer, WriteAnswer, WriteOutcome, WriteResult } from '#core/autofill/page-port.ts';
import type { FieldWrite } from '#core/autofill/plan/fill-plan.ts';
import type { PageSnapshot } from '#core/autofill/snapshot.ts';
import { readShown } from './choose-from-list.ts';
import { type Control, isCheckbox, isRadio } from './controls.ts';
import { createLabelIndex, type FindLabels } from './label-index.ts';
import { readComplaint } from './read-complaint.ts';
import { readAriaName, readLabels } from './read-labels.ts';
import type { Restore } from './restore.ts';
import { isSameText } from './same-text.ts';
import { takeSnapshot } from './snapshot.ts';
import { waitForChange } from './wait-for-change.ts';
import { isMarked, readText, type Written, writeChoice, writeField } from './write-field.ts';

/** Time that the page's own scripts get to look at what was written before it is looked at again. */
const settleMs = 120;

/** Reads this frame, writes into it, and takes back what was written. It remembers what stood there before, for as long as the page lives. */
export function createFrameFiller() {
  let restores: { readonly handle: number; readonly restore: Restore }[] = [];

  return {
    snapshot: (): PageSnapshot => takeSnapshot().snapshot,

    /**
     * Writes the values into the form whose snapshot had this mark, without a pause between looking and writing. Where the form is another one by now,
     * nothing is written. Lists that open come last, each only while its control still asks the same.
     */
    async write(mark: string, writes: readonly FieldWrite[]): Promise<WriteAnswer> {
      const { snapshot, controls } = takeSnapshot();
      if (snapshot.mark !== mark) return { kind: 'form-changed' };
      const place = { left: scrollX, top: scrollY };
      const findLabels = createLabelIndex();
      const before = new Map(writes.map((write) => [write, look(write, controls, findLabels)]));
      const written = new Map<FieldWrite, Written>();
      for (const write of writes) if (write.kind !== 'choose') written.set(write, writeField(write, controls));
      for (const write of writes) {
        if (write.kind !== 'choose') continue;
        const isSame = before.get(write)?.asks === look(write, controls).asks;
        written.set(write, isSame ? await writeChoice(write, controls) : { outcome: 'gone' });
      }
      window.scrollTo({ ...place, behavior: 'instant' });
      restores = [...restores, ...[...written].flatMap(([{ handle }, { restore }]) => (restore ? { handle, restore } : []))];
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      return { kind: 'done', results: writes.map((write) => judge(write, written.get(write), before.get(write)?.complaint, controls)) };
    },

    /** Puts back what stood in each control before, the last first. */
    async undo(): Promise<UndoAnswer> {
      const all = restores.reverse();
      restores = [];
      const left: number[] = [];
      for (const { handle, restore } of all) if (!(await restore())) left.push(handle);
      return { restored: all.length - left.length, left };
    },

    waitForChange,
  };
}

type Look = { readonly asks: string; readonly complaint: string | undefined };

function look(write: FieldWrite, controls: readonly Control[], findLabels?: FindLabels): Look {
  const control = findControl(write, controls);
  if (!control) return { asks: '', complaint: undefined };
  return { asks: JSON.stringify([readLabels(control, findLabels), readAriaName(control)]), complaint: readComplaint(control) };
}

/** The page's scripts may have emptied or changed what they were given, or speak against it. */
function judge(
  write: FieldWrite,
  written: Written | undefined,
  complaintBefore: string | undefined,
  controls: readonly Control[],
): WriteResult {
  const { handle } = write;
  const outcome = written?.outcome ?? 'gone';
  const control = findControl(write, controls);
  if (outcome !== 'written' || !control) return { handle, outcome };
  const now = lookAgain(write, control, controls);
  const complaint = readComplaint(control);
  if (now !== 'written' || complaint === undefined || complaint === complaintBefore) return { handle, outcome: now };
  return { handle, outcome: 'refused', ...(complaint === '' ? {} : { note: complaint }) };
}

function lookAgain(write: FieldWrite, control: Control, controls: readonly Control[]): WriteOutcome {
  switch (write.kind) {
    case 'check':
      return (isRadio(control) || isCheckbox(control) ? control.checked : isMarked(control)) ? 'written' : 'changed';
    case 'option':
      return control instanceof HTMLSelectElement && control.value.slice(0, 80) === write.value ? 'written' : 'changed';
    case 'text':
      return write.texts.some((text) => isSameText(readText(control), text)) ? 'written' : 'changed';
    case 'boxes':
      return write.boxes.every(({ handle, text }) => isSameText(readNow(controls[handle]), text)) ? 'written' : 'changed';
    case 'choose':
      return readShown(control) === '' ? 'changed' : 'written';
  }
}

function readNow(control: Control | undefined): string {
  return control ? readText(control) : '';
}

function findControl(write: FieldWrite, controls: readonly Control[]): Control | undefined {
  return controls[write.kind === 'check' ? write.option : write.handle];
}
