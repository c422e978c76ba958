import type { WriteOutcome } from '#core/autofill/page-port.ts';
import type { FieldWrite } from '#core/autofill/plan/fill-plan.ts';
import { type Control, isRadio } from './controls.ts';
import { setChecked, setIndex, setOption, setText } from './set-value.ts';
import { isCovered, readState } from './visibility.ts';

/** What stood in a control before, so that it can stand there again. */
export type Restore = () => void;

/** Writes one value, if a person can see the control. Returns what became of it, and how to take it back where anything was written. */
export function writeField(
  write: FieldWrite,
  controls: readonly Control[],
): { readonly outcome: WriteOutcome; readonly restore?: Restore } {
  const control = controls[write.kind === 'check' ? write.option : write.handle];
  if (!control?.isConnected) return { outcome: 'gone' };
  if (!isInSight(control)) return { outcome: 'unseen' };
  const restore = remember(control, write, controls);
  const outcome = apply(write, control);
  if (outcome === 'rejected') restore();
  return outcome === 'rejected' ? { outcome } : { outcome, restore };
}

/** What is off screen is scrolled to first: only what is on screen can be told to be covered. */
function isInSight(control: Control): boolean {
  if (readState(control, new Map()) !== 'visible') return false;
  control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return !isCovered(control);
}

function apply(write: FieldWrite, control: Control): WriteOutcome {
  switch (write.kind) {
    case 'text':
      return writeText(write.texts, control);
    case 'option':
      return control instanceof HTMLSelectElement && setOption(control, write) ? 'written' : 'gone';
    case 'check':
      if (!isRadio(control)) return 'gone';
      setChecked(control);
      return control.checked ? 'written' : 'changed';
  }
}

/** Tries the texts in their order until the control's own pattern and length accept one. */
function writeText(texts: readonly string[], control: Control): WriteOutcome {
  for (const text of texts) {
    setText(control, text);
    const now = readText(control);
    if (now !== text && !isSameText(now, text)) return now === '' ? 'rejected' : 'changed';
    if (isAccepted(control)) return 'written';
  }
  return 'rejected';
}

/** Only what is wrong with the text itself counts; a page may mark a whole form as not yet valid. */
function isAccepted(control: Control): boolean {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return true;
  const { patternMismatch, tooLong, tooShort, typeMismatch, badInput, rangeOverflow, rangeUnderflow } = control.validity;
  return !(patternMismatch || tooLong || tooShort || typeMismatch || badInput || rangeOverflow || rangeUnderflow);
}

/** Masks add spaces, hyphens and brackets; the value is the same. */
function isSameText(now: string, text: string): boolean {
  const bare = (value: string) => value.replace(/[\s\-_/.()،,]/g, '');
  return bare(now) !== '' && bare(now) === bare(text);
}

/** What stands in the control now. */
export function readText(control: Control): string {
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value : (control.textContent ?? '');
}

function remember(control: Control, write: FieldWrite, controls: readonly Control[]): Restore {
  if (control instanceof HTMLSelectElement) {
    const index = control.selectedIndex;
    return () => setIndex(control, index);
  }
  if (isRadio(control)) return rememberRadios(control, write.handle, controls);
  const text = readText(control);
  return () => setText(control, text);
}

function rememberRadios(radio: HTMLInputElement, first: number, controls: readonly Control[]): Restore {
  const group = controls
    .slice(first)
    .filter((other): other is HTMLInputElement => isRadio(other) && other.name === radio.name && other.form === radio.form);
  const before = group.find((other) => other.checked);
  return () => {
    if (before) return setChecked(before);
    for (const other of group) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked')?.set?.call(other, false);
      other.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}
