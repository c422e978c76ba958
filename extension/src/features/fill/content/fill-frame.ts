import type { UndoAnswer, WriteAnswer, WriteOutcome, WriteResult } from '#core/autofill/page-port.ts';
import type { FieldWrite } from '#core/autofill/plan/fill-plan.ts';
import type { PageSnapshot } from '#core/autofill/snapshot.ts';
import { readShown } from './choose-from-list.ts';
import { type Control, getForm, isCheckbox, isRadio } from './controls.ts';
import { type FindControl, followControls, listControls } from './follow-controls.ts';
import { createLabelIndex } from './label-index.ts';
import { readComplaint } from './read-complaint.ts';
import { readDestination } from './read-destination.ts';
import { readAriaName, readLabels } from './read-labels.ts';
import type { Restore } from './restore.ts';
import { isSameText } from './same-text.ts';
import { takeSnapshot } from './snapshot.ts';
import { waitForChange } from './wait-for-change.ts';
import { type FormPage, isMarked, readText, type Written, writeChoice, writeField } from './write-field.ts';

/** Time that the page's own scripts get to look at what was written before it is looked at again. */
const settleMs = 120;
/** So many are written at one go. Then the page gets its turn: it scrolls, paints and answers the person while a long form is filled. */
const atOnce = 50;

/** Reads this frame, writes into it, and takes back what was written. It remembers what stood there before, for as long as the page lives. */
export function createFrameFiller() {
  let restores: { readonly find: () => Control | undefined; readonly restore: Restore }[] = [];

  return {
    snapshot: (): PageSnapshot => takeSnapshot().snapshot,

    /**
     * Writes the values into the form whose snapshot had this mark. Where the form is another one by now, nothing is written; where a part of it becomes
     * another one meanwhile, nothing is written there.
     */
    async write(mark: string, writes: readonly FieldWrite[]): Promise<WriteAnswer> {
      const { snapshot, controls } = takeSnapshot();
      if (snapshot.mark !== mark) return { kind: 'form-changed' };
      const page = { controls, find: followControls(controls) };
      const place = { left: scrollX, top: scrollY };
      const goBack = () => window.scrollTo({ ...place, behavior: 'instant' });
      const before = lookAt(writes, page.find);
      const written = await writeAll(writes, page, { before, goBack });
      goBack();
      restores = [
        ...restores,
        ...[...written].flatMap(([write, { restore }]) => (restore ? { find: () => page.find(write.handle), restore } : [])),
      ];
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      return { kind: 'done', results: writes.map((write) => judge(write, written.get(write), before.get(write)?.complaint, page.find)) };
    },

    /** Puts back what stood in each control before, the last first. */
    async undo(): Promise<UndoAnswer> {
      const all = restores.reverse();
      restores = [];
      const stuck: (Control | undefined)[] = [];
      for (const { find, restore } of all) if (!(await restore())) stuck.push(find());
      const now = stuck.length > 0 ? listControls() : [];
      const left = stuck.flatMap((control) => (control && now.includes(control) ? [now.indexOf(control)] : []));
      return { restored: all.length - stuck.length, left, gone: stuck.length - left.length };
    },

    waitForChange,
  };
}

/** What a field asks, under which labels, and where its form goes; and what the page says against its value. */
type Look = { readonly asks: string; readonly complaint: string | undefined };
type Looks = ReadonlyMap<FieldWrite, Look>;

/** Looks at all fields at one moment: labels are found by one look at the page, and each form's destination is read once. */
function lookAt(writes: readonly FieldWrite[], find: FindControl): Looks {
  const findLabels = createLabelIndex();
  const destinations = new Map<HTMLFormElement | null, string | null>();
  const findDestination = (form: HTMLFormElement | null) => {
    const known = destinations.get(form);
    if (known !== undefined) return known;
    const destination = form ? readDestination(form) : location.origin;
    destinations.set(form, destination);
    return destination;
  };
  const look = (control: Control): Look => ({
    asks: JSON.stringify([readLabels(control, findLabels), readAriaName(control), findDestination(getForm(control))]),
    complaint: readComplaint(control),
  });
  return new Map(
    writes.flatMap((write) => {
      const control = findControl(write, find);
      return control ? [[write, look(control)]] : [];
    }),
  );
}

/**
 * Writes in parts, without a pause between looking and writing: between two parts the page gets its turn, and a field that asks something else by then, or whose
 * form goes elsewhere, gets nothing. So with a control that the page has drawn anew in between: it is looked at by itself. Lists that open come last, each a
 * part of its own. `goBack` undoes what was scrolled, before anybody sees it.
 */
async function writeAll(
  writes: readonly FieldWrite[],
  page: FormPage,
  { before, goBack }: { readonly before: Looks; readonly goBack: () => void },
): Promise<Map<FieldWrite, Written>> {
  const written = new Map<FieldWrite, Written>();
  const isSame = (write: FieldWrite, now: Looks) => before.get(write)?.asks === now.get(write)?.asks;
  const atOneGo = writes.filter((write) => write.kind !== 'choose');
  for (let first = 0; first < atOneGo.length; first += atOnce) {
    if (first > 0) {
      goBack();
      await new Promise((resolve) => setTimeout(resolve));
    }
    const part = atOneGo.slice(first, first + atOnce);
    const seen = first > 0 ? lookAt(part, page.find) : before;
    for (const write of part) {
      const now = isFirst(write, page) ? seen : lookAt([write], page.find);
      written.set(write, isSame(write, now) ? writeField(write, page) : { outcome: 'gone' });
    }
  }
  for (const write of writes) {
    if (write.kind !== 'choose') continue;
    written.set(write, isSame(write, lookAt([write], page.find)) ? await writeChoice(write, page) : { outcome: 'gone' });
  }
  return written;
}

/** True while the control of the snapshot itself is in the page. */
function isFirst(write: FieldWrite, { controls }: FormPage): boolean {
  return findControl(write, (handle) => controls[handle])?.isConnected === true;
}

/** The page's scripts may have emptied or changed what they were given, or speak against it. */
function judge(write: FieldWrite, written: Written | undefined, complaintBefore: string | undefined, find: FindControl): WriteResult {
  const { handle } = write;
  const outcome = written?.outcome ?? 'gone';
  if (outcome !== 'written') return { handle, outcome };
  const control = findControl(write, find);
  // It was there, and took the value with it.
  if (!control) return { handle, outcome: 'changed' };
  const now = lookAgain(write, control, find);
  const complaint = readComplaint(control);
  if (now !== 'written' || complaint === undefined || complaint === complaintBefore) return { handle, outcome: now };
  return { handle, outcome: 'refused', ...(complaint === '' ? {} : { note: complaint }) };
}

function lookAgain(write: FieldWrite, control: Control, find: FindControl): WriteOutcome {
  switch (write.kind) {
    case 'check':
      return (isRadio(control) || isCheckbox(control) ? control.checked : isMarked(control)) ? 'written' : 'changed';
    case 'option':
      return control instanceof HTMLSelectElement && control.value.slice(0, 80) === write.value ? 'written' : 'changed';
    case 'text':
      return write.texts.some((text) => isSameText(readText(control), text)) ? 'written' : 'changed';
    case 'boxes':
      return write.boxes.every(({ handle, text }) => isSameText(readNow(find(handle)), text)) ? 'written' : 'changed';
    case 'choose':
      return readShown(control) === '' ? 'changed' : 'written';
  }
}

function readNow(control: Control | undefined): string {
  return control ? readText(control) : '';
}

function findControl(write: FieldWrite, find: FindControl): Control | undefined {
  return find(write.kind === 'check' ? write.option : write.handle);
}
