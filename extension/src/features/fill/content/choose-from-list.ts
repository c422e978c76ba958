import type { WriteOutcome } from '#core/autofill/page-port.ts';
import { chooseOption, listFolds } from '#core/autofill/plan/choose-option.ts';
import type { FieldWrite } from '#core/autofill/plan/fill-plan.ts';
import { getAttribute, getParentElement } from './bare-dom.ts';
import { type Control, isTextBox } from './controls.ts';
import type { Restore } from './restore.ts';
import { isSameText } from './same-text.ts';
import { enter, leave, press, search, setText, strike } from './set-value.ts';
import { getTree } from './shadow-roots.ts';
import { tidyText } from './text-lines.ts';
import { findList, getWidgetKind, listOptions } from './widgets.ts';

type Choice = Pick<Extract<FieldWrite, { readonly kind: 'choose' }>, 'words' | 'list'>;

/** Pages build their lists when they are asked for; this is looked for in steps. */
const stepMs = 30;
const stepsToOpen = 20;
const stepsToSettle = 6;
const mostScrolls = 25;
const mostSearches = 5;

/**
 * Opens the control's list, chooses by the words and closes it. `written` once the control shows the answer; `rejected` where the list has none that fits.
 * A box to type into is searched by typing where its list holds nothing yet, and keeps what is typed where no list opens.
 */
export async function chooseFromList(control: Control, choice: Choice): Promise<WriteOutcome> {
  const isTyped = isTextBox(control) && !control.readOnly;
  const others = new Set(listAllShown(control));
  enter(control);
  const option = (await openAndFind(control, choice, others)) ?? (isTyped ? await searchByTyping(control, choice, others) : undefined);
  const [first = ''] = choice.words;
  if (!option && isTyped && listShown(control, others).length === 0 && !isOpen(control)) {
    setText(control, first);
    return isSameText(control.value, first) ? 'written' : 'rejected';
  }
  if (option) press(option);
  const isShown = option !== undefined && (await waitFor(() => shows(control, option), stepsToSettle));
  close(control);
  leave(control);
  if (!option) return 'rejected';
  return isShown ? 'written' : 'changed';
}

/** What is typed is a search: each word is tried until the list offers what it names. */
async function searchByTyping(
  control: HTMLInputElement | HTMLTextAreaElement,
  choice: Choice,
  others: ReadonlySet<Element>,
): Promise<HTMLElement | undefined> {
  for (const word of choice.words.slice(0, mostSearches)) {
    search(control, word);
    await waitFor(() => findOption(listShown(control, others), choice) !== undefined, stepsToOpen / 2);
    const option = findOption(listShown(control, others), choice);
    if (option) return option;
    if (listShown(control, others).length === 0 && !isOpen(control)) break;
  }
  search(control, '');
  return undefined;
}

/** How to choose what was chosen before; where nothing was, what the list itself offers for that, or an empty box. `find`: the control as it stands when it is asked. */
export function rememberChoice(control: Control, find: () => Control | undefined): Restore {
  const before = readShown(control);
  const chosen = readChosen(control);
  const isBack = (now: Control | undefined) => now !== undefined && readShown(now) === before && isSameList(readChosen(now), chosen);
  return async () => {
    const now = find();
    if (!now || isBack(now)) return now !== undefined;
    if (isTextBox(now) && !now.readOnly) setText(now, before);
    else await chooseFromList(now, { words: [chosen[0] ?? before], list: 'plain' });
    if (chosen.length === 0 && getWidgetKind(now) === 'listbox') for (const option of listOptions(now).filter(isSelected)) press(option);
    return waitFor(() => isBack(find()), stepsToSettle);
  };
}

/** The options that the control's list says are chosen; it need not be there before it opens. */
function readChosen(control: Control): readonly string[] {
  return listOptions(control).filter(isSelected).map(readOption);
}

function isSameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, place) => text === others[place]);
}

/** What the control shows as its answer. */
export function readShown(control: Control): string {
  if (isTextBox(control)) return control.value;
  const text = getWidgetKind(control) === 'listbox' ? readChosen(control).join(' ') : control.textContent;
  return tidyText(text);
}

async function openAndFind(control: Control, choice: Choice, others: ReadonlySet<Element>): Promise<HTMLElement | undefined> {
  if (getWidgetKind(control) === 'listbox') return findOption(listShown(control, others), choice);
  if (!isOpen(control)) press(control);
  if (!(await waitFor(() => listShown(control, others).length > 0, stepsToOpen))) strike(control, 'ArrowDown');
  if (!(await waitFor(() => listShown(control, others).length > 0, stepsToSettle))) return undefined;
  return findByScrolling(control, others, choice);
}

/** Long lists hold only what is in view: they are scrolled through, a page at a time. */
async function findByScrolling(control: Control, others: ReadonlySet<Element>, choice: Choice): Promise<HTMLElement | undefined> {
  for (let scrolls = 0; scrolls < mostScrolls; scrolls += 1) {
    const options = listShown(control, others);
    const option = findOption(options, choice);
    if (option) return option;
    const scroller = findScroller(options[0]);
    if (!scroller || scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) return undefined;
    scroller.scrollTop += scroller.clientHeight;
    await pause();
  }
  return undefined;
}

function findScroller(option: Element | undefined): Element | undefined {
  let at = option?.parentElement ?? null;
  for (let steps = 0; at && steps < 5; steps += 1, at = at.parentElement) if (at.scrollHeight > at.clientHeight + 1) return at;
  return undefined;
}

function findOption(options: readonly HTMLElement[], { words, list }: Choice): HTMLElement | undefined {
  const read = options.map((element, handle) => ({ handle, text: readOption(element), value: element.dataset['value'] ?? '' }));
  const found = chooseOption(read, words, listFolds[list]);
  return found?.handle === undefined ? undefined : options[found.handle];
}

/** The options that the control's list shows; where nothing says which list is its own, those that came when it opened, beside `others`. */
function listShown(control: Control, others: ReadonlySet<Element>): HTMLElement[] {
  if (getWidgetKind(control) === 'listbox' || findList(control)) return listOptions(control).filter(isOffered);
  return listAllShown(control).filter((option) => !others.has(option));
}

function listAllShown(control: Control): HTMLElement[] {
  const trees = new Set([getTree(control), document]);
  return [...trees]
    .flatMap((tree) => [...tree.querySelectorAll<HTMLElement>('[role=listbox] [role=option]')].slice(0, 400))
    .filter(isOffered);
}

function isOffered(option: Element): boolean {
  return option.checkVisibility({ visibilityProperty: true }) && option.getAttribute('aria-disabled') !== 'true';
}

function readOption(option: Element): string {
  return tidyText(option.textContent ?? option.getAttribute('aria-label'), 80);
}

function isSelected(option: Element): boolean {
  return option.getAttribute('aria-selected') === 'true' || option.getAttribute('aria-checked') === 'true';
}

function shows(control: Control, option: HTMLElement): boolean {
  const text = readOption(option);
  const shown = readShown(control);
  return (text !== '' && shown.includes(text)) || (shown !== '' && text.includes(shown)) || (option.isConnected && isSelected(option));
}

function isOpen(control: Control): boolean {
  const holder = getParentElement(control);
  return [control, holder].some((element) => element !== null && getAttribute(element, 'aria-expanded') === 'true');
}

function close(control: Control): void {
  if (isOpen(control)) strike(control, 'Escape');
  if (isOpen(control) && !isTextBox(control)) press(control);
}

/** True as soon as it holds, false where it does not within so many steps. */
async function waitFor(holds: () => boolean, steps: number): Promise<boolean> {
  for (let step = 0; step < steps; step += 1) {
    if (holds()) return true;
    await pause();
  }
  return holds();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, stepMs));
}
