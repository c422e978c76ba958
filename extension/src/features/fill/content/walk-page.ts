import type { PageField } from '#core/autofill/snapshot.ts';
import { snapshotLimits } from '#core/autofill/snapshot-limits.ts';
import { getAttribute, getTagName } from './bare-dom.ts';
import { bindByPlace, type ReadField } from './bind-by-place.ts';
import { type Control, getForm, hasValue, isControl, isRadio } from './controls.ts';
import { readControl, readRadio, startSeeing } from './read-control.ts';
import { readAriaName, readOwnText } from './read-labels.ts';
import { goThroughFlatChildren, type NextNode } from './shadow-roots.ts';
import { TextLines, tidyText } from './text-lines.ts';
import { getRadioGroup, getWidgetKind } from './widgets.ts';

const maxNodes = 60_000;
/** The parser of HTML nests no deeper than 512; only a script does. What is farther down is not looked at, so that no climb from it is long. */
const maxDepth = 1000;
const maxHeading = 120;
/** Each line adds two characters or more: of more lines than this, a heading shows nothing. */
const maxHeadingLines = maxHeading / 2 + 1;
const maxHeadings = 2000;
const maxHiddenInputs = 50;
const maxBoxText = 160;
const maxBoxLines = 6;

/** Elements that do not end a line of text. */
const inlineTags = new Set(
  'A ABBR B BDI BDO CITE CODE EM FONT I INS KBD MARK Q S SAMP SLOT SMALL SPAN STRONG SUB SUP TIME U VAR'.split(' '),
);
/** Elements whose text is not the page's words about its fields. */
const silentTags = new Set(
  'BUTTON SCRIPT STYLE TEMPLATE NOSCRIPT SVG svg OPTION OBJECT IFRAME CANVAS VIDEO AUDIO HEAD DATALIST'.split(' '),
);
const headingTags: Readonly<Record<string, number>> = { H1: 1, H2: 2, H3: 3, H4: 4, H5: 5, H6: 6, CAPTION: 7, SUMMARY: 7 };
/** Many pages write headings as blocks with such a class. */
const headingClass = /(^|[\s_-])(title|heading|header|subtitle|section-name)([\s_-]|$)/i;
/** Elements that hold a whole page or a form, however their class is called. */
const unheadedTags = new Set(['BODY', 'HEADER']);
const groupRoles = new Set(['group', 'radiogroup', 'region', 'form', 'dialog', 'tabpanel']);

type Field = { -readonly [Key in keyof PageField]: PageField[Key] };
/** An element on the way from the root to where the walk stands. */
type Frame = {
  readonly element: Element;
  readonly nextChild: NextNode;
  readonly firstField: number;
  readonly firstLine: number;
  readonly caption: string;
};

export type Walked = {
  readonly fields: PageField[];
  readonly forms: readonly (HTMLFormElement | null)[];
  /** The elements by handle. */
  readonly controls: readonly Control[];
  readonly clusters: readonly (readonly [number, number])[];
  readonly isCut: boolean;
};

/** Walks all that is shown under `root` once, in reading order, and reads each control with the words around it. Work is bounded, whatever the page. */
export function walkPage(root: Element): Walked {
  const walk = new PageWalk();
  walk.run(root);
  return { fields: walk.fields, forms: walk.forms, controls: walk.controls, clusters: walk.clusters, isCut: walk.isCut };
}

class PageWalk {
  readonly fields: Field[] = [];
  readonly forms: (HTMLFormElement | null)[] = [];
  readonly controls: Control[] = [];
  readonly clusters: [number, number][] = [];
  isCut = false;
  readonly #lines = new TextLines();
  readonly #read: ReadField[] = [];
  readonly #seen = startSeeing();
  readonly #stack: Frame[] = [];
  /** The captions of the frames on the stack that have one. */
  readonly #captions: string[] = [];
  #headings: { readonly level: number; readonly text: string }[] = [];
  #linesAtLastField = 0;
  #hiddenInputs = 0;
  #headingsRead = 0;

  run(root: Element): void {
    this.#enter(root);
    for (let nodes = 0; this.#stack.length > 0; nodes += 1) {
      if (nodes > maxNodes || this.fields.length >= snapshotLimits.fields) {
        this.isCut = true;
        break;
      }
      this.#step();
    }
    while (this.#stack.length > 0) this.#leave();
    this.#endLine();
    bindByPlace(this.#read, this.#lines);
  }

  #step(): void {
    const frame = this.#stack[this.#stack.length - 1];
    const next = frame?.nextChild() ?? null;
    if (next === null) this.#leave();
    else if (next instanceof Text) this.#lines.add(next);
    else if (next instanceof Element) this.#visit(next);
  }

  #visit(element: Element): void {
    if (isControl(element)) this.#addControl(element);
    else if (silentTags.has(getTagName(element)) || isSilent(element)) this.#endLine();
    else if (this.#stack.length >= maxDepth) this.isCut = true;
    else this.#enter(element);
  }

  #enter(element: Element): void {
    if (!inlineTags.has(getTagName(element))) this.#endLine();
    const caption = readCaption(element);
    if (caption !== '') this.#captions.push(caption);
    const nextChild = goThroughFlatChildren(element);
    this.#stack.push({ element, nextChild, firstField: this.fields.length, firstLine: this.#lines.count, caption });
  }

  #leave(): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    if (frame.caption !== '') this.#captions.pop();
    if (!inlineTags.has(getTagName(frame.element))) this.#endLine();
    this.#noteHeading(frame);
    const count = this.fields.length - frame.firstField;
    if (count === 1) this.#setBox(frame);
    if (count > 1) this.#noteCluster(frame.firstField, this.fields.length - 1);
  }

  /** The first line after a control is kept with it. */
  #endLine(): void {
    const line = this.#lines.end();
    const last = this.fields[this.fields.length - 1];
    if (line !== '' && last && last.after === '' && this.#lines.count === this.#linesAtLastField + 1) last.after = line;
  }

  #noteHeading({ element, firstField, firstLine }: Frame): void {
    if (this.fields.length > firstField || this.#lines.count === firstLine || this.#headingsRead >= maxHeadings) return;
    const level = headingTags[getTagName(element)] ?? (isRowTitle(element) ? 7 : isDrawnAsHeading(element) ? 8 : 0);
    if (level === 0) return;
    this.#headingsRead += 1;
    const text = tidyText(this.#lines.since(firstLine, maxHeadingLines).join(' '), maxHeading);
    this.#headings = [...this.#headings.filter((heading) => heading.level < level), { level, text }];
  }

  #setBox({ firstLine, firstField, element }: Frame): void {
    const field = this.fields[firstField];
    if (!field || this.#lines.count - firstLine > maxBoxLines || element === document.body) return;
    const text = this.#lines.since(firstLine).join(' ');
    if (text.length > maxBoxText) return;
    field.box = text;
    // A label that floats after its control is no line before the next one.
    this.#linesAtLastField = this.#lines.count;
  }

  #noteCluster(first: number, last: number): void {
    const known = this.clusters[this.clusters.length - 1];
    if (known?.[0] === first && known[1] === last) return;
    if (this.clusters.length < 2 * snapshotLimits.fields) this.clusters.push([first, last]);
  }

  #addControl(control: Control): void {
    this.#endLine();
    if (control instanceof HTMLInputElement && control.type === 'hidden') {
      this.#hiddenInputs += 1;
      if (this.#hiddenInputs > maxHiddenInputs) return;
    }
    const handle = this.controls.push(control) - 1;
    const form = this.#getFormIndex(control);
    if (this.#joinRadios(control, handle, form)) return;
    const before = this.#lines.since(this.#linesAtLastField).slice(-2).reverse();
    this.#linesAtLastField = this.#lines.count;
    const headings = this.#headings
      .map((heading) => heading.text)
      .reverse()
      .slice(0, 6);
    const around = { box: '', before, after: '', groups: this.#captions.slice(-6).reverse(), headings, form };
    const field = { ...readControl(control, handle, this.#seen), ...around };
    this.fields.push(field);
    this.#read.push({ field, control, line: this.#lines.count });
  }

  /** Adds a radio button to the question it belongs to, which may have begun far above. */
  #joinRadios(control: Control, handle: number, form: number): boolean {
    const group = isRadio(control) ? this.#findNamed(control, form) : this.#findGrouped(control);
    if (!group) return false;
    if (group.options.length < snapshotLimits.options) group.options.push(readRadio(control, handle, this.#seen));
    group.hasValue ||= hasValue(control);
    this.#linesAtLastField = this.#lines.count;
    return true;
  }

  #findNamed({ name }: HTMLInputElement, form: number): Field | undefined {
    return name === ''
      ? undefined
      : this.fields.findLast((field) => field.control === 'radio' && field.form === form && field.name === name);
  }

  /** Radio widgets have no name; the group around them makes them one question. */
  #findGrouped(control: Control): Field | undefined {
    if (getWidgetKind(control) !== 'radio') return undefined;
    const group = getRadioGroup(control);
    const isFellow = (other: Control | undefined) =>
      other !== undefined && getWidgetKind(other) === 'radio' && getRadioGroup(other) === group;
    return group ? this.fields.findLast((field) => field.control === 'radio' && isFellow(this.controls[field.handle])) : undefined;
  }

  #getFormIndex(control: Control): number {
    const form = getForm(control);
    if (!form) return -1;
    const known = this.forms.indexOf(form);
    return known >= 0 ? known : this.forms.push(form) - 1;
  }
}

function readCaption(element: Element): string {
  if (element instanceof HTMLFieldSetElement)
    return (
      readOwnText([0, 1, 2, 3, 4].map((place) => element.children[place]).find((child) => child?.tagName === 'LEGEND')) ||
      readAriaName(element)
    );
  const role = getAttribute(element, 'role');
  return (role !== null && groupRoles.has(role)) || getTagName(element) === 'SECTION' ? readAriaName(element) : '';
}

/** True for lists that open over the page, whose words are answers, and for what the page itself marks as not shown; its controls would be hidden as well, but a label of the same name elsewhere must not be missed. */
function isSilent(element: Element): boolean {
  const role = getAttribute(element, 'role');
  if (role === 'listbox' || role === 'menu') return true;
  return getTagName(element) === 'DIALOG' && getAttribute(element, 'open') === null;
}

/** A table row that is one cell over all columns heads the rows below it. */
function isRowTitle(element: Element): boolean {
  const only = element.tagName === 'TR' && element.childElementCount === 1 ? element.firstElementChild : null;
  return only instanceof HTMLTableCellElement && only.colSpan > 1;
}

function isDrawnAsHeading(element: Element): boolean {
  return (
    getAttribute(element, 'role') === 'heading' ||
    (!unheadedTags.has(getTagName(element)) && headingClass.test((getAttribute(element, 'class') ?? '').slice(0, 200)))
  );
}
