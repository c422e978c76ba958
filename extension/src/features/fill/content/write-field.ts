import type { WriteOutcome } from '#core/autofill/page-port.ts';
import type { FieldWrite } from '#core/autofill/plan/fill-plan.ts';
import { getBox } from './bare-dom.ts';
import { chooseFromList, rememberChoice } from './choose-from-list.ts';
import { type Control, isCheckbox, isRadio, isTextBox } from './controls.ts';
import type { FindControl } from './follow-controls.ts';
import { type Restore, takeBack } from './restore.ts';
import { isSameText } from './same-text.ts';
import { clearRadios, press, setChecked, setIndex, setOption, setText, typeText } from './set-value.ts';
import { createVisibilityCache, isCovered, isOnTop, readState } from './visibility.ts';
import { getRadioGroup, getWidgetKind } from './widgets.ts';

export type Written = { readonly outcome: WriteOutcome; readonly restore?: Restore };

/** The controls of the snapshot that is written into, and where each of them stands now. */
export type FormPage = { readonly controls: readonly Control[]; readonly find: FindControl };

/** Writes one value at once, if a person can see the control. Returns what became of it, and how to take it back where anything was written. */
export function writeField(write: Exclude<FieldWrite, { readonly kind: 'choose' }>, page: FormPage): Written {
  if (write.kind === 'boxes') return writeBoxes(write.boxes, page);
  const handle = write.kind === 'check' ? write.option : write.handle;
  const control = page.find(handle);
  const closed = findClosed(control);
  if (!control || closed) return { outcome: closed ?? 'gone' };
  const restore = remember(control, handle, page);
  const outcome = apply(write, control);
  if (outcome === 'rejected') void restore();
  return outcome === 'rejected' ? { outcome } : { outcome, restore };
}

/** Opens the control's list and chooses from it, if a person can see the control: this takes the page a moment. */
export async function writeChoice(write: Extract<FieldWrite, { readonly kind: 'choose' }>, { find }: FormPage): Promise<Written> {
  const control = find(write.handle);
  const closed = findClosed(control);
  if (!control || closed) return { outcome: closed ?? 'gone' };
  const restore = rememberChoice(control, () => find(write.handle));
  const outcome = await chooseFromList(control, write);
  if (outcome === 'rejected') await restore();
  return outcome === 'rejected' ? { outcome } : { outcome, restore };
}

/** What stands in the control now. */
export function readText(control: Control): string {
  return isTextBox(control) ? control.value : (control.textContent ?? '');
}

/**
 * Why nothing may be written into the control now. Asked anew for each: between two of them the page may hide, move or cover the second, and its style sheets may
 * do so without a script. What is off screen is scrolled to first: only what is on screen can be told to be covered.
 */
function findClosed(control: Control | undefined): 'gone' | 'unseen' | undefined {
  if (!control?.isConnected) return 'gone';
  if (readState(control, createVisibilityCache()) !== 'visible') return 'unseen';
  if (isOnTop(control)) return undefined;
  bringOnScreen(control);
  return isCovered(control) ? 'unseen' : undefined;
}

/** What is beyond an edge of the window comes to its middle, and its neighbours with it: a form is then scrolled a few times, not for each of its boxes. */
function bringOnScreen(control: Control): void {
  const { top, bottom } = getBox(control);
  const isBeyond = top < 0 || bottom > document.documentElement.clientHeight;
  control.scrollIntoView({ block: isBeyond ? 'center' : 'nearest', behavior: 'instant' });
}

function apply(write: Extract<FieldWrite, { readonly kind: 'text' | 'option' | 'check' }>, control: Control): WriteOutcome {
  switch (write.kind) {
    case 'text':
      return writeText(write.texts, control);
    case 'option':
      return control instanceof HTMLSelectElement && setOption(control, write) ? 'written' : 'gone';
    case 'check':
      return mark(control);
  }
}

function mark(control: Control): WriteOutcome {
  if (isRadio(control) || isCheckbox(control)) {
    setChecked(control);
    return control.checked ? 'written' : 'changed';
  }
  if (!isMarkWidget(control)) return 'gone';
  if (!isMarked(control)) press(control);
  return 'written';
}

/** Every box or none. */
function writeBoxes(boxes: readonly { readonly handle: number; readonly text: string }[], page: FormPage): Written {
  const parts = boxes.map((box) => ({ ...box, control: page.find(box.handle) }));
  const closed = parts.map(({ control }) => findClosed(control)).find((why) => why !== undefined);
  if (closed) return { outcome: closed };
  const open = parts.flatMap((part) => (part.control ? [{ ...part, restore: remember(part.control, part.handle, page) }] : []));
  const restore = () => open.map((part) => part.restore()).every((isBack) => isBack === true);
  const outcomes = open.map(({ handle, text }) => writeBox(text, page.find(handle)));
  const worst = outcomes.find((outcome) => outcome !== 'written') ?? 'written';
  if (worst === 'rejected') restore();
  return worst === 'rejected' ? { outcome: worst } : { outcome: worst, restore };
}

/** A page may draw the boxes anew while they are written. */
function writeBox(text: string, control: Control | undefined): WriteOutcome {
  return control ? writeText([text], control) : 'rejected';
}

/**
 * Tries the texts in their order, each at once and then as it would be typed, until one stands and the control's own rules accept it. Where it stands already
 * nothing is written, since pages save what changes.
 */
function writeText(texts: readonly string[], control: Control): WriteOutcome {
  const stands = (text: string) => isSameText(readText(control), text);
  if (texts.some(stands) && isAccepted(control)) return 'written';
  let isChanged = false;
  for (const text of texts) {
    setText(control, text);
    if (!stands(text) && isTextBox(control)) typeText(control, text);
    if (stands(text) && isAccepted(control)) return 'written';
    isChanged ||= !stands(text) && readText(control) !== '' && isAccepted(control);
  }
  if (!isChanged) return 'rejected';
  setText(control, texts[0] ?? '');
  return 'changed';
}

/** Only what is wrong with the text itself counts; a page may mark a whole form as not yet valid. */
function isAccepted(control: Control): boolean {
  if (!isTextBox(control)) return true;
  const { patternMismatch, tooLong, tooShort, typeMismatch, badInput, rangeOverflow, rangeUnderflow } = control.validity;
  return !(patternMismatch || tooLong || tooShort || typeMismatch || badInput || rangeOverflow || rangeUnderflow);
}

function remember(control: Control, handle: number, page: FormPage): Restore {
  const find = () => page.find(handle);
  if (control instanceof HTMLSelectElement) {
    const index = control.selectedIndex;
    return takeBack(find, {
      holds: (now) => now instanceof HTMLSelectElement && now.selectedIndex === index,
      put: (now) => {
        if (now instanceof HTMLSelectElement) setIndex(now, index);
      },
    });
  }
  if (isRadio(control)) return rememberRadios(control, find, page);
  if (isCheckbox(control)) {
    const before = control.checked;
    return takeBack(find, { holds: (now) => isCheckbox(now) && now.checked === before, put: (now) => now.click() });
  }
  if (isMarkWidget(control)) return takeBack(find, rememberMark(control));
  const text = readText(control);
  return takeBack(find, { holds: (now) => readText(now) === text, put: (now) => setText(now, text) });
}

/** Nothing was marked before, or one of the group: then that one is marked again. */
function rememberRadios(radio: HTMLInputElement, find: () => Control | undefined, { controls, find: findAny }: FormPage): Restore {
  const isFellow = (other: Control) => isRadio(other) && (other === radio || (other.name === radio.name && other.form === radio.form));
  const handles = controls.flatMap((other, handle) => (isFellow(other) ? [handle] : []));
  const findFellow = (handle: number) => {
    const now = findAny(handle);
    return now && isRadio(now) ? now : undefined;
  };
  const listNow = () => handles.flatMap((handle) => findFellow(handle) ?? []);
  const before = handles.find((handle) => findFellow(handle)?.checked);
  return takeBack(find, {
    holds: () => handles.find((handle) => findFellow(handle)?.checked) === before,
    put: () => {
      const marked = before === undefined ? undefined : findFellow(before);
      if (marked) setChecked(marked);
      else clearRadios(listNow());
    },
  });
}

/** A widget's mark is taken back by pressing what was marked before, or, where nothing was, by pressing it once more: not every page lets go of an answer. */
function rememberMark(control: HTMLElement): Parameters<typeof takeBack>[1] {
  const listGroup = (one: Control) => [...(getRadioGroup(one)?.querySelectorAll<HTMLElement>('[role=radio]') ?? [one])];
  const before = listGroup(control).findIndex(isMarked);
  return {
    holds: (now) => listGroup(now).findIndex(isMarked) === before,
    put: (now) => {
      const group = listGroup(now);
      press(group[before] ?? group.find(isMarked) ?? now);
    },
  };
}

function isMarkWidget(control: Element): control is HTMLElement {
  const kind = getWidgetKind(control);
  return kind === 'radio' || kind === 'checkbox';
}

/** Whether a radio or checkbox widget shows its mark. */
export function isMarked(control: Element): boolean {
  return control.getAttribute('aria-checked') === 'true';
}
